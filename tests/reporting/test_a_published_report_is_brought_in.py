"""A report from its file becomes the agency's report of its year, and what the next takes over."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests import town
from tests.annual_report.reports import a_report
from tests.reporting.reported import Reporting
from tests.reporting.years import day, head
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing import write
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting import drafting, life, published
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.actions.hand_over import correct
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.models import YearReport

CARRIED = "table3.carried_forward.natural_person"
OVER = "table3.carried_over.natural_person"


def _report(carried: int = 3) -> tuple[AnnualReport, Upload]:
    report = replace(a_report({CARRIED: carried}), year=2024)
    return report, Upload("2024年报.html", write(report, "html"))


def test_it_is_public_with_its_file_and_the_next_year_takes_it_over() -> None:
    office = town.office()
    report, file = _report()

    version = bring_in(office.agency, report, file, head(office), date(2025, 1, 20))

    assert version.source is not None
    assert bytes(version.source.content) == file.content
    assert drafting.content(version).cells == report.cells
    public = published.latest(office.agency, 2024, moment.now())
    assert public is not None
    assert str(public.published_on) == "2025-01-20"
    assert compile_report(office.agency, 2025, moment.now()).report.value(OVER) == Decimal(3)
    assert life.standing_of(version.report).stage is life.Stage.PUBLISHED


def test_a_web_page_with_a_script_is_kept_byte_for_byte_as_a_text() -> None:
    office = town.office()
    report, file = _report()
    page = file.content.replace(b"</head>", b"<script>count()</script></head>")
    assert page != file.content

    version = bring_in(office.agency, report, Upload("2024年报.html", page), head(office))

    assert version.source is not None
    assert (version.source.name, version.source.media_type) == ("2024年报.html.txt", "text/plain")
    assert bytes(version.source.content) == page


@pytest.mark.parametrize(("words", "is_kept"), [("保护工作秘密。", True), ("机密★", False)])
def test_what_was_published_may_speak_of_secrets_but_bears_no_mark_of_one(
    words: str, is_kept: bool
) -> None:
    office = town.office()
    report, file = _report()
    page = file.content.replace(b"</body>", f"<script>1</script><p>{words}</p></body>".encode())

    if is_kept:
        bring_in(office.agency, report, Upload("2024年报.html", page), head(office))
    else:
        with pytest.raises(Mistakes, match="attachments"):
            bring_in(office.agency, report, Upload("2024年报.html", page), head(office))

    assert YearReport.objects.exists() is is_kept


def test_another_file_of_the_year_is_a_correction_and_needs_its_note() -> None:
    office = town.office()
    bring_in(office.agency, *_report(), head(office))

    with pytest.raises(Mistakes, match="note"):
        bring_in(office.agency, *_report(4), head(office))
    second = bring_in(office.agency, *_report(4), head(office), note="更正结转件数")

    assert (second.number, second.changes) == (2, [CARRIED])
    public = published.latest(office.agency, 2024, moment.now())
    assert public is not None
    assert (public.number, public.version) == (2, second)


def test_what_was_brought_in_is_corrected_by_another_file_only() -> None:
    office = town.office()
    version = bring_in(office.agency, *_report(), head(office))

    with pytest.raises(NotAllowed, match="重新导入"):
        correct(version.report, head(office))
    with pytest.raises(Mistakes, match="note"):
        bring_in(office.agency, *_report(4), head(office), note="长" * 501)


def test_what_is_made_here_is_not_overwritten() -> None:
    reporting = Reporting()
    reporting.sent_up()
    report, file = _report()

    with pytest.raises(NotAllowed):
        bring_in(
            reporting.agency, replace(report, year=2025), file, town.may(reporting.office.handler)
        )


@pytest.mark.parametrize("on", [date(2024, 6, 1), date(2027, 1, 1)])
def test_a_day_of_publication_that_cannot_be_is_refused_and_nothing_is_kept(on: date) -> None:
    office = town.office()

    with pytest.raises(Mistakes, match="published_on"):
        bring_in(office.agency, *_report(), head(office), on)
    assert not YearReport.objects.exists()


def test_a_published_report_of_last_year_here_is_taken_over_too() -> None:
    reporting = Reporting()
    with moment.standing_at(day(2026, 1, 20)):
        reporting.published()

    compiled = compile_report(reporting.agency, 2026, moment.now())

    assert compiled.last is not None
    assert compiled.previous is not None
    assert compiled.previous.year == 2025
