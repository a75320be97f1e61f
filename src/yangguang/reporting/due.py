"""When an agency's report is due: by law, or for towns by local notice (Art. 49)."""

from datetime import date
from typing import Final

from yangguang.agencies.models import Agency, AgencyKind
from yangguang.law import reporting

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
