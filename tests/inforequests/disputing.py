"""Disputes in tests: notice of a review or a suit, and what is decided."""

from datetime import date

from tests import town
from tests.portal.requests.working import answer
from yangguang.casework.models import Case, Event
from yangguang.inforequests.actions import dispute
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack, Ruling, Unit

NUMBER = "青政复决〔2026〕5号"


def answered(office: town.Office, disposition: Disposition = Disposition.DOES_NOT_EXIST) -> Case:
    """A request with an answer that has left."""
    case = town.request_at(office.agency).case
    answer(case, office, Way.ELECTRONIC, disposition=disposition)
    return case


def notified(
    case: Case,
    office: town.Office,
    track: DisputeTrack = DisputeTrack.REVIEW,
    on: date | None = None,
    **facts,
) -> Event:
    """Notice of a dispute comes."""
    organ = "青岚市人民政府" if track is DisputeTrack.REVIEW else "青岚市中级人民法院"
    notice = dispute.Notice(track, organ, "（2026）5号", **facts)
    return dispute.notified(case, notice, town.may(office.handler), on)


def decided(
    case: Case,
    office: town.Office,
    ruling: Ruling,
    number: int = 1,
    on: date | None = None,
    **facts,
) -> Event:
    """A dispute is decided; `facts` to the decision."""
    decision = dispute.Decision(ruling, NUMBER, **facts)
    return dispute.decided(case, number, decision, town.may(office.handler), on)


def sent_back(
    case: Case, office: town.Office, days: int | None = None, unit: Unit = Unit.WORKING
) -> None:
    """A review revokes the answer and orders another one, within so many days if any."""
    notified(case, office)
    period = dispute.Period(days, unit) if days else None
    decided(case, office, Ruling.REVOKED, orders=True, period=period)
