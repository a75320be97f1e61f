"""What was uploaded is kept for a week, whether or not anybody uploads something after it."""

from datetime import timedelta

import pytest

from tests import town
from tests.annual_report.reports import a_report
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.reporting import jobs
from yangguang.reporting.figure_tables import waiting as tables
from yangguang.reporting.figure_tables.reading import Read
from yangguang.reporting.importing import waiting as published
from yangguang.reporting.models import FiguresDraft, ReportDraft


@pytest.mark.parametrize(("days", "left"), [(7, 1), (8, 0)])
def test_it_goes_after_a_week(days: int, left: int) -> None:
    office, upload = town.office(), Upload("file.html", b"<p>2024</p>")
    published.keep(upload, a_report(), office.agency, office.handler)
    tables.keep(upload, Read([], []), office.agency, 2025, office.handler)

    with moment.standing_at(moment.now() + timedelta(days=days)):
        said = jobs.uploads_gone()

    assert (ReportDraft.objects.count(), FiguresDraft.objects.count()) == (left, left)
    assert f"清除了 {2 - 2 * left} 份" in said
