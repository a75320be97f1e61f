"""Working days of the People's Republic: weekends, public holidays and the days made up for them.

Each year is a file in `working_days/`, after the State Council office's notice on that year's
holidays. A year without a file is counted by plain weekends, and whoever counts in it is told.

Counting (every period of days in these regulations): the day of the event is not counted; day 1 is
the next working day; the period ends with its last working day.
"""

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

_ONE_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_YEARS_AHEAD: Final = 40
"""How far beyond the last published year is counted, by plain weekends."""


_CHINA: Final = timezone(timedelta(hours=8), "Asia/Shanghai")
"""One zone and no summer time since 1992; needs no table of zones on the machine."""


def in_china(moment: datetime) -> date:
    """The day that it is in China at a moment (aware): the legal date, wherever the machine is."""
    return moment.astimezone(_CHINA).date()


@dataclass(frozen=True, slots=True)
class Rest:
    """A public holiday: its name, its first and its last day."""

    name: str
    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Every day of it."""
        day = self.first
        while day <= self.last:
            yield day
            day += _ONE_DAY


@dataclass(frozen=True, slots=True)
class Year:
    """What is published about one calendar year.

    `working` are the Saturdays and Sundays made up for holidays (调休上班); `grade` says how well
    the number of the notice is confirmed: A read in full, B two sources, C one, M from memory.
    """

    year: int
    notice: str
    numbers: tuple[str, ...]
    grade: str
    rests: tuple[Rest, ...]
    working: tuple[date, ...]

    @property
    def citation(self) -> str:
        """The notice as it is cited: its title, and its number where known."""
        return f"《{self.notice}》" + (f"（{'、'.join(self.numbers)}）" if self.numbers else "")


class OutOfRange(ValueError):
    """A day that no calendar here reaches. Its text is the sentence for the user."""


class Calendar:
    """Working days, to add and to count.

    Reaches from 1 January of the first year given to 31 December forty years after the last; years
    that lie between and have no entry are counted by plain weekends.
    """

    def __init__(self, years: Iterable[Year]) -> None:
        self.years: Final = {one.year: one for one in years}
        first, last = min(self.years), max(self.years)
        self.first: Final = date(first, 1, 1)
        self.last: Final = date(last + _YEARS_AHEAD, 12, 31)
        self._days: Final = list(self._working_days())
        self._ordinals: Final = [day.toordinal() for day in self._days]

    def _working_days(self) -> Iterator[date]:
        rest = {day for year in self.years.values() for one in year.rests for day in one.days()}
        made_up = {day for year in self.years.values() for day in year.working}
        day = self.first
        while day <= self.last:
            if day in made_up or (day.weekday() < _SATURDAY and day not in rest):
                yield day
            day += _ONE_DAY

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`. Raises OutOfRange."""
        at = self._rank(day)
        return at > 0 and self._days[at - 1] == day

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day` (count ≥ 1). Raises OutOfRange."""
        if day < self.first:
            raise self._out_of_range(day)
        try:
            return self._days[bisect_right(self._ordinals, day.toordinal()) + count - 1]
        except IndexError:
            raise self._out_of_range(day) from None

    def count(self, after: date, until: date) -> int:
        """The working days after `after` up to and including `until`; negative if it lies before.

        Raises OutOfRange.
        """
        return self._rank(until) - self._rank(after)

    def between(self, after: date, until: date) -> list[date]:
        """The working days that `count` counts, in order; none if `until` lies before."""
        return self._days[self._rank(after) : self._rank(until)]

    def after(self, day: date) -> Iterator[date]:
        """Every working day after `day`, in order. Raises OutOfRange where the calendar ends."""
        yield from self._days[self._rank(day) :]
        raise self._out_of_range(self.last)

    def unpublished(self, first: date, last: date) -> tuple[int, ...]:
        """The years from `first` to `last` whose holidays are not known here."""
        return tuple(year for year in range(first.year, last.year + 1) if year not in self.years)

    def _rank(self, day: date) -> int:
        if not self.first <= day <= self.last:
            raise self._out_of_range(day)
        return bisect_right(self._ordinals, day.toordinal())

    def _out_of_range(self, day: date) -> OutOfRange:
        return OutOfRange(f"工作日历只到 {self.first} 至 {self.last}，算不了 {day}。请核对日期。")


def warning(years: Iterable[int]) -> str:
    """What to say of a result that was counted through years whose holidays are not known."""
    named = "、".join(f"{year} 年" for year in years)
    return (
        f"{named}的放假调休安排还没有收入，这部分只按周一至周五算；"
        "国务院办公厅的通知公布并收入后，日期可能变动。"
    )


def read_year(year: int, content: str) -> Year:
    """A year's file (TOML). Raises ValueError, which says what in the file is wrong."""
    given = tomllib.loads(content)
    read = Year(
        year,
        given["notice"],
        tuple(given["numbers"]),
        given["grade"],
        tuple(Rest(one["name"], one["first"], one["last"]) for one in given.get("rest", ())),
        tuple(given["working"]),
    )
    _examine(read)
    return read


def _examine(year: Year) -> None:
    rests = [day for one in year.rests for day in one.days()]
    every = sorted([*rests, *year.working])
    if not rests:
        raise ValueError(f"{year.year}: no holidays")
    for day in every:
        if day.year != year.year:
            raise ValueError(f"{year.year}: {day} belongs into another year's file")
    for one, other in pairwise(every):
        if one == other:
            raise ValueError(f"{year.year}: {one} is named twice")
    for day in year.working:
        if day.weekday() < _SATURDAY:
            raise ValueError(f"{year.year}: {day} is no weekend, so it cannot be made up")


@cache
def published() -> Calendar:
    """The calendar of all years in `working_days/`."""
    folder = files(__package__).joinpath("working_days")
    return Calendar(
        read_year(int(file.name.removesuffix(".toml")), file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    )
