"""What happened to a request, told to who asked: in plain words, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.casework import moment
from yangguang.casework.models import Event
from yangguang.inforequests import consultations, consulting, derivation, disputes, notices
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import NOTICES, TO_OTHERS, VoidReason, What
from yangguang.law import clock
from yangguang.law.clock.words import headline, in_prose
from yangguang.law.dispositions import RULES, Disposition
from yangguang.law.disputes import Dispute
from yangguang.portal.requests import dispute_story, excess

STAGE_NAMES: Final = {
    Stage.UNASSIGNED: lazy("已收到，即将办理"),
    Stage.HANDLING: lazy("正在办理"),
    Stage.AWAITING_CORRECTION: lazy("等您补充"),
    Stage.AWAITING_PAYMENT: lazy("等您缴费"),
    Stage.IN_APPROVAL: lazy("正在办理"),
    Stage.APPROVED: lazy("正在办理"),
    Stage.ISSUED: lazy("答复已经写好，正要发给您"),
    Stage.ANSWERED: lazy("已经答复"),
    Stage.LAPSED: lazy("不再办理"),
    Stage.SPLIT: lazy("分成几件办理"),
    Stage.WITHDRAWN: lazy("您已撤回"),
    Stage.VOIDED: lazy("登记已作废"),
}


def heading(request: derivation.Standing) -> str:
    """How a request stands, in a few words."""
    return dispute_story.heading(request) or str(STAGE_NAMES[request.stage])


def due_line(deadline: clock.Deadline, on: date) -> str:
    """By when the answer is due, in a line; a wait for the applicant is said as such."""
    if deadline.state is clock.State.PAUSED and deadline.due is None:
        if all(one.what is clock.Kind.FEE_NOTICED for one in deadline.pauses):
            return _("暂停，您缴费后重新计算")
        return _("暂停，收到您的补充后重新计算")
    return headline(deadline, on)


def others_asked(request: derivation.Standing, deadline: clock.Deadline) -> str:
    """That the answer waits for others, until when, and what it does to the period; or nothing."""
    waits = [] if request.is_closed else consulting.waits(deadline)
    if not waits:
        return ""
    return _(
        "正在征求{who}的意见，最晚等到{until}。等的时间不算在答复时间里，上面的日期已经算进去了。"
    ).format(
        who=_("和").join(str(who) for who, _until in waits),
        until=in_prose(max(until for _who, until in waits)),
    )


@dataclass(frozen=True, slots=True)
class Chapter:
    """Something that happened: its day, what it was, and the letter that goes with it."""

    on: date
    title: Any
    text: Any = ""
    letter: int | None = None


def told(events: Sequence[Event]) -> list[Chapter]:
    """The story of the events that stand, newest first. What is the office's own is left out."""
    found: list[Chapter] = []
    assigned = False
    disputed: dict[int, Dispute] = {}
    answers = {event.payload["letter"] for event in events if event.kind == What.ISSUED}
    to_others = {event.payload["letter"] for event in events if event.kind in TO_OTHERS}
    now = derivation.standing(events)
    for at, event in enumerate(events):
        if event.kind == What.ASSIGNED and assigned:
            continue
        assigned = assigned or event.kind == What.ASSIGNED
        if event.kind in (What.CORRECTION_ASKED, What.CORRECTED):
            chapter: Chapter | None = _of_a_correction(event, events[:at])
        elif event.kind == What.CARRIED_OVER:
            chapter = _before_it_was_split(event, events[:at])
        elif event.kind == What.CAME_BACK:
            is_theirs = event.payload["letter"] not in to_others
            chapter = _back(event, event.payload["letter"] in answers) if is_theirs else None
        elif event.kind in consultations.ASKED:
            chapter = _asking(event, consulting.asked_by(now, event.payload["letter"]))
        elif event.kind in disputes.KINDS:
            disputed = disputes.taken(disputed, event)
            said = dispute_story.told(event, disputed[event.payload["dispute"]])
            chapter = Chapter(event.occurred_on, *said) if said else None
        else:
            chapter = _chapter(event)
        if chapter:
            found.append(chapter)
    return found[::-1]


def letters_out(events: Sequence[Event]) -> set[int]:
    """The ids of the letters that have left: only these can the applicant read."""
    return {one.letter for one in told(events) if one.letter is not None}


def _chapter(event: Event) -> Chapter | None:
    payload, on = event.payload, event.occurred_on
    by_applicant = event.actor_id is None
    match What(event.kind):
        case What.RECEIVED:
            text = _("网上提交，当天收到。") if by_applicant else _("机关收到后登记。")
            if payload.get("confirmation"):
                text = _("网上提交。机关会在一个工作日内与您确认；没有确认的，从这一天起算。")
            if payload.get("split_from"):
                text = _("您的申请里有几件事，机关分开办理，这是其中一件。")
            return Chapter(on, _("您提出了申请"), text)
        case What.CONFIRMED:
            return Chapter(on, _("机关与您确认收到了申请"))
        case What.ASSIGNED:
            return Chapter(on, _("申请已经交给经办人办理"))
        case What.EXTENDED:
            text = _("答复时间延长 {days} 个工作日。").format(days=payload["days"])
            return Chapter(on, _("机关需要更多时间"), text, payload["letter"])
        case What.POSTED:
            return Chapter(on, _("答复已经寄出"), letter=payload["letter"])
        case What.SIGNED:
            return Chapter(on, _("答复已经当面交给您"), letter=payload["letter"])
        case What.SENT:
            return Chapter(on, _("答复已经发出"), letter=payload["letter"])
        case What.THIRD_PARTY_ANSWERED:
            return Chapter(on, _("第三方提出了意见"))
        case What.CO_PRODUCER_ANSWERED:
            return Chapter(on, _("其他机关提出了意见"))
        case What.PUBLISHED:
            text = _("别人也能看到。公开的那一份，发布前检查过个人信息。")
            return Chapter(on, _("机关向社会公开了这份答复"), text)
        case What.UNPUBLISHED:
            return Chapter(on, _("机关撤下了向社会公开的那一份，给您的答复不变"))
        case What.DELIVERED:
            title = _("您确认收到了答复") if by_applicant else _("答复已经送到")
            return Chapter(on, title)
        case _:
            return _of_excess(event) or _ending(event)


