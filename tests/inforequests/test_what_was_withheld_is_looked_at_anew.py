"""Art. 18: what is kept back under Arts 14 to 16 comes up again after a year until it is opened."""

from datetime import timedelta

import pytest

from tests import town
from tests.inforequests.writing import assigned
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.agencies.models import Rules
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.rebuilding import differences
from yangguang.inforequests import reexamining
from yangguang.inforequests.actions import registry
from yangguang.inforequests.actions.reexamine import reexamine
from yangguang.inforequests.reexamining import Finding
from yangguang.law.dispositions import REEXAMINED, WITHHOLDING, Disposition
from yangguang.portal.requests import story


def _answered(office: town.Office, ending: Disposition = Disposition.INTERNAL_AFFAIRS) -> Case:
    case = assigned(office)
    working.answer(case, office, disposition=ending)
    return case


def _due(office: town.Office, days: int) -> list[str]:
    with moment.standing_at(MONDAY + timedelta(days=days)):
        found = reexamining.due(town.may(office.handler), moment.today())
        return [one.number for one in found]


def test_it_comes_up_after_a_year_and_not_before(office) -> None:
    case = _answered(office)

    assert _due(office, 364) == []
    assert _due(office, 365) == [case.number]


def test_after_the_agency_s_own_setting(office) -> None:
    case = _answered(office)
    Rules.objects.filter(agency=office.agency).update(reexamination_months=6)

    assert _due(office, 185) == [case.number]


def test_what_was_withheld_whole_or_in_part_and_nothing_else() -> None:
    assert {Disposition.PARTLY_PROVIDED, *WITHHOLDING} == REEXAMINED
    office = town.office()
    partly = _answered(office, Disposition.PARTLY_PROVIDED)
    provided = _answered(office, Disposition.PROVIDED)

    assert _due(office, 400) == [partly.number]
    with pytest.raises(NotAllowed, match="才要定期复查"):
        reexamine(provided, Finding.GONE, "看过", town.may(office.handler))


def test_what_still_holds_rests_for_another_year(office) -> None:
    case = _answered(office)
    with moment.standing_at(MONDAY + timedelta(days=370)):
        reexamine(case, Finding.STILL_HOLDS, "仍是内部流程", town.may(office.handler))

    assert _due(office, 371) == []
    assert _due(office, 370 + 365) == [case.number]
    assert list(differences()) == []


def test_what_need_not_be_kept_back_is_listed_to_be_opened(office) -> None:
    case = _answered(office)
    handler = town.may(office.handler)
    with moment.standing_at(MONDAY + timedelta(days=370)):
        reexamine(case, Finding.GONE, "流程已经公布", handler)

    assert [one.number for one in reexamining.may_be_opened(handler)] == [case.number]
    assert _due(office, 2000) == []


def test_an_entry_by_mistake_is_taken_back(office) -> None:
    case, handler = _answered(office), town.may(office.handler)
    with moment.standing_at(MONDAY + timedelta(days=370)):
        entered = reexamine(case, Finding.GONE, "看错了一件", handler)
        registry.void_entry(case, entered.seq, handler)

    assert _due(office, 371) == [case.number]
    assert CaseState.objects.get(case=case).reexamined == ""


def test_it_is_said_why_and_the_day_lies_after_the_answer(office) -> None:
    case, handler = _answered(office), town.may(office.handler)

    with pytest.raises(Mistakes, match="words"):
        reexamine(case, Finding.GONE, " ", handler)
    with pytest.raises(Mistakes, match="on"):
        reexamine(case, Finding.GONE, "看过", handler, (MONDAY - timedelta(days=1)).date())


def test_only_who_handles_at_the_agency_sees_and_does_it(office) -> None:
    case = _answered(office)
    elsewhere = town.office(slug="jiaoyu", name="青岚市教育局")

    assert _due(elsewhere, 400) == []
    with pytest.raises(NotAllowed, match="没有在这个机关办理这一步的权限"):
        reexamine(case, Finding.GONE, "看过", town.may(office.leader))


def test_of_what_is_destroyed_nothing_is_looked_at(office) -> None:
    case = _answered(office)
    town.destroy(case)

    with pytest.raises(NotAllowed, match="已经按规定销毁"):
        reexamine(case, Finding.STILL_HOLDS, "看过", town.may(office.handler))


def test_the_applicant_is_told_nothing_of_it(office) -> None:
    case = _answered(office)
    before = story.told(list(case.events.order_by("seq")))
    reexamine(case, Finding.STILL_HOLDS, "仍是内部流程", town.may(office.handler))

    assert story.told(list(case.events.order_by("seq"))) == before


def test_a_look_at_an_answer_keeps_it_from_being_unsent(office) -> None:
    case, handler = _answered(office), town.may(office.handler)
    left = case.events.get(kind="sent").seq
    entered = reexamine(case, Finding.STILL_HOLDS, "仍是内部流程", handler)

    with pytest.raises(NotAllowed, match="“复查不予公开的理由”"):
        registry.void_entry(case, left, handler)
    registry.void_entry(case, entered.seq, handler)
    registry.void_entry(case, left, handler)

    assert CaseState.objects.get(case=case).state == "issued"
