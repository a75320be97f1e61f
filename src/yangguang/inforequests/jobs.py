"""What disclosure requests need from time to time: forms not sent and finished mail cleared, and
everyone told of what falls due."""

from datetime import datetime, timedelta

from django.core.management import call_command
from django.utils.translation import gettext as _

from yangguang.casework.periodic import DAILY, HOURLY, Job, Rhythm, register
from yangguang.inforequests import drafts, packages, reminder_mail, similar
from yangguang.inforequests.importing import waiting
from yangguang.inforequests.reminders import working_day_until

FINISHED_KEPT_DAYS = 14
FAILED_KEPT_DAYS = 60
REMINDED_FROM = timedelta(hours=7)
"""The time of day from which people are reminded."""


def working_morning(now: datetime) -> str:
    """The turn of what is done once every working day, from REMINDED_FROM on."""
    return f"{working_day_until((now - REMINDED_FROM).date())}"


def _remind() -> str:
    done = reminder_mail.remind()
    said = [_("提醒了 {count} 人。").format(count=done.told)]
    if done.without_address:
        said.append(_("{count} 人的账号没有邮箱，没有提醒。").format(count=done.without_address))
    if done.refused:
        said.append(_("{count} 人的邮箱被邮件服务器拒收。").format(count=done.refused))
    if done.to_nobody:
        said.append(_("{count} 件既没有承办人，也没有人能分办。").format(count=done.to_nobody))
    return "".join(said)


def _purge() -> str:
    return _("清除了 {count} 份没有提交的申请。").format(count=drafts.purge())


def _purge_tables() -> str:
    return _("清除了 {count} 张没有导入的表格。").format(count=waiting.purge())


def _end_packages() -> str:
    return _("清除了 {count} 个过期的归档包。").format(count=packages.end_old())


def _prune() -> str:
    call_command(
        "prune_db_task_results",
        min_age_days=FINISHED_KEPT_DAYS,
        failed_min_age_days=FAILED_KEPT_DAYS,
        verbosity=0,
    )
    said = _("清除了 {days} 天前做完的后台工作记录。")
    return said.format(days=FINISHED_KEPT_DAYS)


def _index() -> str:
    done = similar.index_missing()
    said = _("为 {count} 件申请建立了查找相似申请的索引。").format(count=done.made)
    if done.unreadable:
        said += _(
            "{count} 件申请的内容打不开，没有建立：请检查 YANGGUANG_MASTER_KEY 是否齐全。"
        ).format(count=done.unreadable)
    return said


def register_all() -> None:
    """Make them known."""
    register(Job("drafts", "清除一天没动、没有提交的申请", HOURLY, _purge))
    register(Job("tables", "清除一天没有导入的申请表格", HOURLY, _purge_tables))
    register(Job("packages", "清除过期的归档包", HOURLY, _end_packages))
    register(Job("tasks", "清除做完的后台工作记录", DAILY, _prune))
    mornings = Rhythm("每个工作日早上 7 点后一次", working_morning)
    register(Job("reminders", "提醒快到期、逾期的办件和快结束的代理", mornings, _remind))
    register(Job("likeness", "为还没有索引的申请建立相似索引", HOURLY, _index))