def _of_excess(event: Event) -> Chapter | None:
    told = excess.told(event)
    by_letter = event.payload["letter"] if event.kind in NOTICES else None
    return Chapter(event.occurred_on, *told, by_letter) if told else None


def _back(event: Event, is_answer: bool) -> Chapter:
    title = _("寄给您的答复被退了回来") if is_answer else _("寄给您的告知书被退了回来")
    text = _("机关会换一种方式送给您。地址有变化的，请打电话告诉机关。")
    return Chapter(event.occurred_on, title, text)


def _asking(event: Event, one: consulting.Consulted | None) -> Chapter:
    """That others are asked: never who, for who that is may be somebody's own affair."""
    is_awaited = one is not None and one.is_awaited(moment.today())
    if event.kind == What.THIRD_PARTY_ASKED:
        title = _("机关正在征求第三方的意见") if is_awaited else _("机关征求了第三方的意见")
        text = _("您要的信息关系到别人的权益，要先问过对方。征求意见书里不写您是谁。")
        silence = _("对方最晚在{until}答复，过了这天由机关决定是否公开。")
    else:
        title = _("机关正在征求其他机关的意见") if is_awaited else _("机关征求了其他机关的意见")
        text = _("您要的信息是几个机关一起做的，要先问过它们。")
        silence = _("对方最晚在{until}答复，过了这天没有意见的，算同意公开。")
    if one and is_awaited:
        text += silence.format(until=in_prose(one.reckoned.limit))
    return Chapter(event.occurred_on, title, text)


def _of_a_correction(event: Event, before: Sequence[Event]) -> Chapter:
    """What was asked or came, and what the clock makes of it (Art. 30)."""
    payload, on = event.payload, event.occurred_on
    if event.kind == What.CORRECTION_ASKED:
        text = _("请最晚在{until}补充，要补充什么写在补正告知书里。").format(
            until=in_prose(date.fromisoformat(payload["until"]))
        )
        if notices.why_it_stops_nothing(derivation.standing(before), on):
            text += _("答复时间照常计算。")
        return Chapter(on, _("机关请您补充内容"), text, payload["letter"])
    title = _("您补充了内容") if event.actor_id is None else _("机关收到了您补充的内容")
    return Chapter(on, title, _words_of_restart(event, before))


def _before_it_was_split(event: Event, before: Sequence[Event]) -> Chapter:
    """What the whole's period came to while this was a part of it; its letters are there."""
    match event.payload["of"]:
        case What.CORRECTION_ASKED:
            title, text = _("分开办理以前，机关请您补充内容"), ""
        case What.CORRECTED:
            title, text = _("分开办理以前，您补充了内容"), _words_of_restart(event, before)
        case _:
            title = _("分开办理以前，机关延长了答复时间")
            text = _("答复时间延长 {days} 个工作日。").format(days=event.payload["days"])
    return Chapter(event.occurred_on, title, text)


def _words_of_restart(event: Event, before: Sequence[Event]) -> str:
    """What a correction does to the period, by what stood before it."""
    restarts = notices.is_clock_waiting(derivation.standing(before), event.occurred_on)
    if restarts:
        return _("答复时间从下一个工作日起重新计算。")
    return _("答复时间照常计算。")


def _ending(event: Event) -> Chapter | None:
    payload, on = event.payload, event.occurred_on
    match What(event.kind):
        case What.LAPSED:
            text = RULES[Disposition(payload["disposition"])].grounds
            return Chapter(on, _("申请不再办理"), f"{text}。", payload["letter"])
        case What.SPLIT:
            title = _("您的申请分成 {count} 件办理").format(count=len(payload["children"]))
            text = _("每件分别答复，答复时间和原来一样。还用原来的受理号和查询码查询。")
            return Chapter(on, title, text)
        case What.WITHDRAWN:
            return Chapter(on, _("您撤回了申请"), _("这份申请不再办理。需要时可以重新提出。"))
        case What.VOIDED if payload["reason"] == VoidReason.SPLIT_UNDONE:
            text = _("几件事还是在您原来的申请里一起办理，答复时间和原来一样。")
            return Chapter(on, _("机关不再分开办理"), text)
        case What.VOIDED:
            text = _("这次登记是重复的，或者登记错了。有疑问请打电话问机关。")
            return Chapter(on, _("机关作废了这次登记"), text)
        case _:
            return None
