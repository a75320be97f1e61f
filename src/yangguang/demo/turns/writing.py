"""Letters: drafted, sent for approval, decided on, issued, sent."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.documents import letter_pdf
from yangguang.casework.documents.sheet import Sheet
from yangguang.casework.models.approval import Decision
from yangguang.casework.personal import Particulars
from yangguang.demo.desk import Desk, Do, Timed
from yangguang.demo.steps import (
    Answered,
    CorrectionAsked,
    Delayed,
    Determined,
    Extended,
    Far,
    FeeNoticed,
    Lapsed,
    ReasonsAsked,
    Referred,
    Step,
    TakenUp,
)
from yangguang.inforequests import (
    charging,
    composing,
    derivation,
    evidence,
    excess,
    fee_words,
    grounds,
    lapsing,
    notices,
)
from yangguang.inforequests.actions import letters, secrecy
from yangguang.inforequests.contesting import places
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.evidence import OBJECTED, Objected
from yangguang.inforequests.fee import Charge, Tariff
from yangguang.inforequests.moves import plan
from yangguang.inforequests.overview import due_if_extended
from yangguang.law.calendar import published
from yangguang.law.identity import Paper

_LEVELS: Final = {
    Capability.APPROVE_FIRST: (Far.FIRST, 0, "16:00"),
    Capability.APPROVE_SECOND: (Far.SECOND, 1, "09:20"),
    Capability.REVIEW_SECRECY: (Far.APPROVED, 1, "10:40"),
    Capability.APPROVE_FINAL: (Far.APPROVED, 1, "14:40"),
}
"""How far an answer has come by the decision of each level; how many days later, at what time."""


def acts(desk: Desk, step: Step) -> Iterator[Timed]:
    """What a step of this subject is made of; nothing for another's."""
    way = desk.way
    match step:
        case CorrectionAsked(at, asked, days):
            terms = letters.Terms(correction_days=days, way=way)
            yield from notice(desk, at, LetterKind.CORRECTION, terms, {"asked": asked})
        case Extended(at, days, reason, far):
            terms, filled = letters.Terms(days=days, way=way), {"reason": reason}
            yield from notice(desk, at, LetterKind.EXTENSION, terms, filled, far)
        case ReasonsAsked(at, beyond, days):
            terms = letters.Terms(reply_days=days, way=way)
            yield from notice(desk, at, LetterKind.REASONS, terms, {"excess": beyond})
        case Delayed(at, days, reason):
            terms = letters.Terms(until=published().add(desk.on(at), days), way=way)
            yield from notice(desk, at, LetterKind.DELAY, terms, {"reason": reason})
        case FeeNoticed(at):
            yield from carried(desk, at, LetterKind.FEE, lambda: _charge(desk, step))
        case Lapsed(at):
            yield from carried(desk, at, LetterKind.LAPSE, lambda: _drop(desk))
        case Answered():
            yield from _answer(desk, step)
        case Referred(at, to, words):
            yield Timed(
                desk.on(at), "15:20", lambda: secrecy.refer(desk.case, to, words, _reviewer(desk))
            )
        case Determined(at, outcome, words):
            yield Timed(
                desk.on(at),
                "11:10",
                lambda: secrecy.answer(desk.case, outcome, words, _reviewer(desk)),
            )
        case TakenUp():
            yield from _gone_on_with(desk, step)


def notice(
    desk: Desk,
    at: int,
    kind: LetterKind,
    terms: letters.Terms,
    filled: Mapping[str, str],
    far: Far = Far.ISSUED,
) -> Iterator[Timed]:
    """A letter whose words are known beforehand."""
    yield from carried(desk, at, kind, lambda: draft(desk, kind, terms, filled), far)


def carried(
    desk: Desk, at: int, kind: LetterKind, write: Do, far: Far = Far.ISSUED
) -> Iterator[Timed]:
    """A letter that is written, approved, issued and gone on one day."""
    on = desk.on(at)
    yield Timed(on, "09:10", write)
    yield Timed(on, "09:45", lambda: letters.submit(desk.case, desk.hand()))
    if far >= Far.APPROVED:
        for capability, hour in zip(plan(kind), ("14:10", "14:40"), strict=False):
            yield Timed(on, hour, partial(_decide, desk, capability))
    if far >= Far.ISSUED:
        yield Timed(on, "15:05", lambda: letters.issue(desk.case, desk.hand()))


def _charge(desk: Desk, step: FeeNoticed) -> None:
    """The notice of a fee, with what the register counts on the day."""
    filled = {fee_words.PAYMENT: desk.agency.rules.payment}
    charge = Charge(Tariff.BY_PAGE, pages=step.pages)
    if step.items:
        earlier = charging.count(charging.earlier_in_the_month(desk.case, desk.standing()))
        charge = Charge(Tariff.BY_ITEM, len(step.items), earlier, earlier)
        filled[fee_words.ITEMS] = "\n".join(step.items)
    draft(desk, LetterKind.FEE, letters.Terms(charge=charge, way=desk.way), filled)


