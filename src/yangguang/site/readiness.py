"""Whether the site can do its work: what is looked at, each with a sentence. A few queries in all.

Nothing here is anyone's: numbers of days, minutes and megabytes, names of triggers.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from yangguang.casework import append_only, moment, scanning, unfinished
from yangguang.casework.models import Event, PeriodicRun
from yangguang.law import calendar

LONGEST_WAIT: Final = timedelta(minutes=10)
"""How long work that pages put off may wait."""
LONGEST_SINCE_TICK: Final = timedelta(hours=3)
"""Some periodic work is done every hour."""
LEAST_FREE_MB: Final = 500
LARGEST_SLIP: Final = timedelta(minutes=5)
"""How far a clock may be set back: two machines of one site never agree to the second."""
_NEXT_YEAR_IS_DUE: Final = (12, 1)
_MB: Final = 1_000_000
_MIGRATE: Final = "请运行 yangguang migrate。"


class Check(NamedTuple):
    """Something that was looked at: its name, whether it is as it must be, a sentence."""

    name: str
    ok: bool
    words: str


def checks() -> list[Check]:
    """Everything, in the order in which it is worth mending."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        database = Check("database", True, _("数据库连得上。"))
    except DatabaseError:
        return [Check("database", False, _("连不上数据库。")), *_without_database()]
    of_database = {
        "migrations": _migrations,
        "triggers": _triggers,
        "jobs": _jobs,
        "tick": _tick,
        "clock": _clock,
    }
    asked = [_asked(name, check) for name, check in of_database.items()]
    return [database, *asked, *_without_database()]


def _asked(name: str, check: Callable[[], tuple[bool, str]]) -> Check:
    try:
        return Check(name, *check())
    except DatabaseError:
        return Check(name, False, _("数据库里查不到，表可能没有建全。") + _MIGRATE)


def _without_database() -> Iterator[Check]:
    yield Check("calendar", *_calendar(moment.today()))
    yield Check("disk", *_disk())
    if settings.SCANNER:
        yield Check("scanner", *_scanner())


def _migrations() -> tuple[bool, str]:
    applied = set(MigrationRecorder(connection).migration_qs.values_list("app", "name"))
    left = _on_disk() - applied
    if left:
        return False, _("数据库的表不是最新的，还差 {count} 步。").format(
            count=len(left)
        ) + _MIGRATE
    return True, _("数据库的表是最新的。")


@cache
def _on_disk() -> frozenset[tuple[str, str]]:
    """The migrations of this program; they do not change while it runs."""
    return frozenset(MigrationLoader(None).disk_migrations or ())


def _triggers() -> tuple[bool, str]:
    missing = append_only.missing(connection)
    if missing:
        names = "、".join(missing)
        return False, _("台账少了防改动的触发器：{names}。").format(names=names) + _MIGRATE
    return True, _("台账的防改动触发器都在。")


def _jobs() -> tuple[bool, str]:
    waiting = DBTaskResult.objects.ready().order_by("enqueued_at")
    oldest = waiting.values_list("enqueued_at", flat=True).first()
    since = timezone.now() - oldest if oldest else timedelta()
    minutes = int(since.total_seconds() // 60)
    if since > LONGEST_WAIT:
        said = _("有后台工作（寄信等）等了 {minutes} 分钟。请检查 worker 是否在运行。")
        return False, said.format(minutes=minutes)
    if lost := unfinished.given_up():
        said = _("有 {count} 件后台工作（寄信等）试了多次都没有做成，不再试了。请检查邮件服务器。")
        return False, said.format(count=lost)
    return True, _("后台工作没有积压。")


def _tick() -> tuple[bool, str]:
    last = PeriodicRun.objects.order_by("-ended_at").values_list("ended_at", flat=True).first()
    if last is None:
        return True, _("例行工作还没有做过。")
    if moment.now() - last > LONGEST_SINCE_TICK:
        said = _("例行工作（yangguang tick）从 {when} 起没有做。请检查它是否在定时运行。")
        return False, said.format(when=f"{timezone.localtime(last):%Y-%m-%d %H:%M}")
    return True, _("例行工作按时在做。")


def _clock() -> tuple[bool, str]:
    """Against the ledger, which is written in the order of time: in a demonstration it is old."""
    latest = Event.objects.order_by("-pk").values_list("recorded_at", flat=True).first()
    if latest and latest > moment.now() + LARGEST_SLIP:
        said = _("服务器的时钟慢了：台账里最新的一条记在 {when}。请校准时钟，期限和日期都靠它。")
        return False, said.format(when=f"{timezone.localtime(latest):%Y-%m-%d %H:%M}")
    return True, _("服务器的时钟没有倒退。")


def _calendar(today: date) -> tuple[bool, str]:
    years = calendar.published().years
    if today.year not in years:
        said = _("{year} 年的放假调休安排还没有收入，期限只按周一至周五算。请更新程序。")
        return False, said.format(year=today.year)
    if (today.month, today.day) >= _NEXT_YEAR_IS_DUE and today.year + 1 not in years:
        said = _("今年的工作日历已收入；{year} 年的还没有，请在年底前更新程序。")
        return True, said.format(year=today.year + 1)
    return True, _("今年的工作日历已收入。")


def _disk() -> tuple[bool, str]:
    folder = Path(settings.ATTACHMENTS_FOLDER)
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free // _MB
    if free < LEAST_FREE_MB:
        return False, _("数据文件夹所在的磁盘只剩 {free} MB。请清理或扩容。").format(free=free)
    return True, _("磁盘还有 {free} MB。").format(free=free)


def _scanner() -> tuple[bool, str]:
    if scanning.answers():
        return True, _("病毒扫描程序在工作。")
    return False, _("病毒扫描程序（clamd）没有回应。请启动它，或者检查 YANGGUANG_CLAMD。")
