"""The data package holds what is public, as the specifications of Frictionless (v1) have it."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.annual_report.reports import of_2019, with_figure, with_status
from tests.portal.reports.packages import HERE, Package, taken
from tests.portal.reports.runs import of_year, run_of_years
from tests.reporting.years import published
from tests.workspace.at_work import words_of
from yangguang.annual_report.report import Cell, Status
from yangguang.reporting import data_package
from yangguang.reporting.published import as_report, current

PARSED: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "year": lambda text: datetime.strptime(text, "%Y").year,
    "date": date.fromisoformat,
    "datetime": lambda text: datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ"),
}


def _a_town_s() -> None:
    """Three years of one agency, the edition of 2019 among them, and one of another; a blank."""
    office = run_of_years({2024: {"table3.new": 5}})
    figures = {"table3.new.total": 8, "table3.other.other.total": 2}
    old = replace(of_2019(figures), year=2020, agency=office.agency.name)
    published(office, old)
    report = with_figure(of_year(2025, {"table3.new": 7}), "table2.fees.amount", Decimal("12.5"))
    published(office, with_status(report, Status.BLANK, "table4.review.total"))
    run_of_years({2025: {}}, town.office(slug="shuiwu", name="青岚市水务局"))


def test_its_descriptor_is_what_the_specification_asks_for() -> None:
    _a_town_s()

    described, files = taken()

    assert described["profile"] == "tabular-data-package"
    assert re.fullmatch(r"[a-z0-9._-]+", described["name"])
    paths = {one["path"] for one in described["resources"]}
    assert set(files) == {"datapackage.json", "README.md", *paths}
    assert all(one["path"] in files for one in described["licenses"])
    assert all(re.match(r"https?://", one["path"]) for one in described["sources"])
    for one in described["resources"]:
        content = files[one["path"]]
        assert one["profile"] == "tabular-data-resource"
        assert re.fullmatch(r"[a-z0-9._-]+", one["name"])
        assert one["encoding"] == "utf-8"
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        head = content.split(b"\r\n", 1)[0].decode()
        assert head.split(",") == [field["name"] for field in one["schema"]["fields"]]
    assert PARSED["datetime"](described["created"])


def test_every_value_is_of_the_type_that_its_column_declares() -> None:
    _a_town_s()

    package = taken()

    for one in package.described["resources"]:
        for row in package.rows(one["name"]):
            for field in one["schema"]["fields"]:
                text, rules = row[field["name"]], field.get("constraints", {})
                assert text or not rules.get("required"), field["name"]
                if text:
                    PARSED[field["type"]](text)
                    assert text in rules.get("enum", [text])


def test_its_keys_are_unique_and_every_line_belongs_to_a_report() -> None:
    _a_town_s()

    package = taken()
    known = {one["name"]: one["schema"] for one in package.described["resources"]}

    for name, schema in known.items():
        rows = package.rows(name)
        assert len({tuple(row[key] for key in schema["primaryKey"]) for row in rows}) == len(rows)
    for name, schema in known.items():
        for foreign in schema["foreignKeys"]:
            there, columns = foreign["reference"]["resource"], foreign["reference"]["fields"]
            assert foreign["fields"] == columns
            assert set(columns) <= set(known[there]["primaryKey"])
            keys = {tuple(row[one] for one in columns) for row in package.rows(there)}
            assert {tuple(row[one] for one in columns) for row in package.rows(name)} <= keys
    reports = {row["report"] for row in package.rows("reports")}
    assert {row["report"] for row in package.rows("cells")} == reports
    assert reports == {"jiaotong/2020", "jiaotong/2024", "jiaotong/2025", "shuiwu/2025"}


def test_read_back_its_cells_are_those_that_are_public() -> None:
    _a_town_s()

    back: dict[str, dict[str, Cell]] = {}
    for row in taken().rows("cells"):
        value = Decimal(row["value"]) if row["value"] else None
        cell = Cell(value, Status(row["status"]), None, row["unit"])
        back.setdefault(row["report"], {})[row["cell"]] = cell

    assert back == {
        f"{one.agency.slug}/{one.year}": _cells(as_report(one).cells) for one in current()
    }


def _cells(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    return {name: cell._replace(provenance=None) for name, cell in cells.items()}


def test_nothing_in_it_is_a_formula() -> None:
    report = of_year(2025, {}, "=HYPERLINK(1)")
    cells = {**report.cells, "table3.new.total": Cell(Decimal(3), Status.READ, None, "@件")}
    published(town.office(), replace(report, title="+年报", cells=cells))

    package = taken()

    (row,) = package.rows("reports")
    assert (row["agency_name"], row["title"]) == ("'=HYPERLINK(1)", "'+年报")
    assert {row["unit"] for row in package.rows("cells")} == {"", "'@件"}


def test_of_a_corrected_report_only_what_is_public_now_is_in_it() -> None:
    office = run_of_years({2025: {"table3.new": 5}})
    browser = Client()
    before = taken(browser)
    published(office, of_year(2025, {"table3.new": 6}), note="更正新收件数")

    after = taken(browser)

    def new(package: Package) -> list[str]:
        return [r["value"] for r in package.rows("cells") if r["cell"] == "table3.new.total"]

    assert (new(before), new(after)) == (["5"], ["6"])
    assert [row["version"] for row in after.rows("reports")] == ["2"]
    address = after.rows("reports")[0]["address"]
    assert browser.get(address).status_code == 200


def test_it_is_made_once_and_whoever_has_it_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[None] = []
    as_it_is = data_package.write
    monkeypatch.setattr(data_package, "write", lambda to: made.append(as_it_is(to)))
    run_of_years({2025: {}})
    browser = Client()
    first = browser.get(HERE)
    once = b"".join(first.streaming_content)

    again = browser.get(HERE)
    same = browser.get(HERE, headers={"if-none-match": first["ETag"]})

    assert b"".join(again.streaming_content) == once
    assert same.status_code == 304
    assert (same["ETag"], same["Cache-Control"]) == (first["ETag"], "no-cache")
    assert len(made) == 1


def test_the_list_says_how_much_it_is() -> None:
    browser = Client()
    empty = words_of(browser.get("/reports"))
    run_of_years({2024: {}, 2025: {}})
    size = len(b"".join(browser.get(HERE).streaming_content))

    words = words_of(browser.get("/reports"))

    assert "下载全部数据" not in empty
    assert size > 1024
    assert f"下载全部数据 （2 份报告，截至 2026-02-09，{size / 1024:.1f}" in words


def test_without_any_report_it_is_a_package_of_empty_tables() -> None:
    package = taken()

    assert [package.rows(one["name"]) for one in package.described["resources"]] == [[]] * 5


@pytest.mark.parametrize("more", [1, 7])
def test_more_reports_take_no_more_queries(more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_package, "AT_ONCE", 2)
    for count in range(more):
        office = town.office(slug=f"ju{count}", name=f"青岚市第{count}局")
        run_of_years({2025: {}}, office)

    with CaptureQueriesContext(connection) as asked:
        package = taken()

    assert len(package.rows("reports")) == more
    assert len(asked) == 2
