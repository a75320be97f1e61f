"""What was uploaded is kept for a week, whether or not anybody uploads something after it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.annual_report.reports import a_report
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.reporting import jobs
from yangguang.reporting.figure_tables import waiting as tables
from yangguang.reporting.figure_tables.reading import Read
from yangguang.reporting.importing import waiting as published
from yangguang.reporting.models import DraftPage, FiguresDraft, ReportDraft


@pytest.mark.parametrize(("days", "left"), [(7, 1), (8, 0)])
def test_it_goes_after_a_week(days: int, left: int) -> None:
    office, upload = town.office(), Upload("file.html", b"<p>2024</p>")
    draft = published.keep(upload, a_report(), office.agency, office.handler)
    DraftPage.objects.create(draft=draft, number=1)
    tables.keep(upload, Read([], []), office.agency, 2025, office.handler)

    later = moment.now() + timedelta(days=days)
    with moment.standing_at(later), CaptureQueriesContext(connection) as asked:
        said = jobs.uploads_gone()

    assert not any("sealed" in one["sql"] for one in asked)
    assert DraftPage.objects.count() == left
    assert (ReportDraft.objects.count(), FiguresDraft.objects.count()) == (left, left)
    assert f"清除了 {2 - 2 * left} 份" in said
