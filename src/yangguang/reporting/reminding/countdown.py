"""Before a report's day, on it, and weekly after it: to who writes it, until everyone can read it.

The days are of the calendar, as Art. 49 names a date; it says nothing of a day of rest, so the date
is not put off: one is told on the last working day before, too.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, holders_at
from yangguang.agencies.models import Agency
from yangguang.inforequests.reminders import working_day_until
from yangguang.law.clock.words import with_weekday
from yangguang.reporting.board import Line, board
from yangguang.reporting.due import said_of_rest
from yangguang.reporting.life import Stage
from yangguang.reporting.reminding.notice import Notice, named, way_of

BEFORE: Final = (30, 10, 5, 1, 0)
"""Calendar days before the day on which those who write a report are told; 0: the day itself."""
PRESSING: Final = 1
"""From how many days before it is told whatever a person chose."""
_WEEK: Final = 7


def countdown(on: date) -> Iterator[Notice]:
    """What is told on a day of last year's reports. Seven queries, however many agencies."""
    year = on.year - 1
    every = board(Agency.objects.values_list("pk", flat=True), year, on)
    told = [(one, step) for one in every if (step := _step_of(one, on))]
    writers = holders_at(Capability.REPORT, {one.agency.pk for one, _step in told}, on)
    for line, step in told:
        for person in writers[line.agency.pk]:
            yield Notice(
                person,
                f"due:{year}:{line.agency.pk}:{step}",
                _title(line, on),
                _lines(line, year, on),
                way_of(line.agency, year, is_begun=line.report is not None),
                is_pressing=_left(line, on) <= PRESSING,
            )


def step_at(due: date, on: date) -> str:
    """Which step a day has come to; empty where none has.

    What a day on which nothing was sent missed is told on the next.
    """
    left = (due - on).days
    if left < 0:
        return f"late-{(-left - 1) // _WEEK}"
    steps = {*BEFORE, (due - working_day_until(due)).days}
    return str(min((one for one in steps if one >= left), default=""))


def _step_of(line: Line, on: date) -> str:
    return step_at(line.due, on) if line.due and not line.is_public else ""


def _left(line: Line, on: date) -> int:
    assert line.due is not None
    return (line.due - on).days


def _title(line: Line, on: date) -> str:
    left = _left(line, on)
    if left < 0:
        return _("年报已过期限 {days} 天").format(days=-left)
    if left == 0:
        return _("年报今天到期")
    return _("年报还有 {days} 天到期").format(days=left)


def _lines(line: Line, year: int, on: date) -> tuple[str, ...]:
    assert line.due is not None
    left = _left(line, on)
    stands = _title(line, on)
    said = [f"{named(line.agency, year)}：{stands}"]
    said.append(
        _("期限 {due}（第四十九条），现在是“{stage}”。").format(
            due=with_weekday(line.due), stage=line.stage
        )
    )
    if left > 0 and (of_rest := said_of_rest(line.due)):
        said.append(of_rest)
    if said_next := _next(line):
        said.append(said_next)
    return tuple(said)


def _next(line: Line) -> str:
    """What is still to be done, where that is not plain from how far it is."""
    if line.report is None:
        return _("已经在别处公布的，把公布的年报导入就不再提醒。")
    if line.stage_is in {Stage.SUBMITTED, Stage.ACCEPTED}:
        return _("已经报送，还没有向社会公布。")
    return ""
