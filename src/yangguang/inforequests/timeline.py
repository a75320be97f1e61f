"""A request's ledger as staff read it: what happened, when, by whom, with the words that belong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.models import Person
from yangguang.casework import ledger, personal, sealing
from yangguang.casework.models import CaseText, Event
from yangguang.inforequests import filing_classes, reexamining, related, secrecy
from yangguang.inforequests.actions.registry import can_be_voided
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.dispute_names import RULING_NAMES, TRACK_NAMES, procedure_name
from yangguang.inforequests.dispute_record import order_in_words
from yangguang.inforequests.disputes import KINDS
from yangguang.inforequests.event_names import event_name
from yangguang.inforequests.events import LetterKind, VoidReason, Way, What
from yangguang.inforequests.names import LETTER_NAMES, REPLY_NAMES, VOIDED_NAMES, WAY_NAMES
from yangguang.law.disputes import DisputeTrack, Ruling
from yangguang.law.filing import CLASS_NAMES, RecordClass, Retention, reference
from yangguang.law.receipt import CHANNEL_NAMES, Channel


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: `on` its legal date, `entered` when it was recorded.

    `details` are short facts, `words` what someone wrote; `letter` the letter it is about. `holds`
    is false for what a counter-entry voided.
    """

    seq: int
    what: str
    name: str
    on: date
    entered: datetime
    who: str
    details: tuple[str, ...]
    words: str
    letter: int | None
    attachments: tuple[int, ...]
    holds: bool
    can_be_voided: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What the events name by id."""

    people: Mapping[int, str]
    texts: Mapping[int, str]
    letters: Mapping[int, str]
    comments: Mapping[int, str]
    cases: Mapping[int, str]
    """Their numbers."""
    classes: Mapping[int, str]


def entries(
    events: Sequence[Event],
    letters: Mapping[int, str],
    comments: Mapping[int, str],
    hide: Callable[[str], str] = str,
) -> list[Entry]:
    """The events, newest first. `letters`: their titles; `comments`: what was said at a step.

    `hide` goes over the words that someone wrote.

    Four queries at most: the people named, the texts, the cases, the classes named.
    """
    standing = ledger.standing_events(events)
    holding = {event.seq for event in standing}
    voidable = can_be_voided(standing)
    texts = {text: hide(words) for text, words in _texts(events).items()}
    cases, classes = related.numbers(events), filing_classes.names_in(events)
    known = _Known(_people(events), texts, letters, comments, cases, classes)
    return [
        _entry(event, event.seq in holding, event.seq in voidable, known)
        for event in reversed(events)
    ]


def words_of(text: CaseText) -> str:
    """A text's words; a sentence in their place where they cannot be read any more."""
    try:
        kept = personal.words_of(text)
    except personal.Erased:
        return _("（内容已按规定销毁）")
    except sealing.CannotOpen:
        return _("（内容打不开：缺少当时的主密钥）")
    return kept if isinstance(kept, str) else str(kept.get("wanted", ""))


def _people(events: Sequence[Event]) -> dict[int, str]:
    wanted = {event.payload["handler"] for event in events if event.kind == What.ASSIGNED}
    return {one.pk: str(one) for one in Person.objects.filter(pk__in=wanted)} if wanted else {}


def _texts(events: Sequence[Event]) -> dict[int, str]:
    wanted = {event.payload["text"] for event in events if event.payload.get("text")}
    texts = CaseText.objects.filter(pk__in=wanted).select_related("key", "case")
    return {text.pk: words_of(text) for text in texts}


def _entry(event: Event, holds: bool, can_be_voided: bool, known: _Known) -> Entry:
    payload = event.payload
    return Entry(
        seq=event.seq,
        what=event.kind,
        name=_name(event),
        on=event.occurred_on,
        entered=event.recorded_at,
        who=_who(event),
        details=tuple(_details(event, known)),
        words=known.texts.get(payload.get("text", 0), "")
        or known.comments.get(payload.get("step", 0), ""),
        letter=payload.get("letter"),
        attachments=tuple(payload.get("attachments", ())),
        holds=holds or event.kind not in set(What),
        can_be_voided=can_be_voided,
    )


