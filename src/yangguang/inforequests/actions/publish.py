"""An answer offered to everyone (Art. 44): written without personal data, approved, published.

What is published are the words of the version that was approved, by its digest, and no others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency, Person
from yangguang.casework import approval, numbers, personal, sealing, traces
from yangguang.casework.attachments import attach
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import (
    Case,
    CaseText,
    Event,
    IssuedLetter,
    Party,
)
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import public_files, public_version
from yangguang.inforequests.acting import Situation, acting, key_of
from yangguang.inforequests.deciding import Verdict, decided
from yangguang.inforequests.events import What
from yangguang.inforequests.models import PublicAnswer
from yangguang.inforequests.moves import Move
from yangguang.inforequests.public_answers import content_digest
from yangguang.inforequests.public_files import Checked

KIND: Final = "public answer"
"""The kind of text: a version for the public."""
PARTS: Final = ("title", "asked", "answered")
_LABELS: Final = {"title": "标题", "asked": "问", "answered": "答"}
_LONGEST_TITLE: Final = 200


@dataclass(frozen=True, slots=True)
class Version:
    """What is to be published; `reasons` says of traces of persons in it why they stay.

    `files` are copies that were looked through (`public_files.checked`).
    """

    title: str
    asked: str
    answered: str
    reasons: Mapping[str, str] = field(default_factory=dict)
    files: Sequence[Checked] = ()
    looked: frozenset[str] = frozenset()
    """The digests of those that a person has looked at, where the machine cannot read all."""

    def part(self, name: str) -> str:
        """One of PARTS, without blanks around it."""
        words: str = getattr(self, name)
        return words.replace("\r\n", "\n").strip()


def names_in(case: Case) -> frozenset[str]:
    """What to look for of the parties. Raises NotAllowed where their data are erased."""
    parties = Party.objects.filter(case=case).select_related("key", "case")
    try:
        return traces.names_of([personal.particulars_of(one) for one in parties])
    except (personal.Erased, sealing.CannotOpen):
        raise NotAllowed(
            _("当事人的信息已经不能查看，无法核对答复里有没有个人信息，不能向社会公开。")
        ) from None


def offer(case: Case, version: Version, people: Standing, seen: int | None = None) -> Event:
    """Send a version for approval: exactly these words. What is left of persons has a reason.

    Raises NotAllowed; Mistakes under the name of a part.
    """
    names = names_in(case)
    _require_sound(version, names)
    stored = public_files.stored(version.files, personal.plain_key(key_of(case)))
    with acting(case, Move.OFFER_TO_ALL, people, seen) as situation:
        said = {name: version.part(name) for name in PARTS}
        copies = [attach(situation.case, situation.key, public_files.KIND, file) for file in stored]
        shown = public_files.listed(version.files, copies)
        text = situation.keep(KIND, {**said, "kept": _kept(version, names), "files": shown})
        opened = approval.open_round(
            situation.agency,
            public_version.subject(situation.case.pk),
            text.digest,
            public_version.PLAN,
            _authors(situation),
            situation.case,
        )
        return situation.record(
            What.OFFERED_TO_ALL,
            {
                "letter": situation.request.answer,
                "text": text.pk,
                "attachments": [one.pk for one in copies],
                "digests": [text.digest, *(one.digest for one in copies)],
                "approval": opened.pk,
                "waits_for": approval.progress(opened).capability or "",
            },
        )


def _require_sound(version: Version, names: frozenset[str]) -> None:
    mistakes = {}
    for name in PARTS:
        words = version.part(name)
        left = {one.words for one in traces.find(words, names) if not _reason(version, one.words)}
        if not words:
            mistakes[name] = _("请填写“{part}”。").format(part=_LABELS[name])
        elif name == "title" and len(words) > _LONGEST_TITLE:
            mistakes[name] = _("标题最多 {most} 个字。").format(most=_LONGEST_TITLE)
        elif left:
            mistakes[name] = _(
                "“{part}”里还有 {count} 处可能是个人信息：请去掉，或者在下面逐一写明保留的理由。"
            ).format(part=_LABELS[name], count=len(left))
    if said := "".join(_of_files(version)):
        mistakes["files"] = said
    if mistakes:
        raise Mistakes(mistakes)


def _of_files(version: Version) -> Iterator[str]:
    """What is still to be done about the files."""
    if len(version.files) > public_files.MOST:
        yield _("附件最多 {most} 个。").format(most=public_files.MOST)
    for file in version.files:
        left = {words for _kind, words in file.found if not _reason(version, words)}
        if left:
            yield _(
                "“{name}”里有 {count} 处可能是个人信息：请逐一写明保留的理由，"
                "或者不选它，另外上传一份去掉的。"
            ).format(name=file.came_as, count=len(left))
        if file.unread and file.digest not in version.looked:
            yield _("“{name}”{why}：请打开看过，打勾确认。").format(name=file.name, why=file.unread)


def _reason(version: Version, words: str) -> str:
    return version.reasons.get(words, "").strip()


def _kept(version: Version, names: frozenset[str]) -> list[dict[str, str]]:
    """The traces that stay, each with its reason: for those who approve."""
    found = {
        one.words: one.kind for name in PARTS for one in traces.find(version.part(name), names)
    }
    found |= {words: kind for file in version.files for kind, words in file.found}
    return [
        {"words": words, "kind": kind, "reason": _reason(version, words)}
        for words, kind in found.items()
    ]


def _authors(situation: Situation) -> list[Person]:
    """Everyone who wrote a version of it: none of them gives the final approval."""
    earlier = Event.objects.filter(case=situation.case, kind=What.OFFERED_TO_ALL)
    wrote = {pk for pk in earlier.values_list("actor", flat=True) if pk}
    assert situation.people.person is not None
    return list(Person.objects.filter(pk__in=wrote | {situation.people.person.pk}))


def decide(
    case: Case,
    decision: Decision,
    digest: str,
    people: Standing,
    comment: str = "",
    seen: int | None = None,
) -> Event:
    """Decide the level that is due over the version that the person saw (`digest`).

    Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.DECIDE_OFFER, people, seen) as situation:
        current = situation.request.public
        assert current is not None
        step, now = decided(situation, current.approval, Verdict(decision, digest, comment))
        return situation.record(
            What.OFFER_DECIDED,
            {
                "letter": situation.request.answer,
                "approval": current.approval,
                "step": step.pk,
                "decision": decision,
                "waits_for": now.capability or "",
            },
        )


