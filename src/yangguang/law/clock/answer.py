"""By when a request must be answered (Arts 30 to 35; fees: 国办函〔2020〕109号).

The period is counted on from its start, day by day, and leaves out the days on which third parties
or other organs were asked. It starts afresh when a correction arrives that was asked for in time,
and after a fee is paid that was noticed in time. Everything else either adds days, names a day, or
changes nothing and is said so in a warning.

Where the law is silent, the reckoning takes what costs the applicant nothing and says so: an act
recorded after the period had run out changes nothing; an extension decided before a fresh start is
taken to hold for the new period; a delay under Art. 35 that ends on a rest day ends on that day;
it is a stated day and no count of days, so that nothing is left out of it, whoever is asked.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from yangguang.law import periods
from yangguang.law.calendar import Calendar
from yangguang.law.clock import consultations, counting, payment
from yangguang.law.clock.consultations import consulted
from yangguang.law.clock.deadline import Deadline
from yangguang.law.clock.events import LEAVING, Event, Kind
from yangguang.law.clock.payment import FEES, Waiting
from yangguang.law.clock.reckoning import Reckoning


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
    until_it_left, after = _around_its_leaving(known)
    reckoning = _Clock(received, consulted(until_it_left, calendar), calendar)
    if on < received.on:
        reckoning.warnings.append(
            f"{on} 还没有收到申请（收到之日是 {received.on}），剩余的工作日从收到之日起算。"
        )
    for event in ordered:
        if event.on < received.on:
            reckoning.ignore(event, "早于收到申请之日，不影响期限，请核对日期")
        elif event.on > on and event != received:
            reckoning.ignore(event, f"在 {on} 之后，没有算入")
    for event in until_it_left:
        reckoning.take(event)
    for event in after:
        if event.kind not in LEAVING:  # the answer may leave once more; the first time counts
            reckoning.ignore(event, f"在 {until_it_left[-1].on} 答复之后，不影响期限")
    return reckoning.deadline(on)


def _around_its_leaving(events: list[Event]) -> tuple[list[Event], list[Event]]:
    """The events up to the one by which the answer left, and those after it."""
    left = next((at for at, event in enumerate(events, 1) if event.kind in LEAVING), len(events))
    return events[:left], events[left:]


class _Clock(Reckoning):
    """One request's clock, taken through its events in order."""

    def take(self, event: Event) -> None:
        """Reckon with one event."""
        if event.kind in LEAVING:
            self.answered = event
        elif event.kind in consultations.ASKED:
            self.ask_others(event)
        elif event.kind in consultations.RECEIVED:
            self.hear_of_receipt(event)
        elif handle := _HANDLERS.get(event.kind):
            handle(self, event)

    def ask_others(self, event: Event) -> None:
        """Arts 32, 34: the time is not counted, if the period still runs."""
        one = next(self.to_be_asked)
        if self.is_late(event):
            return
        if self.delay:
            self.warnings.append(
                f"{event.on} 征求{one.name}的意见，在答复期限已经写明为 {self.delay} 之后；"
                "是否顺延法律没有规定，这里按不顺延计算，请核实。"
            )
        self.asked.append(one)
        self.left_out = consultations.left_out(self.asked, self.calendar)
        self.furthest = max(self.furthest, one.limit)

    def hear_of_receipt(self, event: Event) -> None:
        """Arts 32, 34: the fifteen days run from it, even if all seemed over; then that is said."""
        party = consultations.RECEIVED[event.kind]
        for one in self.asked:
            if (one.party, one.matter, one.received) != (party, event.matter, event.on):
                continue
            others = [two for two in self.asked if two is not one]
            assumed = [*others, one.had_its_receipt_not_come(self.calendar)]
            before = self.due_without(consultations.left_out(assumed, self.calendar))
            due = self.due()
            if before and due and before < event.on:
                self.warnings.append(
                    f"{one.name}在发出征求意见书（{one.asked}）之后很久，{event.on} 才收到；"
                    f"按发出之日收到计算，答复期限 {before} 早已届满，"
                    f"按实际收到之日计算是 {due}。请核实送达的凭证。"
                )

    def ask_correction(self, event: Event) -> None:
        """Art. 30: one notice, within seven working days."""
        last = self.until(self.received, periods.CORRECTION_NOTICE)
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
        until = event.until or self.until(event.on, periods.CORRECTION)
        self.waiting[event.kind] = Waiting(event.on, until)
        self.say(
            event.on,
            "第三十条",
            f"申请内容不明确，一次性告知补正，补正期限至 {until}；收到补正之日起重新计算答复期限。",
        )

    def correct(self, event: Event) -> None:
        """Art. 30: the period starts afresh the day the correction arrives."""
        awaited = self.waiting.pop(Kind.CORRECTION_ASKED, None)
        if not awaited:
            self.ignore(event, "没有对应的按时补正告知，答复期限不重新计算")
            return
        if event.on > awaited.until:
            self.warnings.append(
                f"补正于 {event.on} 收到，晚于补正期限 {awaited.until}；"
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
        until = self.until(event.on, periods.FEE_PAYMENT)
        self.waiting[event.kind] = Waiting(event.on, until)
        self.say(event.on, FEES, payment.noticed(until))

    def receive_fee_notice(self, event: Event) -> None:
        """Fees: the twenty working days run from the receipt of the notice."""
        awaited = self.waiting.get(Kind.FEE_NOTICED)
        if awaited and awaited.received is None:
            until = self.until(event.on, periods.FEE_PAYMENT)
            self.waiting[Kind.FEE_NOTICED] = Waiting(awaited.since, until, event.on)
            self.say(event.on, FEES, payment.received(until))
        elif Kind.FEE_NOTICED not in self.notices:
            self.ignore(event, "没有对应的按时收费通知，不影响期限")

    def pay_fee(self, event: Event) -> None:
        """Fees: the answer period runs anew, day 1 the working day after the payment [M]."""
        awaited = self.waiting.pop(Kind.FEE_NOTICED, None)
        if not awaited:
            self.ignore(event, "没有对应的按时收费通知，答复期限不重新计算")
            return
        if late := payment.late(event.on, awaited):
            self.warnings.append(late)
        self.begin_afresh(event, FEES, "缴清信息处理费，答复期限重新计算")

    def waive_fee(self, event: Event) -> None:
        """The fee rules do not say: as had none been noticed, or afresh, whichever ends first."""
        if not self.waiting.pop(Kind.FEE_NOTICED, None):
            self.ignore(event, "没有对应的按时收费通知，不影响期限")
            return
        as_before = self.due()
        days = periods.ANSWER + (self.extension or 0)
        anew = counting.last_day(self.calendar, event.on, days, self.left_out)
        if as_before and anew < as_before:
            self.begin_afresh(event, FEES, payment.WAIVED_ANEW)
        else:
            self.say(event.on, FEES, payment.WAIVED)

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
            self.delay = self.calendar.add(self.delay, days)
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


_HANDLERS: Final[dict[Kind, Callable[[_Clock, Event], None]]] = {
    Kind.CORRECTION_ASKED: _Clock.ask_correction,
    Kind.CORRECTED: _Clock.correct,
    Kind.REASONS_ASKED: _Clock.ask_reasons,
    Kind.REASONS_GIVEN: _Clock.hear_reasons,
    Kind.EXTENDED: _Clock.extend,
    Kind.DELAY_SET: _Clock.set_delay,
    Kind.FEE_NOTICED: _Clock.notice_fee,
    Kind.FEE_NOTICE_RECEIVED: _Clock.receive_fee_notice,
    Kind.FEE_PAID: _Clock.pay_fee,
    Kind.FEE_WAIVED: _Clock.waive_fee,
}
