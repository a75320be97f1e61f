"""Counting a period's working days on from its start, some of them left out."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from yangguang.law.calendar import Calendar


def last_day(calendar: Calendar, start: date, days: int, left_out: Sequence[date]) -> date:
    """The `days`-th working day after `start`; those in `left_out` (in order) are not counted."""
    skipped, first = 0, bisect_right(left_out, start)
    while True:
        last = calendar.add(start, days + skipped)
        passed = bisect_right(left_out, last) - first
        if passed == skipped:
            return last
        skipped = passed


def days_between(calendar: Calendar, after: date, until: date, left_out: Sequence[date]) -> int:
    """The working days after `after` up to and including `until`, less those left out."""
    return calendar.count(after, until) - among(left_out, after, until)


def among(left_out: Sequence[date], after: date, until: date) -> int:
    """How many of the days left out lie after `after` and not after `until`."""
    return bisect_right(left_out, until) - bisect_right(left_out, after)
