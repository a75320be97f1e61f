"""Words for how a cell came by its figure, and for where in a file it stands."""

from typing import Final

from django.utils.translation import gettext, gettext_lazy

from yangguang.annual_report.blocks import Place
from yangguang.annual_report.report import Status

STATUS_WORDS: Final = {
    Status.BLANK: gettext_lazy("空白"),
    Status.ABSENT: gettext_lazy("缺项"),
    Status.INFERRED: gettext_lazy("推算"),
    Status.REPAIRED: gettext_lazy("修正"),
    Status.UNREADABLE: gettext_lazy("无法识读"),
}


def place_words(place: Place) -> str:
    """第 3 页，第 57 行; in a web page 第 2 个表格，第 4 行."""
    words = []
    if place.page:
        words.append(gettext("第 %d 页") % place.page)
    if place.table:
        words.append(gettext("第 %d 个表格") % place.table)
    line = place.row if place.table else place.line
    if line:
        words.append(gettext("第 %d 行") % line)
    return "，".join(words)
