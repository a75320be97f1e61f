"""What annual reports need from time to time: that nobody forgets them, and what waited goes."""

from datetime import datetime

from django.utils.translation import gettext as _

from yangguang.casework import moment
from yangguang.casework.periodic import HOURLY, Job, Rhythm, register
from yangguang.inforequests.jobs import REMINDED_FROM
from yangguang.reporting.figure_tables import waiting as tables
from yangguang.reporting.importing import waiting as published
from yangguang.reporting.reminding import countdown, drift, members, news, post, season


def morning(now: datetime) -> str:
    """The turn of what is done once every day, rest or not, from the time people are reminded."""
    return f"{(now - REMINDED_FROM).date()}"


def ten_minutes(now: datetime) -> str:
    """The turn of what is done every ten minutes."""
    return f"{now:%Y-%m-%dT%H}:{now.minute // 10}"


def mornings() -> str:
    """What is told once a day: of days to come and past, and of the week's progress."""
    today = moment.today()
    return str(post.send((*countdown.countdown(today), *season.season(today))))


def looked_after() -> str:
    """What is told once a day of reports that are public."""
    return str(post.send(drift.drift(moment.now(), moment.today())))


def members_corrected() -> str:
    """What is told once a day of governments' reports that were added up before a correction."""
    return str(post.send(members.corrected_members(moment.today())))


def news_now() -> str:
    """What is told soon after it happened."""
    return str(post.send(news.news(moment.now(), moment.today())))


def uploads_gone() -> str:
    """What was uploaded, and neither brought in nor entered within a week, goes."""
    count = published.purge() + tables.purge()
    return _("清除了 {count} 份没有导入、没有填写的年报文件。").format(count=count)


def register_all() -> None:
    """Make them known."""
    each_morning = Rhythm("每天早上 7 点后一次", morning)
    register(Job("report-days", "提醒年报的期限和报送进度", each_morning, mornings))
    register(Job("report-drift", "提醒公布的年报和台账不一致", each_morning, looked_after))
    register(
        Job("report-members", "提醒汇总以后成员机关更正了年报", each_morning, members_corrected)
    )
    often = Rhythm("每十分钟", ten_minutes)
    register(Job("report-news", "提醒年报的退回、审批、收下和主管部门的提醒", often, news_now))
    what = "清除一周没有导入、没有填写的年报文件"
    register(Job("report-uploads", what, HOURLY, uploads_gone))
