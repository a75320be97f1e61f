"""What disclosure requests need from time to time: forms not sent and finished mail cleared."""

from django.core.management import call_command
from django.utils.translation import gettext as _

from yangguang.casework.periodic import DAILY, HOURLY, Job, register
from yangguang.inforequests import drafts, similar

FINISHED_KEPT_DAYS = 14
FAILED_KEPT_DAYS = 60


def _purge() -> str:
    return _("清除了 {count} 份没有提交的申请。").format(count=drafts.purge())


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
    return _("为 {count} 件申请建立了查找相似申请的索引。").format(count=similar.index_missing())


def register_all() -> None:
    """Make them known."""
    register(Job("drafts", "清除一天没动、没有提交的申请", HOURLY, _purge))
    register(Job("tasks", "清除做完的后台工作记录", DAILY, _prune))
    register(Job("likeness", "为还没有索引的申请建立相似索引", HOURLY, _index))
