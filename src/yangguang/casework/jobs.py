"""What casework does from time to time: the day's anchor, lost files, a new year's states."""

import time
from datetime import datetime

from django.utils.translation import gettext as _

from yangguang.casework import anchors, attachments, unfinished
from yangguang.casework.periodic import DAILY, Job, Rhythm, register
from yangguang.casework.rebuilding import differences
from yangguang.law import calendar


def known_calendar(now: datetime) -> str:
    """The turn of what depends on the calendar: the year, and the last year published so far."""
    return f"{now.year}/{max(calendar.published().years)}"


def _anchor() -> str:
    made = anchors.anchor()
    said = _("{date} 的锚：新增 {events} 条记录、{cases} 个案件。")
    return said.format(date=made.date, events=made.events, cases=made.cases)


def _sweep() -> str:
    return _("清除了 {count} 个没有归属的文件。").format(count=attachments.sweep(time.time()))


def _rebuild() -> str:
    found = list(differences(write=True))
    stuck = sum(bool(one.why) for one in found)
    if stuck:
        raise ValueError(stuck)
    return _("按现在的工作日历重算了各案件的状态，写回 {count} 处。").format(count=len(found))


def _again() -> str:
    return _("重新排队了 {count} 件没有做成的后台工作。").format(count=unfinished.put_back())


def register_all() -> None:
    """Make them known."""
    often = Rhythm("每十分钟", lambda now: f"{now:%Y-%m-%dT%H}:{now.minute // 10}")
    register(Job("unfinished", "重做没有做成的后台工作（寄信等）", often, _again))
    register(Job("anchor", "写下当天的锚", DAILY, _anchor))
    register(Job("sweep", "清理没有归属的附件", DAILY, _sweep))
    of_a_calendar = Rhythm("每年一次，工作日历更新后一次", known_calendar)
    register(Job("rebuild", "按新的工作日历重算状态", of_a_calendar, _rebuild))
