"""When a processing fee is lawful now, what it counts in the register, and until when it is paid.

The applicant's items of the month are counted over the agency's requests: same applicant by the
blind index, received in the same calendar month, before this one. What was voided or withdrawn is
left out; a request that a notice split into items counts as many, any other as one.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from yangguang.casework import personal, sealing
from yangguang.casework.models import Case, CaseState, Event, PartyIndex
from yangguang.casework.models.personal import PartyRole
from yangguang.inforequests.events import KIND, What
from yangguang.inforequests.fee import Tariff
from yangguang.inforequests.standing import NOT_COUNTED, Stage, Standing
from yangguang.law import clock
from yangguang.law.calendar import published

_NOT_COUNTED: Final = NOT_COUNTED | {Stage.WITHDRAWN}
"""The law is silent on what was withdrawn: what costs the applicant nothing."""

_NAMED: Final = 12
"""Earlier requests that are named; a word stands for the others."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier request of the applicant in the month: its number, and its items."""

    number: str
    received_on: date
    items: int


def earlier_in_the_month(case: Case, request: Standing) -> tuple[Earlier, ...]:
    """The applicant's requests to the agency in the month, before this one, in their order."""
    received = request.received_on
    index = PartyIndex.objects.filter(party=request.party).first()
    if received is None or index is None:
        return ()
    blank = sealing.blind(personal.PAPER, "")
    has_paper = bytes(index.paper) != blank
    theirs = Q(paper=index.paper) if has_paper else Q(name=index.name)
    same = PartyIndex.objects.filter(
        theirs, party__case__agency=case.agency_id, party__role=PartyRole.APPLICANT
    ).values("party__case")
    before = Q(received_on__lt=received) | Q(received_on=received, case__lt=case.pk)
    states = list(
        CaseState.objects.filter(
            before,
            kind=KIND,
            agency=case.agency_id,
            case__in=same,
            received_on__gte=received.replace(day=1),
        )
        .exclude(state__in=_NOT_COUNTED)
        .order_by("received_on", "case_id")
    )
    split = _split([one.case_id for one in states])
    return tuple(
        Earlier(one.number, one.received_on, split.get(one.case_id, 1))
        for one in states
        if one.received_on
    )


def _split(cases: list[int]) -> dict[int, int]:
    """The items into which notices split requests, by case."""
    events = Event.objects.filter(case__in=cases, kind=What.FEE_NOTICED)
    return {
        one.case_id: one.payload["items"]
        for one in events
        if one.payload["tariff"] == Tariff.BY_ITEM
    }


def count(earlier: tuple[Earlier, ...]) -> int:
    """How many items these come to."""
    return sum(one.items for one in earlier)


def in_words(earlier: tuple[Earlier, ...]) -> str:
    """What the register has of the applicant in the month before this request."""
    if not earlier:
        return _("台账上，这位申请人本月在这件以前没有向本机关提出过申请。")
    named = [
        _("{number}（{count} 件）").format(number=one.number, count=one.items)
        if one.items > 1
        else one.number
        for one in earlier
    ]
    more = _("等") if len(named) > _NAMED else ""
    return _("台账上，这位申请人本月在这件以前共 {count} 件：{numbers}{more}。").format(
        count=count(earlier), numbers="、".join(named[:_NAMED]), more=more
    ) + _("撤回、作废的不计。")


def against_notice(request: Standing) -> str:
    """Why no notice of a fee can go out; empty where one can."""
    if request.fee:
        return _("已经通知过缴费，一件申请只通知一次，只按一种标准。")
    return ""


def against_receipt(request: Standing) -> str:
    """Why there is no receipt of a notice to enter; empty where there is one."""
    if request.fee is None or not request.fee.is_awaited:
        return _("没有等待缴费的收费通知。")
    if request.fee.received_on:
        return _("已经登记 {day} 收到收费通知。登记错了的，先冲正那一条。").format(
            day=request.fee.received_on
        )
    return ""


def against_payment(request: Standing) -> str:
    """Why there is no payment to enter; empty where one is awaited."""
    if request.fee is None:
        return _("没有通知过缴费。")
    if request.fee.waived_on:
        return _("{day} 已经免收，不用缴费。").format(day=request.fee.waived_on)
    return "" if request.fee.is_awaited else _("费用已经缴清。")


def against_waiver(request: Standing) -> str:
    """Why no fee can be waived or reduced; empty where one is still to be paid."""
    if request.fee and request.fee.is_awaited:
        return ""
    return _("没有还没缴清的信息处理费，不用减免；已经缴清的，要退的另行办理。")


def against_confirming(request: Standing, on: date) -> str:
    """Why the applicant cannot say on a day that the notice came; empty where they can.

    Who says so after the time to pay would have a new one by saying it: then the office looks into
    when it really came.
    """
    until = paid_until(request, on)
    if until is None or on <= until:
        return ""
    said = _("缴费期限按通知发出之日计算，到 {until} 已经过了。收到得晚的，请打电话告诉机关。")
    return said.format(until=until)


def due_if_waived(request: Standing, on: date) -> clock.Deadline:
    """By when the request is to be answered, were the fee waived today."""
    waived = clock.Event(clock.Kind.FEE_WAIVED, on)
    return clock.answer_due([*request.clock_events, waived], published(), on)


def paid_until(request: Standing, on: date) -> date | None:
    """The last day to pay, by the law's clock; None where no fee is awaited.

    What every page and letter shows.
    """
    if request.fee is None or not request.fee.is_awaited or request.received_on is None:
        return None
    waits = request.deadline(on).pauses
    return next((one.until for one in waits if one.what is clock.Kind.FEE_NOTICED), None)


def while_awaited(request: Standing) -> str:
    """Why a letter other than an answer must wait; empty where no fee is awaited."""
    if request.fee and request.fee.is_awaited:
        return _("正在等申请人缴费；缴清或者过期以后再办。")
    return ""


def caution_of_waiving(request: Standing, on: date) -> str:
    """By when the request is to be answered then; also where that day has passed."""
    due = due_if_waived(request, on).due
    if due is None:
        return ""
    said = _("全部免收的，答复期限按没有通知过缴费计算，是 {due}。").format(due=due)
    return said if on <= due else said + _("这一天已经过了，免收以后请马上答复。")


def caution(request: Standing) -> str:
    """What to know before an answer is given while the fee is still to be paid."""
    if request.fee and request.fee.is_awaited:
        return _("信息处理费还没有缴清：现在答复，就是不再收这笔费用。")
    return ""