def _drop(desk: Desk) -> None:
    terms = letters.Terms(disposition=lapsing.end(desk.standing()), way=desk.way)
    draft(desk, LetterKind.LAPSE, terms, {})


def _answer(desk: Desk, step: Answered) -> Iterator[Timed]:
    on, levels = desk.on(step.at), plan(LetterKind.ANSWER, step.disposition)
    terms = letters.Terms(disposition=step.disposition)

    def write() -> None:
        asked = grounds.asked(LetterKind.ANSWER, step.disposition, desk.standing())
        begun = evidence.begun(asked, moment.today(), str(desk.hand().person))
        kept_back = {OBJECTED.name: Objected.WITHHELD} if OBJECTED in asked else {}
        filled = {**begun, **kept_back, **step.filled}
        draft(desk, LetterKind.ANSWER, terms, filled, step.enclosed)

    def submit() -> None:
        letters.submit(desk.case, desk.hand())

    yield Timed(on, "09:10", write)
    if step.returned:
        yield Timed(on, "09:45", submit)
        yield Timed(on, "10:50", lambda: _decide(desk, levels[0], step.returned))
        yield Timed(on, "13:50", write)
    if step.far >= Far.SUBMITTED:
        yield Timed(on, "14:30", submit)
    for capability in levels:
        far, later, at = _LEVELS[capability]
        if step.far >= far:
            yield Timed(desk.on(step.at, later), at, partial(_decide, desk, capability))
    yield from _gone(desk, step.at, 2, step.far, step.way)


def _gone_on_with(desk: Desk, step: TakenUp) -> Iterator[Timed]:
    """An answer that stopped at the secrecy review, from there on."""
    on = desk.on(step.at)
    if step.refused:
        yield Timed(on, "13:40", lambda: _decide(desk, Capability.REVIEW_SECRECY, step.refused))
        return
    yield Timed(on, "13:40", lambda: _decide(desk, Capability.REVIEW_SECRECY))
    yield Timed(on, "14:40", lambda: _decide(desk, Capability.APPROVE_FINAL))
    yield from _gone(desk, step.at, 1, Far.SENT, step.way)


def _gone(desk: Desk, at: int, later: int, far: Far, way: Way) -> Iterator[Timed]:
    if far >= Far.ISSUED:
        on = desk.on(at, later)
        yield Timed(on, "09:20", lambda: letters.issue(desk.case, desk.hand()))
    if far >= Far.SENT:
        today = moment.today
        yield Timed(
            on, "10:30", lambda: letters.dispatch(desk.case, way, today(), desk.registrar())
        )


def draft(
    desk: Desk,
    kind: LetterKind,
    terms: letters.Terms,
    filled: Mapping[str, str],
    enclosed: tuple[str, ...] = (),
    to: Particulars | None = None,
) -> None:
    """Write a letter as its page would begin it; `to` whom, if not to the applicant."""
    today, request = moment.today(), desk.standing()
    until = due_if_extended(request, terms.days, today) if terms.days else terms.until
    said = composing.Terms(
        terms.disposition,
        terms.days,
        terms.correction_days,
        until,
        not notices.why_it_stops_nothing(request, today),
        terms.reply_days,
        terms.charge,
    )
    contest = composing.remedy(kind, terms.disposition, today, places(desk.agency, today))
    words = composing.unedited(kind, _facts(desk, request, to), said, filled, contest)
    uploads = [_document(desk, enclosed)] if enclosed else []
    kept = replace(terms, facts=filled)
    letters.draft(desk.case, kind, words, kept, desk.hand(), uploads=uploads)


def _facts(desk: Desk, request: derivation.Standing, to: Particulars | None) -> composing.Facts:
    assert request.received_on is not None
    whom = to or desk.asked.applicant
    return composing.Facts(
        agency=desk.agency.name,
        applicant=whom.name,
        is_person=whom.paper == Paper.ID_CARD,
        number=desk.case.number,
        received_on=request.received_on,
        wanted=desk.asked.wanted,
        gave_reasons=excess.gave_reasons(request),
    )


def _document(desk: Desk, enclosed: tuple[str, ...]) -> Upload:
    title, *paragraphs = enclosed
    sheet = Sheet(title, "", "", tuple(paragraphs), (), desk.agency.name, moment.today())
    return Upload(f"{title}.pdf", letter_pdf.write(sheet))


def _decide(desk: Desk, capability: Capability, remark: str = "") -> None:
    current = desk.standing().draft
    assert current is not None
    decision = Decision.RETURNED if remark else Decision.APPROVED
    letters.decide(desk.case, decision, current.digest, desk.holder(capability), remark)


def _reviewer(desk: Desk) -> Standing:
    return desk.holder(Capability.REVIEW_SECRECY)
