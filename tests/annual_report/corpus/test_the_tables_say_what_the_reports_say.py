from pathlib import Path

import pytest

from tests.annual_report.corpus.building import asked, built, reports_in
from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import example
from yangguang.annual_report import read
from yangguang.annual_report.checking import check
from yangguang.annual_report.claims import read as statements


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reports_in(tmp_path_factory.mktemp("reports"), 6)


@pytest.fixture(scope="module")
def corpus(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out") / "corpus"
    built(folder, out)
    return out


def test_every_figure_is_the_one_in_the_file(corpus: Path) -> None:
    cells = "SELECT cell, value FROM cells JOIN reports USING (report) WHERE file = '{file}'"
    for seed in range(6):
        _, truth = example(seed, LAYOUTS["tabs"], HAZARDS["none"])

        figures = dict(asked(corpus, cells.format(file=f"{seed % 3}/{seed:04d}.txt")))

        assert {cell: figures[cell] for cell in truth} == truth


def test_a_report_is_told_as_it_is_read(folder: Path, corpus: Path) -> None:
    report = read(folder / "1" / "0001.txt")

    (row,) = asked(
        corpus,
        "SELECT agency, year, edition, kind, title, preamble, section1, section5"
        " FROM reports WHERE file = '1/0001.txt'",
    )

    assert row == (
        report.agency,
        report.year,
        report.edition,
        report.kind,
        report.title,
        report.preamble,
        report.text_of(1),
        report.text_of(5),
    )


def test_findings_and_claims_are_those_of_the_report(folder: Path, corpus: Path) -> None:
    of_report = "FROM {table} JOIN reports USING (report) WHERE file = '{file}'"
    for seed in range(6):
        file = f"{seed % 3}/{seed:04d}.txt"
        report = read(folder / file)

        findings = asked(
            corpus,
            "SELECT key "
            + of_report.format(table="findings", file=file)
            + " AND NOT starts_with(rule, 'years.')",
        )
        claims = asked(
            corpus,
            "SELECT quantity, value, span.text " + of_report.format(table="claims", file=file),
        )

        assert sorted(key for (key,) in findings) == sorted(f.key for f in check(report))
        assert sorted(claims) == sorted(
            (c.quantity, c.value, report.quote(c.span)) for c in statements(report).claims
        )


def test_a_cell_tells_where_it_stands_in_the_file(folder: Path, corpus: Path) -> None:
    report = read(folder / "0" / "0000.txt")
    cell = "table3.new.total"
    source = report.cells[cell].provenance
    assert source is not None

    (row,) = asked(
        corpus,
        "SELECT raw, place.line FROM cells JOIN reports USING (report)"
        f" WHERE file = '0/0000.txt' AND cell = '{cell}'",
    )

    assert row == (source.raw, source.place.line)
