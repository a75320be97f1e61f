"""Reviews and suits, and answering anew."""

from datetime import datetime

from tests import town
from tests.played.way import answered, at
from tests.portal.requests import working
from yangguang.casework.models import Case
from yangguang.inforequests.actions import (
    dispute,
)
from yangguang.inforequests.events import Way
from yangguang.law.disputes import DisputeTrack, Ruling, Unit


def disputed(office: town.Office, day: datetime) -> Case:
    """One suit was remanded, one has ended, one is tried anew; a review waits for our statement."""
    case = answered(office, day)
    handler = town.may(office.handler)
    suit = dispute.Notice(DisputeTrack.SUIT, "青岚市中级人民法院", "（2026）青01行初5号")
    review = dispute.Notice(DisputeTrack.REVIEW, "青岚市人民政府", "青政复受〔2026〕12号")
    with at(day, 20):
        dispute.notified(case, suit, handler)
        dispute.stated(case, 1, handler)
        dispute.decided(case, 1, dispute.Decision(Ruling.REJECTED), handler)
        dispute.appealed(case, 1, True, handler)
        dispute.notified(case, review, handler)
        dispute.notified(case, suit, handler)
        dispute.decided(case, 3, dispute.Decision(Ruling.ENDED), handler)
        dispute.decided(case, 1, dispute.Decision(Ruling.REMANDED), handler)
        dispute.notified(case, suit, handler)
        dispute.decided(case, 4, dispute.Decision(Ruling.ENDED), handler)
        dispute.retried(case, 4, dispute.Retrial(True), handler)
    return case


def sent_back(office: town.Office, day: datetime) -> Case:
    """A review revoked the answer and ordered another one."""
    case = answered(office, day)
    handler = town.may(office.handler)
    review = dispute.Notice(DisputeTrack.REVIEW, "青岚市人民政府", "青政复受〔2026〕13号")
    period = dispute.Period(15, Unit.WORKING)
    revoked = dispute.Decision(Ruling.REVOKED, "青政复决〔2026〕9号", True, period)
    with at(day, 20):
        dispute.notified(case, review, handler)
        dispute.stated(case, 1, handler)
    with at(day, 40):
        dispute.decided(case, 1, revoked, handler)
    return case


def answered_anew(office: town.Office, day: datetime) -> Case:
    """The other answer has left."""
    case = sent_back(office, day)
    with at(day, 45):
        working.answer(case, office, Way.BY_HAND)
    return case
