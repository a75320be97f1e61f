"""When an agency's report is due: by law, or for towns by local notice (Art. 49)."""

from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency, AgencyKind
from yangguang.inforequests.reminders import working_day_until
from yangguang.law import reporting
from yangguang.law.calendar import published
from yangguang.law.clock.words import with_weekday

_KINDS: Final = {
    AgencyKind.GOVERNMENT: reporting.AgencyKind.GOVERNMENT,
    AgencyKind.GOVERNMENT_OFFICE: reporting.AgencyKind.DEPARTMENT,
    AgencyKind.DEPARTMENT: reporting.AgencyKind.DEPARTMENT,
    AgencyKind.TOWN: reporting.AgencyKind.TOWN,
}


def kind_of(agency: Agency) -> reporting.AgencyKind | None:
    """What the duty to report takes an agency for; None for public enterprises: none (Art. 55)."""
    return _KINDS.get(AgencyKind(agency.kind))


def due_day(agency: Agency, year: int) -> date | None:
    """The last day on which the report on `year` may be submitted and published.

    None where the law names none and no local notice is entered (towns), or there is no duty.
    """
    kind = kind_of(agency)
    if kind is None:
        return None
    by_law = reporting.annual_report_due(kind, year)
    rules = getattr(agency, "rules", None)
    if by_law or not rules or not rules.report_due:
        return by_law
    return date.fromisoformat(f"{year + 1}-{rules.report_due}")


def said_of_rest(due: date) -> str:
    """That a day of rest does not put the date off; empty where it falls on a working day.

    Art. 49 names a date and says nothing of days of rest; the Regulations count working days only
    where they say so.
    """
    if published().is_working(due):
        return ""
    before = with_weekday(working_day_until(due))
    said = _("那天是休息日，法律没有规定可以顺延，最后一个工作日是 {before}。")
    return said.format(before=before)
