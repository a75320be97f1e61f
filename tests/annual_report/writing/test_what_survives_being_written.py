"""A report that is written and read again says the same: agency, year, edition, text, figures."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.generator.hazards import HAZARDS
from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.print import printed
from yangguang.annual_report import AnnualReport, as_json, read_bytes
from yangguang.annual_report.writing import write

HARMLESS = sorted(set(HAZARDS) - {"no_other_column"})


def _invented(seed: int, hazard: str) -> AnnualReport:
    damaged = HAZARDS[hazard](Random(seed), printed(invent(Random(seed))))
    return read_bytes("report", LAYOUTS["tabs"](damaged))


def _says(report: AnnualReport) -> tuple[object, ...]:
    text = {section.number: section.text for section in report.sections}
    figures = {cell: report.value(cell) for cell in report.cells}
    return report.agency, report.year, report.edition, text, figures


@given(st.integers(0, 10_000), st.sampled_from(HARMLESS))
@settings(max_examples=40)
def test_html(seed: int, hazard: str) -> None:
    report = _invented(seed, hazard)
    assert _says(read_bytes("report", write(report, "html"))) == _says(report)


@pytest.mark.parametrize("to", ["docx", "xlsx", "pdf"])
@pytest.mark.parametrize("seed", range(5))
def test_office_files_and_print(to: str, seed: int) -> None:
    report = _invented(seed, HARMLESS[seed * 3])
    assert _says(read_bytes("report", write(report, to))) == _says(report)


@given(st.integers(0, 10_000), st.sampled_from(sorted(HAZARDS)))
@settings(max_examples=40)
def test_json_with_the_statuses(seed: int, hazard: str) -> None:
    report = _invented(seed, hazard)
    assert read_bytes(report.file, write(report, "json")) == report


@pytest.mark.parametrize("seed", range(6))
def test_csv_has_every_cell_with_its_status(seed: int) -> None:
    import csv

    report = _invented(seed, "blank_cells")
    lines = list(csv.DictReader(write(report, "csv").decode("utf-8-sig").splitlines()))
    printed_cells = [c for table in report.tables.values() for c in table.cell_ids]
    assert [line["单元格"] for line in lines] == printed_cells
    for line in lines:
        cell = report.cells[line["单元格"]]
        assert line["状态"] == cell.status
        assert line["数值"] == ("" if cell.value is None else str(as_json.number(cell.value)))
