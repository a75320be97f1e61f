"""Numbers follow each other without gaps and doubles, however many write at once."""

from functools import partial

import pytest
from django.db import transaction

from tests import town
from tests.prepared import at_once
from yangguang.casework import numbers
from yangguang.casework.models import Case, Counter

WRITERS = 16


def test_a_series_begins_with_one_and_series_do_not_share() -> None:
    assert [numbers.next_number("a"), numbers.next_number("a"), numbers.next_number("b")] == [
        1,
        2,
        1,
    ]


def test_a_number_that_was_not_used_is_given_again() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        assert numbers.next_number("a") == 1
        raise RuntimeError

    assert numbers.next_number("a") == 1


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_there_is_no_number() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        numbers.next_number("a")


@pytest.mark.django_db(transaction=True)
def test_sixteen_writers_leave_no_gap_and_no_double() -> None:
    office = town.office()

    def ask() -> list[str]:
        return [town.request_at(office.agency).case.number for _ in range(3)]

    given = at_once([ask] * WRITERS)

    count = 3 * WRITERS
    numbered = sorted(number for some in given for number in some)
    assert [int(number.rpartition("-")[2]) for number in numbered] == list(range(1, count + 1))
    assert Case.objects.count() == count
    assert Counter.objects.get().value == count


@pytest.mark.django_db(transaction=True)
def test_writers_that_fail_leave_no_gap() -> None:
    def draw(fails: bool) -> int:
        with transaction.atomic():
            number = numbers.next_number("a")
            if fails:
                raise RuntimeError
            return number

    given = at_once([partial(draw, bool(index % 2)) for index in range(WRITERS)])

    assert sorted(one for one in given if isinstance(one, int)) == list(range(1, WRITERS // 2 + 1))
