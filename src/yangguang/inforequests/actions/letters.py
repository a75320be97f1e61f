"""A letter of a request: drafted, sent for approval, decided, issued (Arts 17, 30, 33, 36)."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import approval, letters, moment
from yangguang.casework.attachments import Stored, Upload, attach
from yangguang.casework.attachments import decided as decided_upon
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import (
    Approval,
    Attachment,
    Case,
    Event,
    IssuedLetter,
    Letter,
    LetterRevision,
)
from yangguang.casework.models.approval import Decision
from yangguang.casework.personal import Particulars
from yangguang.inforequests import (
    consulting,
    contesting,
    dispute_record,
    excess_terms,
    freezing,
    grounds,
    holders,
    lawful,
    notices,
    secrecy,
)
from yangguang.inforequests.acting import Situation, acting, stored_for
from yangguang.inforequests.actions import consult, issuing
from yangguang.inforequests.approvals import is_approved
from yangguang.inforequests.deciding import Verdict, decided
from yangguang.inforequests.events import LEAVES, LetterKind, Way, What
from yangguang.inforequests.fee import Charge
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.law import periods, remedies
from yangguang.law.dispositions import Disposition

ENCLOSURE: Final = "enclosure"
"""The kind of attachment that goes out with a letter."""
_ATTEMPTS: Final = 5
"""More than enough: each takes part of a second, and an agency issues some letters a day."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a letter does, beside its words; only what its kind needs is set.

    `whom` a letter asks (Arts 32, 34); `asked`: the letter by which the third party was asked that
    this one tells; `left`: yuan that are still to be paid of a fee that is reduced (0: none).
    """

    disposition: Disposition | None = None
    days: int | None = None
    correction_days: int | None = None
    reply_days: int | None = None
    until: date | None = None
    charge: Charge | None = None
    left: int | None = None
    way: Way = Way.ELECTRONIC
    facts: Mapping[str, str] = field(default_factory=dict)
    whom: Particulars | None = None
    asked: int | None = None

    def plain(self) -> dict[str, Any]:
        """As the revision keeps it, in plain sight; the facts, which are words, are sealed."""
        terms = {
            "disposition": self.disposition,
            "days": self.days,
            "correction_days": self.correction_days,
            "reply_days": self.reply_days,
            "until": self.until.isoformat() if self.until else None,
            "charge": self.charge.plain() if self.charge else None,
            "left": self.left,
            "way": self.way,
        }
        return {name: value for name, value in terms.items() if value not in (None, "")}


def draft(
    case: Case,
    kind: LetterKind,
    words: Mapping[str, str],
    terms: Terms,
    people: Standing,
    enclosures: Sequence[Attachment] = (),
    seen: int | None = None,
    uploads: Sequence[Upload | Stored] = (),
) -> LetterRevision:
    """Write or rewrite the letter of that kind; the case's other draft, if any, is laid aside.

    `words` are the letter's parts (title, body …); the terms' facts (by `law.Evidence`, what the
    disposition rests on) are kept with them, as `facts`; `uploads` are enclosed beside
    `enclosures`. Raises NotAllowed, Mistakes (under the name of a term or a fact).
    """
    files = stored_for(case, uploads)
    with acting(case, DRAFTS[kind], people, seen) as situation:
        _require_terms(kind, terms, situation)
        if any(one.case_id != situation.case.pk for one in enclosures):
            raise NotAllowed(_("附件不是这件申请的，不能随文书发出。"))
        author = people.person
        assert author is not None
        key = situation.key
        current = situation.request.draft
        letter = (
            Letter.objects.get(pk=current.letter)
            if current and current.kind is kind
            else letters.begin(situation.case, kind, author)
        )
        said = {**words, **_with_it(situation, kind, terms)}
        added = [attach(situation.case, key, ENCLOSURE, file) for file in files]
        revision = letters.revise(letter, said, terms.plain(), [*enclosures, *added], author, key)
        situation.record(
            What.DRAFTED,
            {
                "letter": letter.pk,
                "kind": kind,
                "revision": revision.pk,
                "digest": revision.digest,
                "disposition": terms.disposition or "",
                **decided_upon(added, files),
                **_said_of_the_clock(situation, kind, terms),
                **consult.named(situation, kind, terms.whom),
                **({"asked": terms.asked} if terms.asked else {}),
                **(_said_of_an_answer(situation, terms) if kind is LetterKind.ANSWER else {}),
            },
        )
        return revision


def _with_it(situation: Situation, kind: LetterKind, terms: Terms) -> dict[str, Any]:
    """What is kept with the words that were written: the facts; the remedy clause, never typed."""
    kept: dict[str, Any] = {}
    if kind is LetterKind.ANSWER and (orders := situation.request.orders):
        named = dispute_record.citation(situation.case, orders.values())
        verb = _("重新作出答复") if situation.request.is_reopened else _("作出答复")
        kept["opening"] = _("本机关根据{decision}，{verb}。").format(decision=named, verb=verb)
    if terms.facts:
        kept["facts"] = {name: value.strip() for name, value in terms.facts.items()}
    if kind in issuing.CONTESTED and terms.disposition:
        # Without the places it can be drafted; it is not issued until they are known.
        with suppress(remedies.NoPlaces):
            kept["remedy"] = contesting.clause(
                situation.agency, kind, terms.disposition, situation.on
            )
    return kept


def _said_of_an_answer(situation: Situation, terms: Terms) -> dict[str, Any]:
    """Which decisions order it, and what it does with what others object to."""
    objected = consult.objected(situation, terms.disposition, terms.facts)
    return {**issuing.by_order(situation.request.orders), **objected}


def _said_of_the_clock(situation: Situation, kind: LetterKind, terms: Terms) -> dict[str, Any]:
    """What a correction notice that is drafted today says of the answer period; a delay's day."""
    if kind is LetterKind.DELAY and terms.until:
        return {"until": terms.until.isoformat()}
    if kind is not LetterKind.CORRECTION:
        return {}
    return {"restarts": not notices.why_it_stops_nothing(situation.request, situation.on)}


