"""A figure that is entered when its report is frozen: it is not in it, and what puts it there."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.models import Agency
from yangguang.reporting import life
from yangguang.reporting.life import Stage
from yangguang.reporting.models import YearReport

_TAKE_BACK: Final = lazy("先撤回修改（已经做的审批作废），再重新送审、重新审批。")
_CORRECT: Final = lazy("编制更正版，重新送审、重新审批。")
_WHAT_TO_DO: Final = {
    Stage.IN_APPROVAL: _TAKE_BACK,
    Stage.APPROVED: _TAKE_BACK,
    Stage.SUBMITTED: lazy("请主管部门退回，再重新送审、审批、报送；或者公布以后编制更正版。"),
    Stage.ACCEPTED: lazy("公布以后编制更正版，重新送审、重新审批。"),
    Stage.PUBLISHED: _CORRECT,
}
_BROUGHT_IN: Final = lazy("重新导入更正后的文件。")


def not_in_it(agency: Agency, year: int) -> str:
    """That a figure entered now is not in the report, and how it comes to be; empty where it is."""
    report = YearReport.objects.filter(agency=agency, year=year).first()
    now = life.standing_of(report) if report else None
    if now is None or now.is_being_written:
        return ""
    said = _("年报现在是“{now}”，内容已经固定：现在填的数不会改变它。要用上，{what}")
    what = _BROUGHT_IN if now.is_brought_in else _WHAT_TO_DO[now.stage]
    return said.format(now=now.name, what=what)
