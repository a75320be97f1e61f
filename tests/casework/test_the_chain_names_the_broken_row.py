"""Whoever owns the database can change rows; the proof says which, and why."""

from collections.abc import Callable

import pytest
from django.db import connection

from tests import town
from tests.prepared import unguarded
from yangguang.casework.ledger import Broken
from yangguang.casework.models import Case, Event
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import registry
from yangguang.inforequests.actions.assign import assign

Tampering = Callable[[Case], str]


def _case() -> Case:
    office = town.office()
    case = town.request_at(office.agency).case
    assign(case, office.handler, town.may(office.section_head))
    registry.note(case, "已电话联系", town.may(office.handler))
    town.request_at(office.agency)
    return case


def _found_after(tampering: Tampering) -> tuple[Case, list[Broken]]:
    case = _case()
    with unguarded() as cursor:
        cursor.execute(tampering(case))
    return case, list(broken_chains())


def test_an_untouched_ledger_is_whole() -> None:
    _case()

    assert list(broken_chains()) == []


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'voided'",
        "occurred_on = '2026-02-01'",
        "recorded_at = '2026-02-01T00:00:00+00:00'",
        "actor_id = NULL",
        "payload = '{\"handler\": 999}'",
        "version = 2",
    ],
)
def test_a_changed_row_is_named(change: str) -> None:
    case, found = _found_after(
        lambda case: f"UPDATE casework_event SET {change} WHERE case_id = {case.pk} AND seq = 2"
    )

    assert found == [Broken(case.number, 2, "内容被改动过")]


def test_a_row_taken_away_is_missed() -> None:
    case, found = _found_after(
        lambda case: f"DELETE FROM casework_event WHERE case_id = {case.pk} AND seq = 2"
    )

    assert found == [Broken(case.number, 2, "缺少这一条")]


def test_a_case_without_its_ledger_is_named() -> None:
    case, found = _found_after(lambda case: f"DELETE FROM casework_event WHERE case_id = {case.pk}")

    assert found == [Broken(case.number, 1, "一条记录也没有")]


def test_a_case_given_another_number_does_not_fit_its_ledger() -> None:
    _, found = _found_after(
        lambda case: f"UPDATE casework_case SET number = '2026-9' WHERE id = {case.pk}"
    )

    assert found == [Broken("2026-9", 1, "案件的编号或所属机关被改动过")]


def test_a_row_changed_with_its_digest_no_longer_joins_the_next() -> None:
    case = _case()
    event = case.events.get(seq=2)
    event.payload = {"handler": 999}
    from yangguang.casework.ledger import digest_of

    with unguarded() as cursor:
        cursor.execute(
            "UPDATE casework_event SET payload = %s, digest = %s WHERE id = %s",
            ['{"handler": 999}', digest_of(event), event.pk],
        )

    assert list(broken_chains()) == [Broken(case.number, 3, "与前一条接不上")]


@pytest.mark.parametrize("date", ["gestern", "2026-13-45"])
def test_what_cannot_be_read_any_more_is_named_and_the_rest_is_proved(date: str) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL stores no such thing")
    case = _case()
    other = Case.objects.exclude(pk=case.pk).get()
    with unguarded() as cursor:
        cursor.execute(
            "UPDATE casework_event SET occurred_on = %s WHERE case_id = %s AND seq = 3",
            [date, case.pk],
        )
        cursor.execute("UPDATE casework_event SET payload = '1' WHERE case_id = %s", [other.pk])

    assert list(broken_chains()) == [
        Broken(case.number, 3, "内容被改动过，已经读不出来"),
        Broken(other.number, 1, "内容被改动过"),
    ]


def test_the_proof_reads_the_ledger_once(django_assert_num_queries) -> None:
    _case()
    assert Event.objects.count() > Case.objects.count()

    with django_assert_num_queries(2):
        list(broken_chains())
