"""The blank form as the State Council's office gives it out: three tables, nothing in any cell."""

from tests.shared_reports import BLANK_FORM, needs_shared_reports
from yangguang.annual_report import read
from yangguang.annual_report.form import FORMS, SECTIONS, Edition
from yangguang.annual_report.report import Status

pytestmark = needs_shared_reports


def test_every_cell_of_the_edition_is_there_and_blank() -> None:
    report = read(BLANK_FORM)
    assert report.edition is Edition.E2021
    assert set(report.cells) == set(FORMS[Edition.E2021].cell_ids)
    assert {cell.status for cell in report.cells.values()} == {Status.BLANK}
    assert {cell.value for cell in report.cells.values()} == {None}


def test_its_six_sections_are_found_and_nothing_is_in_doubt() -> None:
    report = read(BLANK_FORM)
    assert [(s.number, s.title) for s in report.sections] == list(SECTIONS.items())
    assert report.doubts == ()