def _require_terms(kind: LetterKind, terms: Terms, situation: Situation) -> None:
    found = grounds.mistakes(kind, terms.disposition, terms.facts, situation.request)
    if said := holders.fault(terms.facts.get("holder", ""), situation.agency):
        found["holder"] = said
    request = situation.request
    found |= consulting.mistakes(kind, terms.whom, terms.asked, terms.way, terms.facts, request)
    if kind is LetterKind.EXTENSION and not 1 <= (terms.days or 0) <= periods.EXTENSION:
        found["days"] = _("延长 1 至 {most} 个工作日（第三十三条）。").format(
            most=periods.EXTENSION
        )
    if kind is LetterKind.CORRECTION and (terms.correction_days or 0) < 1:
        found["correction_days"] = _("请填写补正期限，至少 1 个工作日。")
    found |= excess_terms.mistakes(kind, terms, situation)
    if found:
        raise Mistakes(found)


def submit(case: Case, people: Standing, seen: int | None = None) -> Approval:
    """Send the draft for approval: exactly what it says now. Raises NotAllowed."""
    with acting(case, Move.SUBMIT, people, seen) as situation:
        current = situation.request.draft
        assert current is not None and people.person is not None
        letter = Letter.objects.get(pk=current.letter)
        opened = approval.open_round(
            situation.agency,
            letters.subject(letter),
            current.digest,
            lawful.plan_of(current),
            letters.authors(letter),  # who wrote it, whoever sends it
            situation.case,
        )
        situation.record(
            What.SUBMITTED,
            {
                "letter": letter.pk,
                "approval": opened.pk,
                "digest": current.digest,
                "waits_for": approval.progress(opened).capability or "",
            },
        )
        return opened


