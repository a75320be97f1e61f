from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.corpus.building import asked, built
from tests.annual_report.reports import a_report, with_figure
from tests.cli.published import balanced, published
from yangguang.annual_report import read
from yangguang.annual_report.agency_names import normalised, shorter_names
from yangguang.annual_report.checking import check
from yangguang.annual_report.corpus.pairs import pair
from yangguang.annual_report.pairing import previous_of
from yangguang.annual_report.report import AnnualReport

NAMES = (
    "红旗区信访局",
    "新乡市红旗区信访局",
    "长春市红旗区信访局",
    "河南省新乡市红旗区信访局",
    "信访局",
    "某局",
    "某市红旗区信访局",
    "红旗区人民政府",
    "红旗区政府",
    "",
)
REPORTS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from([None, 2021, 2022, 2023]),
        st.integers(1, 3),
    ),
    max_size=8,
)


def _report(name: str, agency: str, year: int | None, figures: int) -> AnnualReport:
    report = a_report(file=name, agency=agency, year=year, cells={})
    for cell in list(a_report().cells)[:figures]:
        report = with_figure(report, cell, 1)
    return report


def _paired(reports: list[AnnualReport]) -> dict[str, str]:
    """As `pair` matches them: file → the file of the year before."""
    rows: list[dict[str, Any]] = [
        {
            "report": report.file,
            "file": report.file,
            "year": report.year,
            "agency": report.agency,
            "agency_key": normalised(report.agency),
            "shorter_keys": list(shorter_names(report.agency)),
            "figures": len(report.cells),
        }
        for report in reports
    ]
    schema = pa.schema(
        [(name, pa.string()) for name in ("report", "file", "agency", "agency_key")]
        + [("year", pa.int32()), ("figures", pa.int64()), ("shorter_keys", pa.list_(pa.string()))]
    )
    with duckdb.connect(":memory:") as connection:
        connection.register("given", pa.Table.from_pylist(rows, schema=schema))
        connection.execute("CREATE TABLE known AS FROM given")
        pair(connection)
        return dict(connection.execute("SELECT report, previous FROM previous").fetchall())


@given(REPORTS)
@settings(max_examples=60)
def test_pairs_are_those_that_comparing_all_with_all_gives(
    drawn: list[tuple[str, int | None, int]],
) -> None:
    reports = [_report(f"{at}", *one) for at, one in enumerate(drawn)]

    by_comparing = {
        report.file: previous.file
        for report, previous in zip(reports, previous_of(reports), strict=True)
        if previous
    }

    assert _paired(reports) == by_comparing


def test_a_report_is_checked_against_last_year_s_as_if_both_were_given(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    last = published(folder / "a.html", year=2022, figures=balanced(9, carried_forward=4))
    this = published(folder / "b.html", year=2023, figures=balanced(7, carried_over=3))

    built(folder, tmp_path / "out")

    given_both = check(read(this), read(last))
    found = asked(
        tmp_path / "out",
        "SELECT key FROM findings JOIN reports USING (report) WHERE file = 'b.html'",
    )
    assert sorted(key for (key,) in found) == sorted(finding.key for finding in given_both)
    assert any(finding.rule == "years.carried_over" for finding in given_both)
    ((previous, errors),) = asked(
        tmp_path / "out",
        "SELECT last.file, now.errors FROM reports now"
        " JOIN reports last ON last.report = now.previous",
    )
    assert previous == "a.html"
    assert errors == sum(finding.severity == "error" for finding in given_both)


def test_a_pair_is_parted_when_last_year_s_report_goes(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    last = published(folder / "a.html", year=2022, figures=balanced(9, carried_forward=4))
    published(folder / "b.html", year=2023, figures=balanced(7, carried_over=3))
    built(folder, out)
    last.unlink()

    built(folder, out)

    assert asked(out, "SELECT previous FROM reports") == [(None,)]
    assert asked(out, "FROM findings WHERE starts_with(rule, 'years.')") == []
