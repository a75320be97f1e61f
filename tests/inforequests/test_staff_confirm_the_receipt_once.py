"""Art. 31: what comes by network counts from staff's confirmation, where the office chose so."""

import pytest
from django.test import Client

from tests import town
from tests.inforequests import writing
from tests.portal.requests.asking import look_up
from tests.portal.visiting import words_of
from tests.prepared import at
from tests.workspace import at_work
from yangguang.agencies.models import Rules
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import CaseState
from yangguang.inforequests.actions import registry
from yangguang.inforequests.events import LetterKind


@pytest.fixture
def work() -> at_work.AtWork:
    """An office whose staff confirm, at work."""
    work = at_work.an_office()
    Rules.objects.filter(agency=work.agency).update(confirmation="staff")
    work.agency.refresh_from_db()
    return work


def _dates(case) -> tuple[str, str, bool]:
    state = CaseState.objects.get(case=case)
    return str(state.received_on), str(state.due_on), state.to_be_confirmed


def test_until_it_is_confirmed_the_period_runs_from_the_submission(work) -> None:
    assert _dates(work.assigned()) == ("2026-02-09", "2026-03-13", True)


def test_the_day_of_the_confirmation_is_the_day_of_receipt_and_both_are_kept(work) -> None:
    case, handler = work.assigned(), town.may(work.office.handler)
    with moment.standing_at(at(2, 10)):
        registry.confirm(case, handler)

    request = writing.standing(case)
    assert _dates(case) == ("2026-02-10", "2026-03-16", False)
    assert (str(request.arrived), str(request.confirmed_on)) == ("2026-02-09", "2026-02-10")


def test_confirmed_too_late_the_period_runs_from_the_submission(work) -> None:
    case, handler = work.assigned(), town.may(work.office.handler)
    with moment.standing_at(at(2, 11)):
        registry.confirm(case, handler)

    assert _dates(case) == ("2026-02-09", "2026-03-13", False)


def test_it_is_confirmed_once_on_a_day_that_can_be(work) -> None:
    case, handler = work.assigned(), town.may(work.office.handler)
    with moment.standing_at(at(2, 10)):
        for wrong in (at(2, 8), at(2, 11)):
            with pytest.raises(Mistakes):
                registry.confirm(case, handler, wrong.date())
        registry.confirm(case, handler, at(2, 10).date())
        with pytest.raises(NotAllowed, match="2026-02-10 已经确认过"):
            registry.confirm(case, handler)

        registry.void_entry(case, case.events.count(), handler)

    assert _dates(case)[0] == "2026-02-09"


def test_not_after_a_letter_has_named_the_day(work) -> None:
    case = work.assigned()
    writing.issue(case, work.office, LetterKind.CORRECTION)

    with pytest.raises(NotAllowed, match="收到日期不能再变"):
        registry.confirm(case, town.may(work.office.handler))


def test_where_the_receipt_confirms_there_is_nothing_to_confirm() -> None:
    office = town.office()

    with pytest.raises(NotAllowed, match="不用再确认"):
        registry.confirm(writing.assigned(office), town.may(office.handler))


def test_list_case_and_applicant_see_that_it_is_to_be_confirmed(work) -> None:
    taken = town.request_at(work.agency)
    client = Client()
    told = words_of(look_up(client, taken.case.number, taken.code))
    queue = at_work.words_of(work.handler.get("/workspace/queue?tab=all"))
    page = at_work.words_of(work.handler.get(at_work.address(taken.case)))

    assert "（待机关确认）" in told
    assert "待分办 · 待确认" in queue
    assert "待确认：最晚 2026-02-10，按时确认的以确认之日为准" in page

    at_work.make(work.handler, taken.case, "confirm", on="2026-02-09")

    page = at_work.words_of(work.handler.get(at_work.address(taken.case)))
    assert "2026-02-09 提交，2026-02-09 确认" in page
