"""Reviews and suits over a request (Art. 51): the notice, our statement, decision, appeal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Standing
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, Event
from yangguang.inforequests import derivation, disputing
from yangguang.inforequests.acting import Situation, acting, stored_for
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move
from yangguang.law.disputes import MAY_ORDER, Dispute, DisputeTrack, Ruling, Unit

FILE: Final = "dispute"
"""The kind of attachment: what an organ of review or a court sent, or was sent."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notice says: by which way, before whom, under which number there."""

    track: DisputeTrack
    organ: str
    number: str = ""
    is_simplified: bool = False


class Period(NamedTuple):
    """How long a decision gives for an answer."""

    days: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Decision:
    """What a decision says: how it decides, its document's number, whether to answer anew.

    `period` is None where an answer is ordered and no period stated: then the agency's rule holds.
    `on_payment`: it sends back that the request was dropped unpaid, to be handled once it is paid.
    `until` is the day that the court names for our statement where it remands, if it does.
    """

    ruling: Ruling
    number: str = ""
    orders: bool = False
    period: Period | None = None
    on_payment: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Retrial:
    """What the order of a retrial says: by which procedure, its document's number.

    `until` is the day that the court names for our statement, if it does.
    """

    is_first: bool
    number: str = ""
    until: date | None = None


_NOT_HERE: Final = {
    Ruling.APPEAL_DISMISSED: lazy("只有上诉以后，二审才会驳回上诉。"),
    Ruling.APPEAL_WITHDRAWN: lazy("只有上诉以后，才会有人撤回上诉。"),
    Ruling.REMANDED: lazy("只有二审，或者按第二审程序再审的，才会发回重审。"),
    Ruling.JUDGMENT_STANDS: lazy("只有再审以后才有这样的结果。"),
}
"""Why a ruling cannot be made where the case is."""


def notified(
    case: Case,
    notice: Notice,
    people: Standing,
    on: date | None = None,
    uploads: Sequence[Upload] = (),
    seen: int | None = None,
) -> Event:
    """Notice of a review or a suit came on a day; our statement is due from then on.

    Raises NotAllowed, Mistakes (`organ`, `on`, `attachments`).
    """
    _require(organ=(notice.organ, _("请填写复议机关或者法院的名称。")))
    files = stored_for(case, uploads)
    with acting(case, Move.OPEN_DISPUTE, people, seen) as situation:
        request = situation.request
        kept = {"organ": notice.organ.strip(), "number": notice.number.strip()}
        payload = {
            "dispute": len(_ever(situation)) + 1,
            "track": notice.track,
            "simplified": int(notice.is_simplified and notice.track is DisputeTrack.REVIEW),
            "letter": _contested(request),
            **situation.keep_all(FILE, kept, files),
        }
        return situation.record(
            What.DISPUTE_OPENED, payload, situation.day(on, not_before=request.closed_on)
        )


def stated(
    case: Case,
    dispute: int,
    people: Standing,
    on: date | None = None,
    uploads: Sequence[Upload] = (),
    seen: int | None = None,
) -> Event:
    """Our statement was sent on a day. Raises NotAllowed, Mistakes."""
    files = stored_for(case, uploads)
    with acting(case, Move.STATE_IN_DISPUTE, people, seen) as situation:
        known = _one_of(disputing.awaiting_statement(situation.request), dispute)
        payload = {"dispute": known.number, **situation.keep_all(FILE, None, files)}
        day = situation.day(on, not_before=known.latest)
        return situation.record(What.DISPUTE_STATED, payload, day)


