"""By when a request must be answered (Arts 30 to 35; fees: 国办函〔2020〕109号).

The period is counted on from its start, day by day, and leaves out the days on which third parties
or other organs were asked. It starts afresh when a correction arrives that was asked for in time,
and after a fee is paid that was noticed in time. Everything else either adds days, names a day, or
changes nothing and is said so in a warning.

Where the law is silent, the reckoning takes what costs the applicant nothing and says so: an act
recorded after the period had run out changes nothing; an extension decided before a fresh start is
taken to hold for the new period; a delay under Art. 35 that ends on a rest day ends on that day.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from yangguang.law import calendar as working_days
from yangguang.law import periods, receipt
from yangguang.law.calendar import Calendar
from yangguang.law.clock import consultations
from yangguang.law.clock.consultations import Consulted, consulted
from yangguang.law.clock.deadline import Deadline, Party, Pause, State, Step
from yangguang.law.clock.events import LEAVING, NAMES, Event, Kind

FEES: Final = "《政府信息公开信息处理费管理办法》"


def answer_due(events: Iterable[Event], calendar: Calendar, on: date) -> Deadline:
    """The deadline of a request, as it stands at the end of the day `on`.

    `events` come in any order; exactly one says that the request was received. Those after `on`
    have not happened yet and are left out. Raises ValueError without a receipt or with two, and
    OutOfRange beyond the calendar; both with the sentence for the user.
    """
    ordered = sorted(events, key=lambda event: event.order)
    receipts = [event for event in ordered if event.kind is Kind.RECEIVED]
    if len(receipts) != 1:
        raise ValueError("要有且只有一个收到申请的日期，才能计算答复期限。")
    received = receipts[0]
    known = [event for event in ordered if received.on <= event.on <= on and event != received]
    reckoning = _Reckoning(received, consulted(known, calendar), calendar)
    for event in ordered:
        if event.on < received.on:
            reckoning.ignore(event, "早于收到申请之日，不影响期限，请核对日期")
        elif event.on > on and event != received:
            reckoning.ignore(event, f"在 {on} 之后，没有算入")
    for event in known:
        reckoning.take(event)
    return reckoning.deadline(on)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What the applicant still owes, and by when; the period starts afresh when it comes."""

    kind: Kind
    since: date
    until: date


