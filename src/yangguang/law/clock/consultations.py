"""Asking third parties (Art. 32) and other organs (Art. 34): the days that are not counted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, NamedTuple

from yangguang.law import periods
from yangguang.law.calendar import Calendar
from yangguang.law.clock.deadline import PARTY_NAMES, Party, Step
from yangguang.law.clock.events import Event, Kind


class _Terms(NamedTuple):
    """What the law says of asking one of the two."""

    article: str
    days: int
    silence: str


TERMS: Final = {
    Party.THIRD_PARTY: _Terms(
        "第三十二条", periods.THIRD_PARTY, "逾期未提出意见的，由行政机关自行决定是否公开"
    ),
    Party.CO_PRODUCER: _Terms("第三十四条", periods.CO_PRODUCER, "逾期未提出意见的，视为同意公开"),
}

ASKED: Final = {
    Kind.THIRD_PARTY_ASKED: Party.THIRD_PARTY,
    Kind.CO_PRODUCER_ASKED: Party.CO_PRODUCER,
}
RECEIVED: Final = {
    Kind.THIRD_PARTY_RECEIVED: Party.THIRD_PARTY,
    Kind.CO_PRODUCER_RECEIVED: Party.CO_PRODUCER,
}
_ANSWERED: Final = {
    Kind.THIRD_PARTY_ANSWERED: Party.THIRD_PARTY,
    Kind.CO_PRODUCER_ANSWERED: Party.CO_PRODUCER,
}
KINDS: Final = frozenset((*ASKED, *RECEIVED, *_ANSWERED))


@dataclass(frozen=True, slots=True)
class Consultation:
    """One party asked: when, when its paper arrived there, when it answered.

    The pause runs from the asking to the answer, at most to `limit`: the fifteenth working day
    after the receipt, or, where the receipt is not known, after the asking [M].
    """

    party: Party
    matter: str
    asked: date
    limit: date
    received: date | None = None
    answered: date | None = None

    @property
    def end(self) -> date:
        """The last day of the pause."""
        return min(self.limit, self.answered or self.limit)

    @property
    def name(self) -> str:
        """Who was asked, in words."""
        return PARTY_NAMES[self.party] + (f"“{self.matter}”" if self.matter else "")

    @property
    def rests_on_assumption(self) -> bool:
        """Whether the end of the pause depends on a receipt that nobody recorded."""
        return self.received is None and self.end == self.limit != self.answered

    def is_open(self, on: date) -> bool:
        """Whether the answer is still awaited on a day, and may be."""
        return self.answered is None and self.asked <= on <= self.limit

    def had_its_receipt_not_come(self, calendar: Calendar) -> "Consultation":
        """The same, reckoned as if its paper had arrived the day it was sent."""
        limit = calendar.add(self.asked, TERMS[self.party].days)
        return replace(self, received=None, limit=limit)

    def assumption(self) -> str:
        """The warning where a receipt is assumed; empty where nothing rests on it."""
        if not self.rests_on_assumption:
            return ""
        return (
            f"没有记录{self.name}何时收到征求意见书，按发出之日（{self.asked}）收到计算；"
            "请补记收到日期。"
        )

    def steps(self, calendar: Calendar, fixed: date | None = None) -> Iterator[Step]:
        """Its reckoning, in sentences; `fixed`: the day stated for the answer, where one is.

        A day that is stated is no count of days: nothing is left out of it.
        """
        article, days, silence = TERMS[self.party]
        uncounted = (
            f"答复期限已经写明为 {fixed}，不因此顺延。" if fixed else "所需时间不计入答复期限。"
        )
        yield Step(
            self.asked,
            article,
            f"征求{self.name}的意见，自收到征求意见书之日起 {days} 个工作日内答复，"
            f"最迟 {self.limit}；{uncounted}",
        )
        spent = calendar.count(self.asked, self.end)
        if self.answered and self.answered <= self.limit:
            counted = "" if fixed else f"，共 {spent} 个工作日不计入"
            yield Step(self.end, article, f"{self.name}答复{counted}。")
        else:
            counted = "" if fixed else f"，{spent} 个工作日不计入"
            yield Step(self.end, article, f"{self.name}至迟在这一天答复{counted}；{silence}。")


def left_out(consultations: Iterable[Consultation], calendar: Calendar) -> list[date]:
    """The working days that are not counted, in order, each once however many pauses overlap.

    Those after the asking up to and including the end of the pause.
    """
    return sorted({day for one in consultations for day in calendar.between(one.asked, one.end)})


class Consulted(NamedTuple):
    """What came of all the asking, in its order; and what does not fit, in sentences."""

    consultations: tuple[Consultation, ...]
    warnings: tuple[str, ...]


def consulted(events: Iterable[Event], calendar: Calendar) -> Consulted:
    """The consultations in `events`, which come in order: one for each asking, in that order.

    A receipt or an answer belongs to the earliest asking of the same party and matter that has
    none yet.
    """
    found: list[Consultation] = []
    warnings: list[str] = []
    for event in events:
        if event.kind in ASKED:
            party = ASKED[event.kind]
            limit = calendar.add(event.on, TERMS[party].days)
            found.append(Consultation(party, event.matter, event.on, limit))
        elif event.kind in RECEIVED:
            _note(found, warnings, event, RECEIVED[event.kind], calendar)
        elif event.kind in _ANSWERED:
            _note(found, warnings, event, _ANSWERED[event.kind], calendar)
    return Consulted(tuple(found), tuple(warnings))


def _note(
    found: list[Consultation], warnings: list[str], event: Event, party: Party, calendar: Calendar
) -> None:
    is_receipt = event.kind in RECEIVED
    for at, one in enumerate(found):
        if one.party is not party or one.matter != event.matter or one.answered is not None:
            continue
        if is_receipt and one.received is not None:
            continue
        found[at] = (
            replace(one, received=event.on, limit=calendar.add(event.on, TERMS[party].days))
            if is_receipt
            else replace(one, answered=event.on)
        )
        return
    what = "收到征求意见书" if is_receipt else "答复"
    name = PARTY_NAMES[party] + (f"“{event.matter}”" if event.matter else "")
    warnings.append(f"{event.on} 记了{name}{what}，但之前没有征求其意见的记录，不影响期限。")
