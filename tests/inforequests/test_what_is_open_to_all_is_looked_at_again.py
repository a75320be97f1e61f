"""Arts 14–17: an answer that is overturned, or given anew, may be open to all no more.

Nothing tells whether it was overturned for keeping too much back or for opening too much: the
office is told, and decides. What is void is taken back with the registration.
"""

from datetime import timedelta

import pytest

from tests import town
from tests.inforequests.disputing import decided, notified, sent_back
from tests.inforequests.opening_to_all import VERSION, approved, decide
from tests.portal.requests.working import answer, standing
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState
from yangguang.casework.rebuilding import differences
from yangguang.inforequests.actions import dispute, publish, registry, unpublish
from yangguang.inforequests.events import VoidReason
from yangguang.inforequests.models import PublicAnswer
from yangguang.inforequests.public_doubts import Doubt
from yangguang.law.disputes import DisputeTrack, Ruling


def _published(office: town.Office) -> Case:
    case = approved(office)
    publish.publish(case, town.may(office.handler))
    return case


def _doubt(case: Case) -> Doubt | None:
    return standing(case).public_doubt


@pytest.mark.parametrize(
    ("ruling", "doubt"),
    [
        (Ruling.REVOKED, Doubt.OVERTURNED),
        (Ruling.CHANGED, Doubt.OVERTURNED),
        (Ruling.UNLAWFUL, Doubt.OVERTURNED),
        (Ruling.UPHELD, None),
        (Ruling.WITHDRAWN, None),
    ],
)
def test_a_decision_that_corrects_its_answer_raises_the_doubt(
    office: town.Office, ruling: Ruling, doubt: Doubt | None
) -> None:
    case = _published(office)
    notified(case, office)
    assert _doubt(case) is None

    decided(case, office, ruling)

    assert _doubt(case) is doubt
    assert CaseState.objects.get(case=case).public_waits == ("in_doubt" if doubt else None)
    assert PublicAnswer.objects.get().withdrawn_on is None
    assert list(differences()) == []


def test_a_dispute_that_nothing_was_answered_raises_none(office: town.Office) -> None:
    with moment.standing_at(MONDAY - timedelta(days=90)):
        case = town.request_at(office.agency).case
    notified(case, office)
    answer(case, office)
    publish.offer(case, VERSION, town.may(office.handler))
    decide(case, *office.approvers())
    publish.publish(case, town.may(office.handler))

    decided(case, office, Ruling.UNLAWFUL)

    assert _doubt(case) is None


def test_an_appeal_takes_the_doubt_back(office: town.Office) -> None:
    case = _published(office)
    notified(case, office, DisputeTrack.SUIT)
    decided(case, office, Ruling.REVOKED)
    assert _doubt(case) is Doubt.OVERTURNED

    dispute.appealed(case, 1, True, town.may(office.handler))
    assert _doubt(case) is None
    decided(case, office, Ruling.APPEAL_DISMISSED)
    assert _doubt(case) is Doubt.OVERTURNED


def test_a_decision_entered_by_mistake_raises_none_once_it_is_voided(office: town.Office) -> None:
    case = _published(office)
    notified(case, office)
    entered = decided(case, office, Ruling.REVOKED)

    registry.void_entry(case, entered.seq, town.may(office.handler))

    assert _doubt(case) is None


def test_answered_anew_the_former_answer_is_looked_at(office: town.Office) -> None:
    case, handler = _published(office), town.may(office.handler)
    sent_back(case, office, days=15)
    unpublish.keep(case, "只是公开得不够", handler)
    assert _doubt(case) is None

    answer(case, office)
    assert _doubt(case) is Doubt.ANSWERED_ANEW
    unpublish.keep(case, "现在的答复只是多给了一份附件", handler)
    assert _doubt(case) is None
    assert list(differences()) == []


def test_taken_back_it_is_looked_at_no_more(office: town.Office) -> None:
    case = _published(office)
    sent_back(case, office, days=15)

    unpublish.unpublish(case, "涉及第三方的权益", town.may(office.handler))

    assert _doubt(case) is None
    assert CaseState.objects.get(case=case).public_waits is None


def test_it_stays_for_a_reason_and_only_where_there_is_a_doubt(office: town.Office) -> None:
    case, handler = _published(office), town.may(office.handler)
    with pytest.raises(NotAllowed, match="不用复核"):
        unpublish.keep(case, "没有问题", handler)
    sent_back(case, office, days=15)

    with pytest.raises(Mistakes, match="reason"):
        unpublish.keep(case, " ", handler)


def test_what_was_approved_before_is_not_published_after(office: town.Office) -> None:
    case, handler = approved(office), town.may(office.handler)
    notified(case, office)
    decided(case, office, Ruling.UNLAWFUL)

    with pytest.raises(NotAllowed, match="重新编写"):
        publish.publish(case, handler)

    publish.offer(case, VERSION, handler)
    decide(case, *office.approvers())
    publish.publish(case, handler)
    assert _doubt(case) is None


def test_a_void_registration_takes_back_what_is_open(office: town.Office) -> None:
    case = _published(office)

    registry.void(case, VoidReason.TWICE, town.may(office.handler))

    row = PublicAnswer.objects.get()
    assert (row.title, row.answered) == ("", "")
    assert row.reason == "这件申请的登记已经作废。"
    assert [one.kind for one in case.events.order_by("-seq")[:2]] == ["voided", "unpublished"]
    assert list(differences()) == []
