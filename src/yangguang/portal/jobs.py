"""The portal's periodic work: the package of open data lies ready before somebody asks for it."""

from typing import Final

from django.utils.translation import gettext as _

from yangguang.casework.periodic import HOURLY, Job, register
from yangguang.portal import report_data

PACKAGE: Final = "reports-data"


def _make_package() -> str:
    made = report_data.prepare()
    return _("做好了年报的数据包。") if made else _("年报的数据包没有变化。")


def register_all() -> None:
    """Make it known."""
    register(Job(PACKAGE, "做好年报的数据包，供人下载", HOURLY, _make_package))
