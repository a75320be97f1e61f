"""A closed request's data stay while a decision can be contested, or a version is on its way."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests import town
from tests.inforequests.disputing import answered, decided, notified
from tests.inforequests.opening_to_all import VERSION, approved, decide
from tests.inforequests.opening_to_all import answered as provided
from tests.prepared import MONDAY
from yangguang.casework import disposal, erasure, moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import dispute, filing, publish
from yangguang.law.disputes import APPEAL_DAYS, DisputeTrack, Ruling
from yangguang.law.erasure import Basis
from yangguang.law.filing import RecordClass, Retention
from yangguang.law.remedies import SUIT_DAYS_AFTER_REVIEW

TODAY = MONDAY.date()


@pytest.fixture
def office() -> town.Office:
    return town.office()


def _goes(case: Case, on: date) -> bool:
    with moment.standing_at(MONDAY + (on - TODAY)):
        return not erasure.objection(case)


@pytest.mark.parametrize(
    ("track", "ruling", "days"),
    [
        (DisputeTrack.REVIEW, Ruling.UPHELD, SUIT_DAYS_AFTER_REVIEW),
        (DisputeTrack.SUIT, Ruling.REJECTED, APPEAL_DAYS),
    ],
)
def test_until_the_last_day_on_which_a_decision_is_contested(
    office: town.Office, track: DisputeTrack, ruling: Ruling, days: int
) -> None:
    case = answered(office)
    notified(case, office, track)
    decided(case, office, ruling)

    assert not _goes(case, TODAY + timedelta(days=days))
    assert _goes(case, TODAY + timedelta(days=days + 1))
    with pytest.raises(NotAllowed, match="还可以起诉、上诉"):
        erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)


def test_a_judgment_of_the_second_instance_is_the_last_word(office: town.Office) -> None:
    case = answered(office)
    notified(case, office, DisputeTrack.SUIT)
    decided(case, office, Ruling.REJECTED)
    dispute.appealed(case, 1, True, town.may(office.handler))
    assert not _goes(case, TODAY + timedelta(days=100))

    decided(case, office, Ruling.APPEAL_DISMISSED)

    assert _goes(case, TODAY)


def _offered(office: town.Office) -> Case:
    case = provided(office)
    publish.offer(case, VERSION, town.may(office.handler))
    return case


@pytest.mark.parametrize("make", [_offered, approved])
def test_until_the_version_for_all_is_published_or_returned(
    office: town.Office, make: Callable[[town.Office], Case]
) -> None:
    case = make(office)
    assert not _goes(case, TODAY)

    if make is approved:
        publish.publish(case, town.may(office.handler))
    else:
        decide(case, office.section_head, decision=Decision.RETURNED)

    assert _goes(case, TODAY)


def test_it_goes_on_no_list_and_the_reason_is_said(office: town.Office) -> None:
    case = _offered(office)
    handler = town.may(office.handler)
    filing.file(case, RecordClass.REQUEST, Retention.TEN_YEARS, 1, handler)
    with moment.standing_at(MONDAY + timedelta(days=11 * 366)):
        handler = town.may(office.handler)
        (shown,) = disposal.candidates(CaseState.objects.filter(pk=case.pk))
        assert "公开版" in shown.why

        with pytest.raises(Mistakes) as refused:
            disposal.make(office.agency, [case.pk], handler)

    assert case.number in refused.value.fields["cases"]
