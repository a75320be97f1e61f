"""How the period of an answer runs: from which day, without which days, to which day (Art. 33).

What each event does to it is in `answer`.
"""

from datetime import date

from yangguang.law import calendar as working_days
from yangguang.law import periods, receipt
from yangguang.law.calendar import Calendar
from yangguang.law.clock import counting, payment
from yangguang.law.clock.consultations import Consultation, Consulted
from yangguang.law.clock.deadline import Deadline, Party, Pause, State, Step
from yangguang.law.clock.events import NAMES, Event, Kind
from yangguang.law.clock.payment import Waiting


class Reckoning:
    """One request's clock: how its period runs, and what is to be said of it."""

    def __init__(self, received: Event, asked: Consulted, calendar: Calendar) -> None:
        self.calendar = calendar
        self.to_be_asked = iter(asked.consultations)
        self.asked: list[Consultation] = []
        self.left_out: list[date] = []
        self.furthest = received.on
        self.received = received.on
        self.start = received.on
        self.waiting: dict[Kind, Waiting] = {}
        self.notices: set[Kind] = set()
        self.extension: int | None = None
        self.extended_on: date | None = None
        self.delay: date | None = None
        self.reasons_asked = False
        self.answered: Event | None = None
        self.steps: list[Step] = []
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
        return self.due_without(self.left_out)

    def due_without(self, left_out: list[date]) -> date | None:
        """The same, had these days been left out."""
        if self.waiting:
            return None
        if self.delay:
            return self.delay
        days = periods.ANSWER + (self.extension or 0)
        return counting.last_day(self.calendar, self.start, days, left_out)

    def until(self, start: date, days: int) -> date:
        """The `days`-th working day after `start`, which the applicant or another is told."""
        until = self.calendar.add(start, days)
        self.furthest = max(self.furthest, until)
        return until

    def is_late(self, event: Event) -> bool:
        """Whether the period had run out before an event; then it changes nothing. Says so."""
        due = self.due()
        if due is None or event.on <= due:
            return False
        self.ignore(event, f"在答复期限 {due} 届满之后，不影响期限")
        return True

    def begin_afresh(self, event: Event, article: str, why: str) -> None:
        """A new period from the day of an event, which is not counted."""
        self.start, self.delay = event.on, None
        still = "，待其余事项了结之后再起算" if self.waiting else "，次日起算"
        self.say(event.on, article, f"{why}{still}。")
        if self.extended_on:
            self.warnings.append(
                f"延长答复期限的决定（{self.extended_on}）作出于重新计算之前，"
                "是否沿用法律没有规定；这里按沿用计算，请核实。"
            )

    def deadline(self, on: date) -> Deadline:
        """What the clock says at the end of the day `on`."""
        due = self.due()
        self._conclude(due)
        state = self._state(due, on)
        reached = max(due or on, self.start, self.furthest)
        if state is State.OVERDUE:
            reached = max(reached, on)
        warned = self.calendar.unpublished(self.received, reached)
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
        for one in self.asked:
            self.steps.extend(one.steps(self.calendar, self.delay))
            if not self.delay and (assumed := one.assumption()):
                self.warnings.append(assumed)
        fee = self.waiting.get(Kind.FEE_NOTICED)
        if fee and (assumed := payment.assumption(fee)):
            self.warnings.append(assumed)
        if due and not self.delay:
            extended = f"加延长的 {self.extension} 个工作日" if self.extension else ""
            left_out = counting.among(self.left_out, self.start, due)
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
            for one in self.asked
            if one.is_open(on) and not self.delay
        ]
        found += [
            Pause(Party.APPLICANT, one.since, one.until, what) for what, one in self.waiting.items()
        ]
        return tuple(found)

    def _left(self, due: date, on: date) -> int:
        today = max(on, self.start)
        if today > due:
            return -self.calendar.count(due, today)
        left_out = [] if self.delay else self.left_out
        return counting.days_between(self.calendar, today, due, left_out)
