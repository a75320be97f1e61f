"""A stranger's text is written in the limited child as well, in every format there is."""

from pathlib import Path

import pytest

from tests.annual_report.reports import a_report
from tests.cli.published import balanced, published
from yangguang.annual_report import as_json, read, read_bytes
from yangguang.annual_report.errors import Unwritable
from yangguang.annual_report.worker import WRITING, Limits, Worker
from yangguang.annual_report.writing import WRITERS

CHILD = (str(Path(__file__).with_name("misbehaving_child.py")),)
WITHOUT_PANGO = (str(Path(__file__).with_name("child_without_pango.py")),)
PROSE = "本年度依申请公开和主动公开工作平稳有序，机构和人员稳定，没有发生行政复议和行政诉讼。"


@pytest.mark.parametrize("to", [to for to in WRITERS if to != "csv"])
def test_what_it_writes_is_read_again(tmp_path: Path, to: str) -> None:
    report = read(published(tmp_path / "report.html", figures=balanced(new=7), prose=PROSE))

    with Worker(WRITING) as worker:
        data = worker.write(as_json.dump(report, []), to)

    again = read_bytes(f"report.{to}", data)
    assert (again.agency, again.year) == (report.agency, report.year)
    assert again.value("table3.granted.total") == 7


def test_cells_as_csv(tmp_path: Path) -> None:
    report = a_report()

    with Worker(WRITING) as worker:
        text = worker.write(as_json.dump(report, []), "csv").decode("utf-8-sig")

    assert text.count("\n") == 1 + len(report.cells)


@pytest.mark.parametrize("deed", ["die", "fail", "sleep", "devour"])
def test_a_child_that_fails_is_a_sentence_about_writing(deed: str) -> None:
    with (
        Worker(Limits(seconds=2), CHILD) as worker,
        pytest.raises(Unwritable, match="没有写成"),
    ):
        worker.write({}, deed)


def test_what_is_missing_to_write_a_format_is_said_and_the_others_are_written() -> None:
    report = as_json.dump(a_report(), [])

    with Worker(WRITING, WITHOUT_PANGO) as worker:
        with pytest.raises(Unwritable, match="WeasyPrint"):
            worker.write(report, "pdf")
        assert worker.write(report, "docx").startswith(b"PK")
