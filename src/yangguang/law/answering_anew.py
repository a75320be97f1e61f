"""By when a request must be answered anew that a decision or a judgment sends back.

No new request: what it ended as first stays counted. The period is the decision's own; where it
states none, the agency's rule (a setting; law.md §3a).
"""

from dataclasses import dataclass
from datetime import date

from yangguang.law import clock
from yangguang.law.calendar import Calendar
from yangguang.law.disputes import Unit, last_day


@dataclass(frozen=True, slots=True)
class Order:
    """That a request is to be answered anew.

    `received` the day on which the decision came; `since` the day from which it holds, which is
    not counted; `is_stated` whether the decision itself names the period.
    """

    received: date
    since: date
    days: int
    unit: Unit
    is_stated: bool
    is_judgment: bool

    def due(self, calendar: Calendar) -> date:
        """The last day. Raises OutOfRange."""
        return last_day(self.since, self.days, self.unit, calendar)


def deadline(order: Order, calendar: Calendar, on: date) -> clock.Deadline:
    """The clock of an answer that is still owed, as it stands on a day. Raises OutOfRange."""
    due = order.due(calendar)
    return clock.Deadline(
        due=due,
        state=clock.State.OVERDUE if due < on else clock.State.RUNNING,
        working_days_left=calendar.count(on, due),
        pauses=(),
        steps=_steps(order, due),
        warnings=(),
    )


def _steps(order: Order, due: date) -> tuple[clock.Step, ...]:
    said = "判决" if order.is_judgment else "行政复议决定"
    unit = "个工作日" if order.unit is Unit.WORKING else "日"
    found = [clock.Step(order.received, said, f"收到{said}，要求重新答复。")]
    if order.since != order.received:
        text = f"上诉期满没有人上诉的，{said}从这一天起生效。"
        found.append(clock.Step(order.since, said, text))
    rule = f"{said}写明" if order.is_stated else f"{said}没有写明期限，按本机关的规则"
    text = f"{rule} {order.days} {unit}，次日起算，最迟 {due} 重新答复。"
    found.append(clock.Step(due, said if order.is_stated else "本机关规则", text))
    return tuple(found)
