"""What comes in from a file that we wrote is the report, in every cell and section."""

import pytest
from hypothesis import given, settings

from tests import town
from tests.annual_report.writing.invented_texts import reports, says
from tests.reporting.years import head
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.writing import write
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.reporting import published
from yangguang.reporting.actions.bring_in import bring_in_kept
from yangguang.reporting.importing import waiting
from yangguang.reporting.importing.fitting import settled


def _its_year_is_over(report: AnnualReport) -> bool:
    return report.year is not None and report.year < moment.today().year


@pytest.mark.parametrize("to", ["html", "docx", "xlsx", "json"])
def test_it_says_the_same_in_public(to: str) -> None:
    office = town.office()
    people = head(office)

    @given(reports().filter(_its_year_is_over))
    @settings(max_examples=4)
    def comes_in(report: AnnualReport) -> None:
        upload = Upload(f"report.{to}", write(report, to))
        read = read_bytes(upload.name, upload.content)
        draft = waiting.keep(upload, read, office.agency, office.disclosure_head)
        waiting.decide(draft, None, "", None, "再次导入")

        bring_in_kept(draft, people)

        assert report.year
        public = published.latest(office.agency, report.year, moment.now())
        assert public is not None
        said = published.as_report(public)
        assert said.cells == read.cells
        assert says(said) == says(settled(report, office.agency))

    comes_in()
