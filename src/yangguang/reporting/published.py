"""Reports as they were published: what the next year takes over."""

from datetime import datetime
from decimal import Decimal

from yangguang.agencies.models import Agency
from yangguang.annual_report.form import FORMS, Edition, edition_for
from yangguang.annual_report.report import AnnualReport, Cell, Status
from yangguang.reporting.models import PublishedFigures


def latest(agency: Agency, year: int, known_at: datetime) -> PublishedFigures | None:
    """The version of a year's report that was the public one at a moment; None: there was none."""
    versions = PublishedFigures.objects.filter(agency=agency, year=year, at__lte=known_at)
    return versions.order_by("-version").first()


def as_report(published: PublishedFigures) -> AnnualReport:
    """Its figures in the type of a report; cells without a figure are blank."""
    edition = edition_for(published.year) or Edition.E2021
    form = FORMS[edition]
    cells = {cell: _cell(published.cells.get(cell)) for cell in form.cell_ids}
    return AnnualReport(
        file=f"{published.agency.name}{published.year}年年度报告（第 {published.version} 版）",
        agency=published.agency.name,
        year=published.year,
        edition=edition,
        published_on=published.published_on,
        tables=form.tables,
        cells=cells,
    )


def _cell(written: str | None) -> Cell:
    if written is None:
        return Cell(None, Status.BLANK)
    return Cell(Decimal(written), Status.READ)
