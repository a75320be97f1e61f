"""The letters of a request as staff read them: revisions, who approved what, what went out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from yangguang.casework import approval, letters, personal, sealing
from yangguang.casework.documents.sheet import sheet_of
from yangguang.casework.models import (
    Approval,
    ApprovalStep,
    Attachment,
    Case,
    IssuedLetter,
    Letter,
    LetterRevision,
)
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import composing
from yangguang.inforequests.events import LetterKind
from yangguang.inforequests.names import LETTER_NAMES
from yangguang.inforequests.timeline import words_of


@dataclass(frozen=True, slots=True)
class Revision:
    """What a letter said at one moment. `kept` are its words as they were written."""

    pk: int
    seq: int
    author: str
    written: datetime
    digest: str
    kept: Mapping[str, Any]
    terms: Mapping[str, Any]
    enclosures: tuple[Attachment, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its paragraphs in order."""
        return sheet_of(self.kept, agency="", dated=None).paragraphs


@dataclass(frozen=True, slots=True)
class Step:
    """A decision at a level of an approval."""

    level: str
    who: str
    approved: bool
    on: datetime
    comment: str


@dataclass(frozen=True, slots=True)
class Round:
    """A round of approval, over one revision (by its digest)."""

    opened: datetime
    digest: str
    steps: tuple[Step, ...]
    waits_for: str
    """What the level is called that is due; empty where the round has ended."""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A letter with its revisions (newest first) and rounds (newest first)."""

    pk: int
    kind: LetterKind
    title: str
    revisions: tuple[Revision, ...]
    rounds: tuple[Round, ...]
    number: str
    dated: date | None
    file: int | None
    sealed: int | None
    """The file with the seal on it."""

    @property
    def latest(self) -> Revision:
        """What it says now, or said when it went out."""
        return self.revisions[0]


def of(
    case: Case, said: Mapping[int, str], sealed: Mapping[int, int], hide: Callable[[str], str]
) -> list[Correspondence]:
    """All letters of a case, newest first. Five queries at most.

    `said`: `comments`; `sealed`: letter → the file with the seal on it; `hide` goes over all words.
    """
    revisions = _revisions(case)
    rounds = _rounds(case, said)
    issued = {one.letter_id: one for one in IssuedLetter.objects.filter(letter__case=case)}
    return [
        _correspondence(letter, revisions[letter.pk], rounds, issued.get(letter.pk), sealed, hide)
        for letter in Letter.objects.filter(case=case).order_by("-pk")
        if letter.pk in revisions
    ]


def comments(case: Case) -> dict[int, str]:
    """What was said at the steps of approval: step → words. One query."""
    steps = ApprovalStep.objects.filter(approval__case=case, comment__isnull=False)
    return {
        step.pk: words_of(step.comment)
        for step in steps.select_related("comment__key", "comment__case")
        if step.comment
    }


def _revisions(case: Case) -> dict[int, list[LetterRevision]]:
    found: dict[int, list[LetterRevision]] = {}
    every = LetterRevision.objects.filter(letter__case=case).order_by("-seq")
    for one in every.select_related("text__key", "text__case", "author").prefetch_related(
        "enclosures__key", "enclosures__case"
    ):
        found.setdefault(one.letter_id, []).append(one)
    return found


def _rounds(case: Case, said: Mapping[int, str]) -> dict[str, list[Round]]:
    found: dict[str, list[Round]] = {}
    for one in (
        Approval.objects.filter(case=case)
        .order_by("-pk")
        .prefetch_related("steps__person", "steps__instead_of")
    ):
        found.setdefault(one.subject, []).append(_round(one, said))
    return found


def _round(one: Approval, said: Mapping[int, str]) -> Round:
    due = approval.progress(one).capability
    return Round(
        one.opened_at,
        one.digest,
        tuple(_step(one, step, said) for step in one.steps.all()),
        str(approval.LEVEL_NAMES[due]) if due else "",
    )


def _step(one: Approval, step: ApprovalStep, said: Mapping[int, str]) -> Step:
    who = str(step.person)
    if step.instead_of:
        who = _("{name}（代{other}）").format(name=who, other=step.instead_of)
    return Step(
        str(approval.LEVEL_NAMES[one.plan[step.level - 1]]),
        who,
        step.decision == Decision.APPROVED,
        step.decided_at,
        said.get(step.pk, ""),
    )


def _correspondence(
    letter: Letter,
    revisions: Sequence[LetterRevision],
    rounds: Mapping[str, list[Round]],
    issued: IssuedLetter | None,
    sealed: Mapping[int, int],
    hide: Callable[[str], str],
) -> Correspondence:
    kind = LetterKind(letter.kind)
    shown = tuple(_revision(one, kind, issued, hide) for one in revisions)
    return Correspondence(
        letter.pk,
        kind,
        str(shown[0].kept.get("title") or LETTER_NAMES[kind]),
        shown,
        tuple(rounds.get(letters.subject(letter), ())),
        issued.number if issued else "",
        issued.dated if issued else None,
        issued.file_id if issued else None,
        sealed.get(letter.pk),
    )


def concealed(words: Mapping[str, Any], hide: Callable[[str], str]) -> dict[str, Any]:
    """Named words, and those within them, each after `hide`."""
    return {name: _concealed(value, hide) for name, value in words.items()}


def _concealed(value: Any, hide: Callable[[str], str]) -> Any:
    match value:
        case str():
            return hide(value)
        case dict():
            return concealed(value, hide)
        case list():
            return [_concealed(one, hide) for one in value]
    return value


def _revision(
    one: LetterRevision,
    kind: LetterKind,
    issued: IssuedLetter | None,
    hide: Callable[[str], str],
) -> Revision:
    dated = issued.dated if issued and issued.revision_id == one.pk else None
    try:
        words = composing.as_sent(kind, personal.words_of(one.text), one.terms, dated)
        kept: Mapping[str, Any] = words if isinstance(words, dict) else {"body": words}
    except (personal.Erased, sealing.CannotOpen):
        kept = {"body": words_of(one.text)}
    return Revision(
        one.pk,
        one.seq,
        str(one.author),
        one.written_at,
        one.digest,
        concealed(kept, hide),
        one.terms,
        tuple(one.enclosures.all()),
    )
