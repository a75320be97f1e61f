"""Several reports at once: which is whose report of the year before."""

from collections.abc import Sequence

from yangguang.annual_report.agency_names import is_same_agency, normalised
from yangguang.annual_report.report import AnnualReport


def previous_of(reports: Sequence[AnnualReport]) -> list[AnnualReport | None]:
    """For each of `reports`, in their order, the same agency's report of the year before.

    None where the year or the agency is unknown or no such report is among them. Where a report
    is there twice (the same year in two files), the one with more figures is taken.
    """
    by_year: dict[int, list[AnnualReport]] = {}
    for report in reports:
        if report.year is not None and report.agency:
            by_year.setdefault(report.year, []).append(report)
    return [_previous(report, by_year) for report in reports]


def _previous(report: AnnualReport, by_year: dict[int, list[AnnualReport]]) -> AnnualReport | None:
    if report.year is None or not report.agency:
        return None
    last_year = by_year.get(report.year - 1, [])
    same = [r for r in last_year if is_same_agency(r.agency, report.agency)]
    own = normalised(report.agency)
    exact = [r for r in same if normalised(r.agency) == own]
    if not exact and len({normalised(r.agency) for r in same}) > 1:
        return None
    return max(exact or same, key=_figures, default=None)


def _figures(report: AnnualReport) -> int:
    return sum(cell.value is not None for cell in report.cells.values())
