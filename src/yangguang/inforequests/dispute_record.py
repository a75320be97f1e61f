"""The disputes over a request as they are read: before whom, by when, with what result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from yangguang.casework import ledger, personal, sealing
from yangguang.casework.models import Case, CaseText, Event
from yangguang.inforequests.derivation import Standing
from yangguang.inforequests.dispute_names import (
    PART_NAMES,
    RESULT_NAMES,
    RULING_NAMES,
    TRACK_NAMES,
    decision_name,
    procedure_name,
    statement_name,
)
from yangguang.inforequests.disputes import KINDS, Duty
from yangguang.inforequests.events import What
from yangguang.law.calendar import published
from yangguang.law.clock.words import with_weekday
from yangguang.law.disputes import Appealed, Dispute, Retried, Stated, Step, Unit


@dataclass(frozen=True, slots=True)
class DisputeShown:
    """A dispute as the office reads it.

    `due` is the line on our own statement, `tone` how it weighs (error, warning, nothing), and
    `basis` the article; all empty where none is due. `steps` are the rest of its story: day, words.
    """

    number: int
    name: str
    part: str
    organ: str
    case_number: str
    received: date
    due: str
    tone: str
    basis: str
    steps: tuple[tuple[date, str], ...]
    result: str


def statement_line(due: date, on: date) -> tuple[str, str]:
    """How long there is for a statement, in days of the calendar; and how that weighs."""
    left = (due - on).days
    if left < 0:
        said = _("已逾期 {days} 天 · {due}")
        return said.format(days=-left, due=with_weekday(due)), "error"
    if left == 0:
        return _("今天到期 · {due}").format(due=with_weekday(due)), "warning"
    return _("还剩 {days} 天 · {due}").format(days=left, due=with_weekday(due)), "warning"


def of(events: Sequence[Event], request: Standing, on: date) -> tuple[DisputeShown, ...]:
    """The disputes of a request, the latest first, from the events that hold.

    One query, and none where there is no dispute.
    """
    theirs = [event for event in events if event.kind in KINDS]
    texts = _texts(theirs)
    return tuple(
        _shown(one, [event for event in theirs if event.payload["dispute"] == number], texts, on)
        for number, one in sorted(request.disputes.items(), reverse=True)
    )


def citation(case: Case, duties: Iterable[Duty]) -> str:
    """The decisions that order an answer, as a letter names them."""
    events = ledger.standing_events(Event.objects.filter(case=case).order_by("seq"))
    return "、".join(_cited(duty, events) for duty in duties)


def _cited(duty: Duty, events: Sequence[Event]) -> str:
    theirs = [event for event in events if event.payload.get("dispute") == duty.dispute]
    notice = next(event for event in theirs if event.kind == What.DISPUTE_OPENED)
    decision = [event for event in theirs if event.kind == What.DISPUTE_DECIDED][-1]
    texts = _texts([notice, decision])
    said = decision_name(duty.order.is_judgment)
    return f"{_word(notice, 'organ', texts)}{said}（{_word(decision, 'number', texts)}）"


def _texts(events: Sequence[Event]) -> dict[int, Mapping[str, Any]]:
    wanted = {event.payload["text"] for event in events if event.payload.get("text")}
    if not wanted:
        return {}
    every = CaseText.objects.filter(pk__in=wanted).select_related("key", "case")
    return {one.pk: _words(one) for one in every}


def _words(text: CaseText) -> Mapping[str, Any]:
    """Where they cannot be read any more, what is said in place of a name."""
    try:
        kept = personal.words_of(text)
    except personal.Erased:
        return {"organ": _("（内容已按规定销毁）")}
    except sealing.CannotOpen:
        return {"organ": _("（内容打不开：缺少当时的主密钥）")}
    return kept if isinstance(kept, dict) else {}


def _word(event: Event, name: str, texts: Mapping[int, Mapping[str, Any]]) -> str:
    return str(texts.get(event.payload.get("text", 0), {}).get(name, ""))


def _shown(
    dispute: Dispute,
    events: Sequence[Event],
    texts: Mapping[int, Mapping[str, Any]],
    on: date,
) -> DisputeShown:
    due = dispute.statement_due(published())
    line, tone = statement_line(due, on) if due else ("", "")
    # The dispute's steps and its events after the notice are one for one.
    steps = [
        (step.on, _step(dispute, step, _word(event, "number", texts), event.payload))
        for step, event in zip(dispute.steps, events[1:], strict=True)
    ]
    return DisputeShown(
        dispute.number,
        str(TRACK_NAMES[dispute.track]),
        str(PART_NAMES[dispute.track]),
        _word(events[0], "organ", texts),
        _word(events[0], "number", texts),
        dispute.received,
        _("{what}：{line}").format(what=statement_name(dispute.is_suit), line=line) if line else "",
        tone,
        dispute.term.article if dispute.term else "",
        tuple(steps),
        _result(dispute, on),
    )


def _result(dispute: Dispute, on: date) -> str:
    """What it counts as today, and from when, where the judgment does not hold yet."""
    decision = dispute.decision
    if decision and (since := dispute.effective_on(decision)) > on:
        coming = RESULT_NAMES[dispute.result(since)]
        return _("{result}（判决 {day} 起生效，没有人上诉的话）").format(result=coming, day=since)
    return str(RESULT_NAMES[dispute.result(on)])


def _step(
    dispute: Dispute,
    step: Step,
    number: str,
    payload: Mapping[str, Any],
) -> str:
    match step:
        case Stated():
            return _("提交{what}").format(what=statement_name(dispute.is_suit))
        case Appealed():
            return _("本机关上诉") if step.is_ours else _("对方上诉")
        case Retried():
            said = _("决定再审，{procedure}").format(procedure=procedure_name(step.is_first))
            return f"{said}（{number}）" if number else said
    said = str(RULING_NAMES[step.ruling])
    if number:
        said += f" {number}" if number.startswith("（") else f"（{number}）"
    return said + order_in_words(payload)


def order_in_words(payload: Mapping[str, Any]) -> str:
    """That a decision (its event's payload) orders an answer, and how soon; else empty."""
    if not payload.get("period"):
        return ""
    unit = _("个工作日") if payload["unit"] == Unit.WORKING else _("日")
    said = _("，要求 {days} {unit}内重新答复").format(days=payload["period"], unit=unit)
    if payload.get("on_payment"):
        said = _("，要求申请人缴清信息处理费以后 {days} {unit}内答复").format(
            days=payload["period"], unit=unit
        )
    return said if payload["stated"] else said + _("（决定没有写期限，按本机关的规则）")


def remarks(request: Standing) -> list[str]:
    """What else to know beside the clock: that a request was answered anew, or is to be."""
    found = [
        _("已经按第 {number} 件复议、诉讼的要求，于 {day} 作出答复。").format(
            number=one.duty.dispute, day=one.on
        )
        for one in request.answered_anew
    ]
    if request.orders and request.is_reopened:
        found.append(
            _(
                "按第 {numbers} 件复议、诉讼的要求重新答复，答复书开头会写明这份决定、判决；"
                "统计仍以第一次的处理结果为准。"
            ).format(numbers="、".join(str(number) for number in sorted(request.orders)))
        )
        return found
    found += [
        _("第 {number} 件复议、诉讼要求最迟 {due} 答复；上面的期限是条例规定的。").format(
            number=one.dispute, due=with_weekday(one.order.due(published()))
        )
        for one in request.orders.values()
    ]
    return found
