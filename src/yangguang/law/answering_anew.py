"""By when a request must be answered anew that a decision or a judgment sends back.

No new request: what it ended as first stays counted. The period is the decision's own; where it
states none, the agency's rule (a setting; law.md §3a). Where a decision sends back that a request
was dropped unpaid, it can order the handling on payment: then the period runs from the payment, and
the days to pay, which nobody names, are those of the notice, from the day on which the decision
holds.
"""

from dataclasses import dataclass
from datetime import date

from yangguang.law import clock, periods
from yangguang.law.calendar import Calendar
from yangguang.law.disputes import Unit, last_day


@dataclass(frozen=True, slots=True)
class Order:
    """That a request is to be answered anew.

    `received` the day on which the decision came; `since` the day from which it holds, which is
    not counted; `is_stated` whether the decision itself names the period; `on_payment` whether it
    runs only once the fee is paid, and `paid` when it was.
    """

    received: date
    since: date
    days: int
    unit: Unit
    is_stated: bool
    is_judgment: bool
    on_payment: bool = False
    paid: date | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the period waits for the payment."""
        return self.on_payment and self.paid is None

    def due(self, calendar: Calendar) -> date:
        """The last day; while it waits, that of a payment at once. Raises OutOfRange."""
        since = max(self.since, self.paid or self.since)
        return last_day(since, self.days, self.unit, calendar)

    def pay_until(self, calendar: Calendar) -> date:
        """The last day to pay what the handling waits for. Raises OutOfRange."""
        return calendar.add(self.since, periods.FEE_PAYMENT)


def deadline(order: Order, calendar: Calendar, on: date) -> clock.Deadline:
    """The clock of an answer that is still owed, as it stands on a day. Raises OutOfRange."""
    if order.is_waiting:
        return _waiting(order, calendar)
    due = order.due(calendar)
    return clock.Deadline(
        due=due,
        state=clock.State.OVERDUE if due < on else clock.State.RUNNING,
        working_days_left=calendar.count(on, due),
        pauses=(),
        steps=_steps(order, due),
        warnings=(),
    )


def _waiting(order: Order, calendar: Calendar) -> clock.Deadline:
    """Nothing is due before the payment."""
    until = order.pay_until(calendar)
    wait = clock.Pause(clock.Party.APPLICANT, order.since, until, clock.Kind.FEE_NOTICED)
    text = f"要求缴清信息处理费以后办理，最迟 {until} 缴清（期限没有规定，按收费通知的天数）。"
    steps = (*_begun(order), clock.Step(order.since, _said(order), text))
    return clock.Deadline(None, clock.State.PAUSED, None, (wait,), steps, ())


def _said(order: Order) -> str:
    return "判决" if order.is_judgment else "行政复议决定"


def _begun(order: Order) -> list[clock.Step]:
    said = _said(order)
    found = [clock.Step(order.received, said, f"收到{said}，要求重新答复。")]
    if order.since != order.received:
        text = f"上诉期满没有人上诉的，{said}从这一天起生效。"
        found.append(clock.Step(order.since, said, text))
    return found


def _steps(order: Order, due: date) -> tuple[clock.Step, ...]:
    said, found = _said(order), _begun(order)
    unit = "个工作日" if order.unit is Unit.WORKING else "日"
    if order.paid:
        found.append(clock.Step(order.paid, said, "缴清信息处理费，期限从次日起算。"))
    rule = f"{said}写明" if order.is_stated else f"{said}没有写明期限，按本机关的规则"
    text = f"{rule} {order.days} {unit}，次日起算，最迟 {due} 重新答复。"
    found.append(clock.Step(due, said if order.is_stated else "本机关规则", text))
    return tuple(found)
