"""Several reports at once: which is whose report of the year before."""

from collections.abc import Sequence

from yangguang.annual_report.agency_names import is_same_agency, normalised, shorter_names
from yangguang.annual_report.report import AnnualReport


def previous_of(reports: Sequence[AnnualReport]) -> list[AnnualReport | None]:
    """For each of `reports`, in their order, the same agency's report of the year before.

    None where the year or the agency is unknown or no such report is among them. Where a report
    is there twice (the same year in two files), the one with more figures is taken.
    """
    by_year: dict[int, _Names] = {}
    for report in reports:
        if report.year is not None and report.agency:
            by_year.setdefault(report.year, _Names()).add(report)
    return [_previous(report, by_year) for report in reports]


class _Names:
    """The reports of a year by their agencies' names: comparing all with all takes too long."""

    def __init__(self) -> None:
        self.by_name: dict[str, list[AnnualReport]] = {}
        self.longer: dict[str, set[str]] = {}
        """Of a name without the divisions above the agency, the names with them."""

    def add(self, report: AnnualReport) -> None:
        """Take in a report."""
        name = normalised(report.agency)
        if name not in self.by_name:
            for short in shorter_names(name):
                self.longer.setdefault(short, set()).add(name)
        self.by_name.setdefault(name, []).append(report)

    def of(self, agency: str) -> list[AnnualReport]:
        """The agency's reports: by its own name, else by the one other name that is its own too."""
        name = normalised(agency)
        if is_same_agency(name, name) and name in self.by_name:
            return self.by_name[name]
        others = {short for short in shorter_names(name) if short in self.by_name}
        others |= self.longer.get(name, set())
        return self.by_name[others.pop()] if len(others) == 1 else []


def _previous(report: AnnualReport, by_year: dict[int, _Names]) -> AnnualReport | None:
    if report.year is None or not report.agency or report.year - 1 not in by_year:
        return None
    return max(by_year[report.year - 1].of(report.agency), key=_figures, default=None)


def _figures(report: AnnualReport) -> int:
    return sum(cell.value is not None for cell in report.cells.values())
