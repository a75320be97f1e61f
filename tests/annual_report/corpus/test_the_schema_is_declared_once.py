from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.corpus.building import asked, built, reports_in
from tests.house.repository import ROOT
from yangguang.annual_report.corpus.place import find
from yangguang.annual_report.corpus.rows import figure, parts_of
from yangguang.annual_report.corpus.schema import BY_YEAR, CELLS, TABLES
from yangguang.annual_report.form import FORMS

GUIDE = ROOT / "docs" / "corpus.md"


def test_the_files_and_the_queries_have_the_declared_columns(tmp_path: Path) -> None:
    built(reports_in(tmp_path / "in", 2), tmp_path / "out")
    generation = find(tmp_path / "out").generation()

    for table in TABLES:
        declared = [column.name for column in table.columns]
        in_files = [name for name in declared if table not in BY_YEAR or name != "year"]
        for path in (generation / table.name).rglob("*.parquet"):
            assert pq.ParquetFile(path).schema_arrow.names == in_files
        described = asked(tmp_path / "out", f"DESCRIBE {table.name}")
        assert [name for name, *_ in described] == declared


def test_a_report_whose_year_is_unknown_has_a_partition_of_its_own(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 1)
    text = (folder / "0" / "0000.txt").read_text("utf-8")
    for year in range(2019, 2027):
        text = text.replace(f"{year}年", "本年")
    (folder / "no year.txt").write_text(text, "utf-8")

    built(folder, tmp_path / "out")

    assert asked(tmp_path / "out", "SELECT file FROM reports WHERE year IS NULL") == [
        ("no year.txt",)
    ]
    assert asked(tmp_path / "out", "SELECT count(DISTINCT report) FROM cells") == [(2,)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_guide_tells_every_column(table) -> None:
    guide = GUIDE.read_text("utf-8")

    for column in table.columns:
        assert f"`{column.name}`" in guide


def test_the_id_of_a_cell_comes_apart_into_table_row_and_column() -> None:
    for form in FORMS.values():
        for table in form.tables.values():
            for row in table.rows:
                for column in row.columns:
                    parts = (table.number, row.id, column.id)
                    assert parts_of(table.cell_id(row.id, column.id)) == parts


@given(st.integers(-(2**53), 2**53) | st.floats(-1e15, 1e15))
def test_a_figure_is_kept_to_ten_decimals(value: float) -> None:
    kept = figure(value)

    assert kept is not None
    assert abs(kept - Decimal(str(value))) <= Decimal("0.5e-10")


@pytest.mark.parametrize("value", [None, float("inf"), float("nan"), 1e28, -1e300])
def test_what_is_no_figure_of_a_report_is_null(value: float | None) -> None:
    assert figure(value) is None


def test_cells_hold_figures_as_decimals(tmp_path: Path) -> None:
    built(reports_in(tmp_path / "in", 1), tmp_path / "out")

    ((value,),) = asked(tmp_path / "out", "SELECT max(value) FROM cells")

    assert isinstance(value, Decimal)
    assert any(column.name == "value" for column in CELLS.columns)