def decided(
    case: Case,
    dispute: int,
    decision: Decision,
    people: Standing,
    on: date | None = None,
    uploads: Sequence[Upload] = (),
    seen: int | None = None,
) -> Event:
    """A decision or a judgment came on a day.

    Where it orders an answer, a closed request is open again, with the decision's period, or else
    the agency's rule; the number of its document then has to be known, for the answer names it.
    Raises NotAllowed, Mistakes (`number`, `ruling`, `days`, `on`, `attachments`).
    """
    orders = decision.orders or decision.ruling is Ruling.ORDERED
    if orders:
        _require(number=(decision.number, _("要重新答复的，请填写决定书、判决书的文号。")))
        if decision.ruling not in MAY_ORDER:
            raise Mistakes({"ruling": _("这样的结果不会要求重新答复。")})
    if decision.period and decision.period.days < 1:
        raise Mistakes({"days": _("重新答复的期限至少 1 天。")})
    files = stored_for(case, uploads)
    with acting(case, Move.DECIDE_DISPUTE, people, seen) as situation:
        known = _one_of(disputing.undecided(situation.request), dispute)
        day = situation.day(on, not_before=known.latest)
        if not known.can_end_by(decision.ruling):
            raise Mistakes({"ruling": str(_NOT_HERE[decision.ruling])})
        until = decision.until if decision.ruling is Ruling.REMANDED else None
        payload = {
            "dispute": known.number,
            "ruling": decision.ruling,
            **(_order(situation, decision) if orders else {}),
            **_named(until, day),
            **situation.keep_all(FILE, {"number": decision.number.strip()}, files),
        }
        return situation.record(What.DISPUTE_DECIDED, payload, day)


def appealed(
    case: Case,
    dispute: int,
    is_ours: bool,
    people: Standing,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """A first judgment is appealed: we did on a day, or on it we heard that another did.

    What it ordered is owed no more. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.APPEAL_DISPUTE, people, seen) as situation:
        known = _one_of(disputing.open_to_appeal(situation.request), dispute)
        payload = {"dispute": known.number, "ours": int(is_ours)}
        day = situation.day(on, not_before=known.latest)
        return situation.record(What.DISPUTE_APPEALED, payload, day)


def retried(
    case: Case,
    dispute: int,
    retrial: Retrial,
    people: Standing,
    on: date | None = None,
    uploads: Sequence[Upload] = (),
    seen: int | None = None,
) -> Event:
    """A retrial was ordered; the order came on a day. The suit is open again.

    What the judgment ordered is owed no more, as long as nothing new is decided. Raises NotAllowed,
    Mistakes (`until`, `on`, `attachments`).
    """
    files = stored_for(case, uploads)
    with acting(case, Move.RETRY_DISPUTE, people, seen) as situation:
        known = _one_of(disputing.open_to_retrial(situation.request), dispute)
        assert known.decision is not None
        day = situation.day(on, not_before=known.effective_on(known.decision))
        payload = {
            "dispute": known.number,
            "first": int(retrial.is_first),
            **_named(retrial.until, day),
            **situation.keep_all(FILE, {"number": retrial.number.strip()}, files),
        }
        return situation.record(What.DISPUTE_RETRIED, payload, day)


def _named(until: date | None, since: date) -> dict[str, str]:
    """The day that a court names for our statement, as the ledger keeps it. Raises Mistakes."""
    if until is not None and until < since:
        raise Mistakes({"until": _("答辩的期限不能早于收到的日期。")})
    return {"until": until.isoformat()} if until else {}


def _contested(request: derivation.Standing) -> int | None:
    """The letter that a dispute is about; None where it is that no answer has left."""
    return request.earlier.answer if request.earlier else request.ended_by


def _order(situation: Situation, decision: Decision) -> dict[str, Any]:
    """The order as the ledger keeps it: the rule of that day, where the decision states nothing.

    It names the answer that is sent back, for as long as it stands that answer has left.
    """
    if decision.on_payment and not disputing.dropped_unpaid(situation.request):
        raise Mistakes({"on_payment": _("这件申请不是因为没有缴费才不再办理的。")})
    rule = Period(situation.agency.rules.anew_days, Unit.WORKING)
    days, unit = decision.period or rule
    return {
        "letter": _contested(situation.request),
        "period": days,
        "unit": unit,
        "stated": int(decision.period is not None),
        **({"on_payment": 1} if decision.on_payment else {}),
    }


def _ever(situation: Situation) -> list[Event]:
    """Every notice that was entered, also by mistake: no number is given twice."""
    return list(Event.objects.filter(case=situation.case, kind=What.DISPUTE_OPENED))


def _one_of(open_to_it: Sequence[Dispute], number: int) -> Dispute:
    found = next((one for one in open_to_it if one.number == number), None)
    if found is None:
        raise NotAllowed(_("这件复议、诉讼不在这一步，请看过最新情况再办。"))
    return found


def _require(**fields: tuple[str, str]) -> None:
    found = {name: sentence for name, (value, sentence) in fields.items() if not value.strip()}
    if found:
        raise Mistakes(found)