def publish(case: Case, people: Standing, seen: int | None = None) -> PublicAnswer:
    """Open what was approved to everyone, at an address that stays. Raises NotAllowed."""
    copies = public_files.copies_of(case)  # sealed and on disk before the transaction
    with acting(case, Move.PUBLISH, people, seen) as situation:
        current = situation.request.public
        assert current is not None
        text = CaseText.objects.select_related("key", "case").get(pk=current.text)
        said = _approved(situation, text)
        issued = IssuedLetter.objects.get(pk=situation.request.answer)
        made = PublicAnswer.objects.create(
            case=situation.case,
            agency=situation.agency,
            address=next_address(situation.agency, situation.on.year),
            dated=issued.dated,
            published_on=situation.on,
            **{name: str(said[name]) for name in PARTS},
        )
        public_files.open_to_all(made, said.get("files", []), copies)
        situation.record(
            What.PUBLISHED,
            {
                "letter": issued.pk,
                "approval": current.approval,
                "answer": made.pk,
                "content": content_digest(made),
            },
        )
        return made


def _approved(situation: Situation, text: CaseText) -> dict[str, Any]:
    """The words and what goes with them, as approved. Raises NotAllowed where they were not."""
    try:
        words = personal.words_of(text)  # bound to the digest: others do not open
    except (personal.Erased, sealing.CannotOpen):
        raise NotAllowed(_("公开版的内容已经打不开，请重新起草、送审。")) from None
    subject = public_version.subject(situation.case.pk)
    if isinstance(words, str) or not approval.is_approved(subject, text.digest):
        raise NotAllowed(_("公开版没有按现在的内容审批通过，不能发布。"))
    return words


def next_address(agency: Agency, year: int) -> str:
    """The address of a public answer: agency, year, number; nothing of the request's own number."""
    number = numbers.next_number(f"public answers/{agency.pk}/{year}")
    return f"{agency.slug}-{year}-{number}"