def _name(event: Event) -> str:
    if event.kind == What.DRAFTED:
        return _("起草{letter}").format(letter=LETTER_NAMES[LetterKind(event.payload["kind"])])
    if event.kind == What.CARRIED_OVER:
        return _("拆分以前：{what}").format(what=event_name(event.payload["of"]))
    return event_name(event.kind)


def _who(event: Event) -> str:
    if event.actor is None:
        return _("申请人")
    if event.instead_of is None:
        return str(event.actor)
    return _("{name}（代{other}）").format(name=event.actor, other=event.instead_of)


_UNTIL: Final[Mapping[str, Any]] = {
    What.CORRECTION_ASKED: lazy("补正期限：{day}"),
    What.REASONS_ASKED: lazy("说明理由的期限：{day}"),
    What.DELAY_SET: lazy("延迟到 {day} 答复"),
    **dict.fromkeys(
        (What.DISPUTE_DECIDED, What.DISPUTE_RETRIED), lazy("法院指定的答辩期限：{day}")
    ),
}
"""What a day is that an event names."""


def _fee(event: Event) -> Iterator[str]:
    payload: Mapping[str, Any] = event.payload
    if event.kind == What.FEE_REDUCED:
        yield _("应缴改为 {sum} 元").format(sum=payload["sum"])
    if event.kind not in (What.FEE_NOTICED, What.FEE_PAID):
        return
    yield _("{sum} 元").format(sum=payload["sum"])
    if event.kind == What.FEE_PAID:
        yield _("非税票据号在下面")
    elif "pages" in payload:
        yield _("按页，{pages} 页").format(pages=payload["pages"])
    else:
        yield _("按件，本件 {items} 件，本月此前 {earlier} 件").format(**payload)
        if payload["earlier"] != payload["counted"]:
            yield _("台账计 {counted} 件，已更正").format(**payload)


def _details(event: Event, known: _Known) -> list[str]:
    payload: Mapping[str, Any] = event.payload
    found = []
    if title := known.letters.get(payload.get("letter", 0)):
        found.append(title)
    if event.kind == What.RECEIVED:
        found.append(CHANNEL_NAMES[Channel(payload["channel"])])
    if handler := payload.get("handler"):
        found.append(_("承办人：{name}").format(name=known.people.get(handler, "")))
    if (until := payload.get("until")) and (kind := payload.get("of", event.kind)) in _UNTIL:
        found.append(str(_UNTIL[kind]).format(day=until))
    found += _fee(event)
    if days := payload.get("days"):
        found.append(_("延长 {days} 个工作日").format(days=days))
    if way := payload.get("way"):
        found.append(str(WAY_NAMES[Way(way)]))
    if reply := payload.get("reply"):
        found.append(str(REPLY_NAMES[Reply(reply)]))
    if reason := payload.get("reason"):
        found.append(str(VOIDED_NAMES[VoidReason(reason)]))
    if event.kind == What.FILED:
        year, kept = payload["year"], Retention(payload["retention"])
        own = known.classes.get(payload.get("own", 0))
        found.append(own or CLASS_NAMES[RecordClass(payload["record_class"])])
        found.append(reference(year, kept, payload["box"], payload["item"]))
    if event.kind == What.REEXAMINED:
        found.append(str(reexamining.FINDING_NAMES[reexamining.Finding(payload["outcome"])]))
    found += [*secrecy.in_words(event), *related.in_words(event, known.cases)]
    if event.kind in KINDS:
        found += _of_a_dispute(payload)
    if payload.get("decided"):
        found.append(_("决定存入标有内部字样的文件"))
    if event.kind == ledger.ENTRY_VOIDED:
        found.append(_("冲正第 {seq} 条").format(seq=payload["seq"]))
    return found


def _of_a_dispute(payload: Mapping[str, Any]) -> list[str]:
    found = [_("第 {number} 件").format(number=payload["dispute"])]
    if track := payload.get("track"):
        found.append(str(TRACK_NAMES[DisputeTrack(track)]))
    if ruling := payload.get("ruling"):
        found.append(f"{RULING_NAMES[Ruling(ruling)]}{order_in_words(payload)}")
    if "ours" in payload:
        found.append(_("本机关上诉") if payload["ours"] else _("对方上诉"))
    if "first" in payload:
        found.append(procedure_name(bool(payload["first"])))
    return found
