"""What the ledger names, compared with what is kept: texts, files, letters, approvals.

The chain proves the events; they name rows by id and digest, and whoever owns the database could
have changed those rows instead. So many cases at a time are read that memory stays the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, TypeVar

from django.db.models import Model

from yangguang.casework import attachments, letters, personal, sealing
from yangguang.casework.models import (
    Approval,
    ApprovalStep,
    Attachment,
    Case,
    CaseText,
    DataKey,
    Event,
    IssuedLetter,
    LetterRevision,
)
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.derivation import ISSUING
from yangguang.inforequests.events import KIND, What

_CHUNK: Final = 200
_GONE: Final = "所指的内容已经不在"
_STEP_KINDS: Final = {
    What.AGREED: Decision.APPROVED,
    What.APPROVED: Decision.APPROVED,
    What.RETURNED: Decision.RETURNED,
}


_Row = TypeVar("_Row", bound=Model)


class Altered(NamedTuple):
    """Something kept that is not what the ledger says: the case, the event that names it, why."""

    number: str
    seq: int
    why: str


@dataclass
class Left:
    """What was not proved, counted on the way."""

    locked: int = 0
    """Texts and files whose master key is not at hand."""
    destroyed: int = 0
    """Texts and files whose data key was destroyed."""
    without_digest: int = 0
    """Events that name words without a digest of them: notes, withdrawals, issued letters once."""


class _Kept(NamedTuple):
    """The rows of some cases, by id."""

    texts: Mapping[int, CaseText]
    files: Mapping[int, Attachment]
    revisions: Mapping[int, LetterRevision]
    issued: Mapping[int, IssuedLetter]
    approvals: Mapping[int, Approval]
    steps: Mapping[int, ApprovalStep]


def altered(left: Left, *, with_files: bool) -> Iterator[Altered]:
    """What is kept otherwise than the ledger says. `with_files`: the files on disk too, each whole.

    Counts in `left` what cannot be proved.
    """
    last = 0
    while cases := list(Case.objects.filter(kind=KIND, pk__gt=last).order_by("pk")[:_CHUNK]):
        last = cases[-1].pk
        numbers = {case.pk: case.number for case in cases}
        kept = _kept(list(numbers))
        for event in Event.objects.filter(case__in=cases).order_by("case_id", "seq"):
            if isinstance(event.payload, dict):
                for why in _of_event(event, kept, left):
                    yield Altered(numbers[event.case_id], event.seq, why)
        yield from _of_content(numbers, kept, left, with_files)


def _kept(cases: list[int]) -> _Kept:
    revisions = LetterRevision.objects.filter(letter__case__in=cases)
    files = Attachment.objects.filter(case__in=cases)
    return _Kept(
        _by_id(CaseText.objects.filter(case__in=cases).select_related("key", "case")),
        _by_id(files.select_related("key", "case").order_by("pk")),
        _by_id(revisions.select_related("letter", "text").prefetch_related("enclosures")),
        _by_id(IssuedLetter.objects.filter(letter__case__in=cases)),
        _by_id(Approval.objects.filter(case__in=cases)),
        _by_id(ApprovalStep.objects.filter(approval__case__in=cases)),
    )


def _by_id(rows: Iterable[_Row]) -> dict[int, _Row]:
    return {row.pk: row for row in rows}


def _of_event(event: Event, kept: _Kept, left: Left) -> Iterator[str]:
    payload = event.payload
    yield from _named(payload, kept)
    if "revision" in payload:
        yield from _revision(kept.revisions.get(payload["revision"]), payload["digest"])
    if "file_digest" in payload:
        yield from _same(kept.files.get(payload["file"]), payload["file_digest"], "文书的文件")
    if event.kind == What.SUBMITTED:
        yield from _same(kept.approvals.get(payload["approval"]), payload["digest"], "审批的内容")
    if event.kind == What.OFFERED_TO_ALL:
        text = payload["digests"][0]
        yield from _same(kept.approvals.get(payload["approval"]), text, "审批的内容")
    if event.kind in _STEP_KINDS or event.kind == What.OFFER_DECIDED:
        yield from _step(event, kept.steps.get(payload["step"]))
    if event.kind in ISSUING:
        yield from _issued(payload, kept.issued.get(payload["letter"]), left)
    if payload.get("text") and "digests" not in payload:
        left.without_digest += 1


def _named(payload: Mapping[str, Any], kept: _Kept) -> Iterator[str]:
    """The text, if it has one, and the attachments of an event, each beside its digest."""
    if "digests" not in payload:
        return
    rows = [kept.texts.get(payload["text"])] if "text" in payload else []
    rows += [kept.files.get(one) for one in payload["attachments"]]
    for row, digest in zip(rows, payload["digests"], strict=True):
        yield from _same(row, digest, "文字" if isinstance(row, CaseText) else "附件")


def _same(row: CaseText | Attachment | Approval | None, digest: str, what: str) -> Iterator[str]:
    if row is None:
        yield _GONE
    elif row.digest != digest:
        yield f"{what}与台账记下的摘要不符"


def _revision(row: LetterRevision | None, digest: str) -> Iterator[str]:
    if row is None:
        yield _GONE
        return
    enclosed = [one.digest for one in row.enclosures.all()]
    now = letters.content_digest(row.letter.kind, row.text.digest, row.terms, enclosed)
    if not now == row.digest == digest:
        yield "文书的内容、结果或附件与台账记下的摘要不符"


def _step(event: Event, row: ApprovalStep | None) -> Iterator[str]:
    if row is None:
        yield _GONE
        return
    said = (row.approval_id, row.person_id, row.instead_of_id, row.decision)
    decision = _STEP_KINDS.get(What(event.kind)) or event.payload["decision"]
    if said != (event.payload["approval"], event.actor_id, event.instead_of_id, decision):
        yield "审批的人或意见与台账不符"


def _issued(payload: Mapping[str, Any], row: IssuedLetter | None, left: Left) -> Iterator[str]:
    if row is None:
        yield _GONE
    elif "letter_digest" not in payload:
        left.without_digest += 1
    elif letters.issued_digest(row) != payload["letter_digest"]:
        yield "文书的文号、日期、文件或印发人与台账记下的摘要不符"


def _of_content(
    numbers: Mapping[int, str], kept: _Kept, left: Left, with_files: bool
) -> Iterator[Altered]:
    """What is sealed is what its row says: each text opened, and each file where asked for."""
    for text in kept.texts.values():
        if _may_be_opened(text.key, left):
            try:
                personal.words_of(text)
            except (sealing.CannotOpen, ValueError, TypeError):
                yield Altered(numbers[text.case_id], 0, "一段文字被换过或损坏，打不开")
    for file in kept.files.values() if with_files else ():
        if _may_be_opened(file.key, left):
            try:
                attachments.content_of(file)
            except OSError:
                yield Altered(numbers[file.case_id], 0, "一份附件不在磁盘上")
            except sealing.CannotOpen:
                yield Altered(numbers[file.case_id], 0, "一份附件在磁盘上被换过或损坏")


def _may_be_opened(key: DataKey, left: Left) -> bool:
    try:
        personal.plain_key(key)
    except personal.Erased:
        left.destroyed += 1
        return False
    except sealing.CannotOpen:
        left.locked += 1
        return False
    return True
