"""When an annual report is due (Regulations on Open Government Information, Arts 49 and 50)."""

from datetime import date
from enum import StrEnum


class AgencyKind(StrEnum):
    """The kinds of agency that the duty to report distinguishes."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    TOWN = "town"


def annual_report_due(kind: AgencyKind, year: int) -> date | None:
    """The last day on which the report for `year` may be published (Art. 49).

    Departments of county level and up: 31 January of the next year. Governments, whose report the
    supervising office publishes: 31 March. Towns: None; the law leaves the date to local notice.
    """
    match kind:
        case AgencyKind.DEPARTMENT:
            return date(year + 1, 1, 31)
        case AgencyKind.GOVERNMENT:
            return date(year + 1, 3, 31)
        case AgencyKind.TOWN:
            return None