class _Reckoning:
    """One request's clock, taken through its events in order."""

    def __init__(self, received: Event, asked: Consulted, calendar: Calendar) -> None:
        self.calendar = calendar
        self.asked = asked
        self.left_out = asked.left_out(calendar)
        self.received = received.on
        self.start = received.on
        self.waiting: _Waiting | None = None
        self.notices: set[Kind] = set()
        self.extension: int | None = None
        self.extended_on: date | None = None
        self.delay: date | None = None
        self.reasons_asked = False
        self.answered: Event | None = None
        self.steps: list[Step] = list(asked.steps(calendar))
        self.warnings: list[str] = list(asked.warnings)
        why = receipt.reason(received.channel) if received.channel else "收到申请"
        self.say(received.on, receipt.ARTICLE, f"{why}：{received.on}。")

    def say(self, on: date, article: str, text: str) -> None:
        """Add a step."""
        self.steps.append(Step(on, article, text))

    def ignore(self, event: Event, why: str) -> None:
        """Add the warning that an event changes nothing."""
        self.warnings.append(f"{event.on} 的“{NAMES[event.kind]}”{why}。")

    def due(self) -> date | None:
        """The last day of the period as it stands; None while it waits for a fresh start."""
        if self.waiting:
            return None
        if self.delay:
            return self.delay
        days = periods.ANSWER + (self.extension or 0)
        return self._counted(self.start, days)

    def _counted(self, start: date, days: int) -> date:
        """The `days`-th working day after `start`, those left out not counted."""
        skipped, first = 0, bisect_right(self.left_out, start)
        while True:
            due = self.calendar.add(start, days + skipped)
            passed = bisect_right(self.left_out, due) - first
            if passed == skipped:
                return due
            skipped = passed

    def is_late(self, event: Event) -> bool:
        """Whether the period had run out before an event; then it changes nothing. Says so."""
        due = self.due()
        if due is None or event.on <= due:
            return False
        self.ignore(event, f"在答复期限 {due} 届满之后，不影响期限")
        return True

    def take(self, event: Event) -> None:
        """Reckon with one event."""
        if self.answered:
            if event.kind not in consultations.KINDS | LEAVING:
                self.ignore(event, f"在 {self.answered.on} 答复之后，不影响期限")
            return
        if event.kind in LEAVING:
            self.answered = event
            return
        handle = _HANDLERS.get(event.kind)
        if handle:
            handle(self, event)

    def ask_correction(self, event: Event) -> None:
        """Art. 30: one notice, within seven working days."""
        last = self.calendar.add(self.received, periods.CORRECTION_NOTICE)
        if event.kind in self.notices:
            self.ignore(event, "是再次要求补正，补正告知只有一次，答复期限不重新计算")
            return
        self.notices.add(event.kind)
        if event.on > last:
            self.ignore(
                event,
                f"晚于收到申请后 {periods.CORRECTION_NOTICE} 个工作日（{last}），"
                "答复期限不因此重新计算",
            )
            return
        until = event.until or self.calendar.add(event.on, periods.CORRECTION)
        self.waiting = _Waiting(event.kind, event.on, until)
        self.say(
            event.on,
            "第三十条",
            f"申请内容不明确，一次性告知补正，补正期限至 {until}；收到补正之日起重新计算答复期限。",
        )

    def correct(self, event: Event) -> None:
        """Art. 30: the period starts afresh the day the correction arrives."""
        if not self.waiting or self.waiting.kind is not Kind.CORRECTION_ASKED:
            self.ignore(event, "没有对应的按时补正告知，答复期限不重新计算")
            return
        if event.on > self.waiting.until:
            self.warnings.append(
                f"补正于 {event.on} 收到，晚于补正期限 {self.waiting.until}；"
                "没有作放弃申请处理，仍重新计算答复期限。"
            )
        self.begin_afresh(event, "第三十条", "收到补正，答复期限重新计算")

    def notice_fee(self, event: Event) -> None:
        """Fees: noticed within the period, paid within twenty working days."""
        if self.waiting or event.kind in self.notices or self.is_late(event):
            if self.waiting:
                self.ignore(event, "在等待补正时发出，不影响期限")
            elif event.kind in self.notices:
                self.ignore(event, "是再次通知，答复期限不重新计算")
            return
        self.notices.add(event.kind)
        until = self.calendar.add(event.on, periods.FEE_PAYMENT)
        self.waiting = _Waiting(event.kind, event.on, until)
        self.say(
            event.on,
            FEES,
            f"通知缴纳信息处理费，自收到通知次日起 {periods.FEE_PAYMENT} 个工作日内（至 {until}）"
            "缴清；缴清后重新计算答复期限。",
        )

    def pay_fee(self, event: Event) -> None:
        """Fees: the answer period runs anew, day 1 the working day after the payment [M]."""
        if not self.waiting or self.waiting.kind is not Kind.FEE_NOTICED:
            self.ignore(event, "没有对应的按时收费通知，答复期限不重新计算")
            return
        if event.on > self.waiting.until:
            self.warnings.append(
                f"费用于 {event.on} 缴清，晚于缴费期限 {self.waiting.until}；"
                "没有作放弃申请处理，仍重新计算答复期限。"
            )
        self.begin_afresh(event, FEES, "缴清信息处理费，答复期限重新计算")

    def begin_afresh(self, event: Event, article: str, why: str) -> None:
        """A new period from the day of an event, which is not counted."""
        self.start, self.waiting, self.delay = event.on, None, None
        self.say(event.on, article, f"{why}，次日起算。")
        if self.extended_on:
            self.warnings.append(
                f"延长答复期限的决定（{self.extended_on}）作出于重新计算之前，"
                "是否沿用法律没有规定；这里按沿用计算，请核实。"
            )

    def extend(self, event: Event) -> None:
        """Art. 33: once, by at most twenty working days, while the period still runs."""
        if self.extension is not None:
            self.ignore(event, "是再次延长，答复期限只能延长一次，不影响期限")
            return
        if self.is_late(event):
            return
        days = event.days or periods.EXTENSION
        if days > periods.EXTENSION:
            self.warnings.append(
                f"延长 {days} 个工作日超过上限，按 {periods.EXTENSION} 个工作日计算。"
            )
            days = periods.EXTENSION
        self.extension, self.extended_on = days, event.on
        if self.delay:
            self.delay = self._counted(self.delay, days)
        self.say(
            event.on,
            "第三十三条",
            f"经政府信息公开工作机构负责人同意并告知申请人，延长 {days} 个工作日。",
        )

    def ask_reasons(self, event: Event) -> None:
        """Art. 35: asking does not stop the clock."""
        self.reasons_asked = True
        self.say(event.on, "第三十五条", "要求申请人说明理由，答复期限照常计算。")

    def hear_reasons(self, event: Event) -> None:
        """Art. 35: nor do the reasons."""
        self.say(event.on, "第三十五条", "申请人说明理由，答复期限照常计算。")

    def set_delay(self, event: Event) -> None:
        """Art. 35: reasonable but not feasible in time: a stated day replaces the due date."""
        assert event.until is not None
        if self.waiting:
            self.ignore(event, "在等待申请人补正或缴费时作出，不影响期限")
            return
        if self.is_late(event):
            return
        due = self.due()
        if due is not None and event.until <= due:
            self.ignore(event, f"写明的 {event.until} 不晚于原期限 {due}，不影响期限")
            return
        if not self.reasons_asked:
            self.warnings.append(
                "确定延迟答复之前没有要求申请人说明理由的记录；第三十五条要求先请其说明理由，"
                "请补记或核实。"
            )
        self.delay = event.until
        self.say(
            event.on,
            "第三十五条",
            f"申请理由合理但无法按期答复，确定延迟至 {event.until} 答复，并告知申请人。",
        )

    def deadline(self, on: date) -> Deadline:
        """What the clock says at the end of the day `on`."""
        due = self.due()
        self._conclude(due)
        state = self._state(due, on)
        warned = self.calendar.unpublished(self.received, max(due or on, self.start))
        if warned:
            self.warnings.append(working_days.warning(warned))
        return Deadline(
            due,
            state,
            None if due is None or state is State.DONE else self._left(due, on),
            () if state is State.DONE else self._pauses(on),
            tuple(sorted(self.steps, key=lambda step: step.on)),
            tuple(self.warnings),
            self.answered.on if self.answered else None,
        )

    def _conclude(self, due: date | None) -> None:
        if due and not self.delay:
            extended = f"加延长的 {self.extension} 个工作日" if self.extension else ""
            left_out = bisect_right(self.left_out, due) - bisect_right(self.left_out, self.start)
            without = f"，不计入 {left_out} 个工作日" if left_out else ""
            self.say(
                due,
                "第三十三条",
                f"自 {self.start} 次日起 {periods.ANSWER} 个工作日{extended}{without}，"
                f"最后一日是 {due}。",
            )
        if self.answered:
            late = self.calendar.count(due, self.answered.on) if due else 0
            said = f"，晚了 {late} 个工作日" if late > 0 else ""
            self.say(
                self.answered.on, "第三十三条", f"答复发出（{NAMES[self.answered.kind]}）{said}。"
            )

    def _state(self, due: date | None, on: date) -> State:
        if self.answered:
            return State.DONE
        if due is None:
            return State.PAUSED
        if on > due:
            return State.OVERDUE
        return State.PAUSED if self._pauses(on) else State.RUNNING

    def _pauses(self, on: date) -> tuple[Pause, ...]:
        found = [
            Pause(one.party, one.asked, one.limit)
            for one in self.asked.consultations
            if one.is_open(on)
        ]
        if self.waiting:
            found.append(Pause(Party.APPLICANT, self.waiting.since, self.waiting.until))
        return tuple(found)

    def _left(self, due: date, on: date) -> int:
        today = max(on, self.start)
        if today > due:
            return -self.calendar.count(due, today)
        skipped = bisect_right(self.left_out, due) - bisect_right(self.left_out, today)
        return self.calendar.count(today, due) - skipped


_HANDLERS: Final[dict[Kind, Callable[[_Reckoning, Event], None]]] = {
    Kind.CORRECTION_ASKED: _Reckoning.ask_correction,
    Kind.CORRECTED: _Reckoning.correct,
    Kind.REASONS_ASKED: _Reckoning.ask_reasons,
    Kind.REASONS_GIVEN: _Reckoning.hear_reasons,
    Kind.EXTENDED: _Reckoning.extend,
    Kind.DELAY_SET: _Reckoning.set_delay,
    Kind.FEE_NOTICED: _Reckoning.notice_fee,
    Kind.FEE_PAID: _Reckoning.pay_fee,
}
