"""A state is a cache: compared with its ledger, and written anew from it."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.prepared import unguarded
from yangguang.casework.models import CaseState
from yangguang.casework.rebuilding import Difference, differences


def test_states_that_the_actions_wrote_do_not_differ() -> None:
    office = town.office()
    for _ in range(3):
        town.request_at(office.agency)

    assert list(differences()) == []


def test_a_state_that_was_changed_is_named_field_by_field() -> None:
    case = town.request_at(town.office().agency).case
    CaseState.objects.filter(case=case).update(due_on="2027-01-01", handler=None, state="answered")

    found = list(differences())

    assert found == [
        Difference(case.number, "state", "answered", "unassigned"),
        Difference(case.number, "due_on", date(2027, 1, 1), date(2026, 3, 13)),
    ]
    assert CaseState.objects.get(case=case).state == "answered"


def test_writing_brings_back_what_the_ledger_says() -> None:
    case = town.request_at(town.office().agency).case
    CaseState.objects.filter(case=case).delete()

    found = list(differences(write=True))

    assert found == [Difference(case.number, "", None, "unassigned")]
    assert list(differences()) == []


def test_a_ledger_that_says_nothing_is_named_and_its_state_left_alone() -> None:
    case = town.request_at(town.office().agency).case
    with unguarded() as cursor:
        cursor.execute("UPDATE casework_event SET kind = 'unheard_of'")

    (found,) = differences(write=True)

    assert "verify-ledger" in found.why
    assert CaseState.objects.get(case=case).state == "unassigned"


def test_the_queries_do_not_grow_with_the_cases() -> None:
    office = town.office()
    counts = []
    for _ in range(2):
        town.request_at(office.agency)
        with CaptureQueriesContext(connection) as queries:
            list(differences())
        counts.append(len(queries))

    assert counts[0] == counts[1]
