"""What a report is called: on its first page, in lists, in feeds."""

from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency


def title_of(agency: Agency, year: int) -> str:
    """The title that a report bears when it is made here; one that was brought in has its own."""
    return _("{agency}{year}年政府信息公开工作年度报告").format(agency=agency.name, year=year)
