"""A closed request's data stay while it can be contested, or a version is on its way."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests import town
from tests.inforequests.disputing import answered, decided, notified
from tests.inforequests.opening_to_all import VERSION, approved, decide
from tests.inforequests.opening_to_all import answered as provided
from tests.portal.requests.working import answer
from tests.prepared import MONDAY
from yangguang.casework import disposal, erasure, moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.actions import applicant, dispute, filing, letters, publish, registry
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import APPEAL_DAYS, DisputeTrack, Ruling
from yangguang.law.erasure import Basis
from yangguang.law.filing import RecordClass, Retention
from yangguang.law.remedies import SUIT_DAYS_AFTER_REVIEW

TODAY = MONDAY.date()
UNCONTESTED = MONDAY + timedelta(days=200)
"""When the answer itself can be contested no more."""


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
    with moment.standing_at(UNCONTESTED):
        decided(case, office, ruling)
        with pytest.raises(NotAllowed, match="还可以起诉、上诉"):
            erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)

    last = UNCONTESTED.date() + timedelta(days=days)
    assert not _goes(case, last)
    assert _goes(case, last + timedelta(days=1))


def test_a_judgment_of_the_second_instance_is_the_last_word(office: town.Office) -> None:
    case = answered(office)
    notified(case, office, DisputeTrack.SUIT)
    decided(case, office, Ruling.REJECTED)
    dispute.appealed(case, 1, True, town.may(office.handler))
    assert not _goes(case, UNCONTESTED.date() + timedelta(days=100))

    with moment.standing_at(UNCONTESTED):
        decided(case, office, Ruling.APPEAL_DISMISSED)

    assert _goes(case, UNCONTESTED.date())


@pytest.mark.parametrize(
    ("disposition", "last"),
    [
        (Disposition.DOES_NOT_EXIST, date(2026, 8, 9)),
        (Disposition.STATE_SECRET, date(2026, 4, 10)),
    ],
)
def test_until_the_last_day_on_which_the_answer_is_contested(
    office: town.Office, disposition: Disposition, last: date
) -> None:
    case = answered(office, disposition)

    assert not _goes(case, last)
    assert _goes(case, last + timedelta(days=1))
    with pytest.raises(NotAllowed, match=f"到 {last} 为止还可以对答复申请行政复议或者起诉"):
        erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)


def test_a_posted_answer_counts_from_its_delivery_once_that_is_on_record(
    office: town.Office,
) -> None:
    case = town.request_at(office.agency).case
    answer(case, office, Way.POST, disposition=Disposition.DOES_NOT_EXIST)
    with pytest.raises(NotAllowed, match="先登记送达"):
        erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)
    assert not _goes(case, TODAY.replace(year=TODAY.year + 5))

    with moment.standing_at(MONDAY + timedelta(days=4)):
        applicant.delivered(case, town.may(office.handler))

    assert not _goes(case, date(2026, 8, 13))
    assert _goes(case, date(2026, 8, 14))


def test_an_answer_that_came_back_counts_from_its_second_arrival(office: town.Office) -> None:
    case = answered(office)
    handler = town.may(office.handler)
    with moment.standing_at(MONDAY + timedelta(days=10)):
        registry.came_back(case, handler)
        assert "先登记送达" in erasure.objection(case)
        letters.dispatch(case, Way.BY_HAND, moment.today(), handler)

    assert not _goes(case, date(2026, 8, 19))
    assert _goes(case, date(2026, 8, 20))


def _offered(office: town.Office) -> Case:
    case = provided(office)
    publish.offer(case, VERSION, town.may(office.handler))
    return case


@pytest.mark.parametrize("make", [_offered, approved])
def test_until_the_version_for_all_is_published_or_returned(
    office: town.Office, make: Callable[[town.Office], Case]
) -> None:
    case = make(office)
    assert not _goes(case, UNCONTESTED.date())

    if make is approved:
        publish.publish(case, town.may(office.handler))
    else:
        decide(case, office.section_head, decision=Decision.RETURNED)

    assert _goes(case, UNCONTESTED.date())


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
