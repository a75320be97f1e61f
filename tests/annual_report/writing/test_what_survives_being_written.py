"""A report that is written and read again says the same: agency, year, edition, text, figures."""

import csv
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.writing.invented_texts import reports, says
from tests.generator.hazards import HAZARDS
from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from yangguang.annual_report import AnnualReport, as_json, read_bytes
from yangguang.annual_report.form import Edition
from yangguang.annual_report.writing import write

EXAMPLES = {"html": 30, "docx": 12, "xlsx": 12}


def _invented(seed: int, hazard: str, edition: Edition | None = None) -> AnnualReport:
    damaged = HAZARDS[hazard](Random(seed), printed(invent(Random(seed), edition)))
    return read_bytes("report", LAYOUTS["tabs"](damaged))


@pytest.mark.parametrize("to", EXAMPLES)
def test_odd_text_and_odd_figures(to: str) -> None:
    @given(reports())
    @settings(max_examples=EXAMPLES[to])
    def survives(report: AnnualReport) -> None:
        assert says(read_bytes("report", write(report, to))) == says(report)

    survives()


@pytest.mark.parametrize("to", EXAMPLES)
def test_whatever_went_wrong_in_print(to: str) -> None:
    @given(st.integers(0, 10_000), st.sampled_from(sorted(HAZARDS)), st.sampled_from(Edition))
    @settings(max_examples=EXAMPLES[to])
    def survives(seed: int, hazard: str, edition: Edition) -> None:
        report = _invented(seed, hazard, edition)
        assert says(read_bytes("report", write(report, to))) == says(report)

    survives()


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("seed", range(3))
def test_print(seed: int, edition: Edition) -> None:
    report = _invented(seed, sorted(HAZARDS)[seed * 4], edition)
    assert says(read_bytes("report", write(report, "pdf"))) == says(report)


@given(reports())
@settings(max_examples=30)
def test_json_with_odd_text_and_odd_figures(report: AnnualReport) -> None:
    assert read_bytes(report.file, write(report, "json")) == report


@given(st.integers(0, 10_000), st.sampled_from(sorted(HAZARDS)))
@settings(max_examples=40)
def test_json_with_the_statuses(seed: int, hazard: str) -> None:
    report = _invented(seed, hazard)
    assert read_bytes(report.file, write(report, "json")) == report


@pytest.mark.parametrize("seed", range(6))
def test_csv_has_every_cell_with_its_status(seed: int) -> None:
    report = _invented(seed, "blank_cells")
    lines = list(csv.DictReader(write(report, "csv").decode("utf-8-sig").splitlines()))
    printed_cells = [c for table in report.tables.values() for c in table.cell_ids]
    assert [line["单元格"] for line in lines] == printed_cells
    for line in lines:
        cell = report.cells[line["单元格"]]
        assert line["状态"] == cell.status
        assert line["数值"] == ("" if cell.value is None else str(as_json.number(cell.value)))