def decide(
    case: Case,
    decision: Decision,
    digest: str,
    people: Standing,
    comment: str = "",
    seen: int | None = None,
) -> Event:
    """Decide the level that is due over what the person saw (`digest`).

    Pass `seen`: who fills two posts would otherwise decide a level that another had just reached.
    Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.DECIDE, people, seen) as situation:
        current = situation.request.draft
        assert current is not None and current.approval is not None
        if decision is Decision.APPROVED:
            secrecy.require_may_open(situation.request.question)
        step, now = decided(situation, current.approval, Verdict(decision, digest, comment))
        payload = {"letter": current.letter, "approval": current.approval, "step": step.pk}
        if now.is_returned:
            return situation.record(What.RETURNED, payload)
        if now.is_complete:
            return situation.record(What.APPROVED, {**payload, "digest": current.digest})
        return situation.record(
            What.AGREED,
            {**payload, "level": now.level - 1, "waits_for": now.capability or ""},
        )


def issue(case: Case, people: Standing, seen: int | None = None) -> IssuedLetter:
    """Number and freeze the approved letter. A notice leaves at once; an answer is yet to leave.

    Raises NotAllowed: not approved as it is, or nobody knows where an answer is contested.
    """
    for _attempt in range(_ATTEMPTS):
        # On paper a letter bears its number: it is written with the number that comes next, outside
        # the transaction, and written anew where meanwhile another letter took that number.
        written = freezing.write(case, people)
        with suppress(freezing.Outdated):
            return _issue(case, people, seen, written)
    raise NotAllowed(_("同时有别的文书在编号，这份还没有印发。请再试一次。"))


def _issue(
    case: Case, people: Standing, seen: int | None, written: freezing.Written | None
) -> IssuedLetter:
    with acting(case, Move.ISSUE, people, seen) as situation:
        current = situation.request.draft
        assert current is not None and people.person is not None
        revision = LetterRevision.objects.get(pk=current.revision)
        letter = revision.letter
        if not is_approved(situation.case, revision, lawful.plan_of(current)):
            raise NotAllowed(_("这份文书没有按现在的内容审批通过，不能印发。"))
        issuing.require_still_so(situation, revision, current)
        number = letters.next_letter_number(situation.agency, situation.on.year)
        file = freezing.keep(situation, revision, number, written)
        issued = IssuedLetter.objects.create(
            letter=letter,
            revision=revision,
            number=number,
            dated=situation.on,
            file=file,
            issued_by=people.person,
            issued_at=moment.now(),
        )
        issuing.take_effect(situation, current, issued)
        if written and written.sealed:
            freezing.keep_sealed(situation, issued, written.sealed, situation.on)
        return issued


def dispatch(case: Case, way: Way, on: date, people: Standing, seen: int | None = None) -> Event:
    """The answer leaves, and the clock stops: posted, signed for, sent (Art. 33).

    The ledger names the file that leaves: with the seal on it, where there is one. `on` is the
    day on which it left; one that came back leaves anew on the day of its return or later, and
    the first time counts. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.DISPATCH, people, seen) as situation:
        letter = IssuedLetter.objects.select_related("file").get(pk=situation.request.answer)
        _require_day_of_leaving(situation, letter, on)
        file = freezing.going_out(situation.request, letter)
        named = {"file": file.pk, "file_digest": file.digest} if file else {}
        return situation.record(LEAVES[way], {"letter": letter.pk, **named}, on)


def _require_day_of_leaving(situation: Situation, letter: IssuedLetter, on: date) -> None:
    back = situation.request.came_back_on if situation.request.came_back else None
    if (back or letter.dated) <= on <= situation.on:
        return
    said = (
        _("发出日期应当在退回之日至今天之间。") if back else _("发出日期应当在印发之日至今天之间。")
    )
    raise Mistakes({"on": said})
