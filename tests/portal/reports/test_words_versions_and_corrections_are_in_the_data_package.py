"""The data package holds what reports say in words, every version, and what corrections changed."""

import hashlib
import io
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest
from django.test import Client
from hypothesis import given, settings

from tests import town
from tests.annual_report.reports import a_report, consistent_figures, with_sections
from tests.portal.reports.packages import taken
from tests.portal.reports.runs import of_year, run_of_years
from tests.reporting.years import day, published
from yangguang.annual_report.form.table3 import BALANCE, COLUMNS
from yangguang.annual_report.report import Cell, Status
from yangguang.casework import moment
from yangguang.reporting import data_package
from yangguang.reporting.data_package import csv_file
from yangguang.reporting.data_package.describing import RESOURCES

(NEW, OVER), (TOTAL, FORWARD) = BALANCE


def test_every_section_is_a_line_in_the_report_s_own_order() -> None:
    office = town.office()
    report = replace(of_year(2025, {}), preamble="本报告由办公室编制。")
    sections = (
        (1, "总体情况", "=平稳。\n第二段，有“引号”、,逗号。"),
        (5, "存在问题", "形式单一。"),
    )
    published(office, with_sections(report, *sections))

    rows = taken().rows("sections")

    assert [(row["place"], row["section"], row["title"], row["text"]) for row in rows] == [
        ("1", "0", "", "本报告由办公室编制。"),
        ("2", "1", "总体情况", "'=平稳。\n第二段，有“引号”、,逗号。"),
        ("3", "5", "存在问题", "形式单一。"),
    ]
    assert {row["report"] for row in rows} == {"jiaotong/2025"}


def test_sections_stand_as_they_were_printed_and_no_preamble_is_no_line() -> None:
    report = with_sections(of_year(2025, {}), (5, "存在问题", "形式单一。"), (1, "情况", "平稳。"))
    swapped = replace(report, sections=report.sections[::-1], preamble=" \n")
    published(town.office(), swapped)

    rows = taken().rows("sections")

    assert [(row["place"], row["section"]) for row in rows] == [("1", "5"), ("2", "1")]


def test_every_version_is_there_with_the_digest_of_its_file() -> None:
    office = run_of_years({2025: {"table3.new": 5}})
    published(office, of_year(2025, {"table3.new": 6}), note="更正新收件数")
    browser = Client()

    rows = taken(browser).rows("versions")

    assert [(row["version"], row["note"]) for row in rows] == [("1", ""), ("2", "更正新收件数")]
    for row in rows:
        file = browser.get(f"{row['address']}/report.json").content
        assert row["sha256"] == hashlib.sha256(file).hexdigest()


def test_what_a_correction_changed_is_a_line_each() -> None:
    office = run_of_years({2025: {"table3.new": 5}})
    changes = ["table3.new.total", "section:1"]
    corrected = of_year(2025, {"table3.new": 6})
    published(office, corrected, note="更正新收件数", changes=changes)

    rows = taken().rows("corrections")

    assert [tuple(row.values()) for row in rows] == [
        ("jiaotong/2025", "2", "table3.new.total", "5", "6"),
        ("jiaotong/2025", "2", "section:1", "", ""),
    ]


def test_sums_of_money_are_in_one_unit_before_and_after() -> None:
    office, sum_of = town.office(), "table2.fees.amount"
    before = after = of_year(2025, {})
    in_yuan = {**before.cells, sum_of: Cell(Decimal(20_000), Status.READ, unit="元")}
    published(office, replace(before, cells=in_yuan))
    corrected = {**after.cells, sum_of: Cell(Decimal(3), Status.READ)}
    published(office, replace(after, cells=corrected), note="更正金额", changes=[sum_of])

    (row,) = taken().rows("corrections")

    assert [Decimal(row[one]) for one in ("before", "after")] == [2, 3]


def test_what_adds_up_in_a_report_adds_up_in_the_package() -> None:
    office, years = town.office(), count(2021)

    @settings(max_examples=3)
    @given(consistent_figures())
    def adds_up(figures: dict[str, Decimal]) -> None:
        year = next(years)
        published(office, replace(a_report(figures), year=year, agency=office.agency.name))

        found: dict[str, dict[str, Decimal]] = defaultdict(dict)
        for line in taken().rows("cells"):
            if line["table"] == "3" and line["report"] == f"jiaotong/{year}":
                _, *row, column = line["cell"].split(".")
                found[column][".".join(row)] = Decimal(line["value"])

        assert set(found) == {one.id for one in COLUMNS}
        for one in found.values():
            assert one[NEW] + one[OVER] == one[TOTAL] + one[FORWARD]

    adds_up()


def test_it_is_as_old_as_the_latest_publication() -> None:
    office = town.office()
    with moment.standing_at(day(2026, 1, 20)):
        published(office, of_year(2024, {}))
    published(office, of_year(2023, {}))

    assert taken().described["created"] == "2026-02-09T02:00:00Z"


def test_a_file_is_handed_over_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "HELD", 10)
    to = io.BytesIO()
    held = csv_file.CsvFile(to, RESOURCES[0])

    held.add([("一行长的文字",)])
    in_parts = to.tell()
    held.add([("短",)])
    held.end()

    assert 0 < in_parts < to.tell()
    assert held.described()["bytes"] == to.tell()


def test_the_same_content_gives_the_same_bytes_and_a_new_report_another_mark() -> None:
    office = run_of_years({2024: {"table3.new": 5}})
    one, again = io.BytesIO(), io.BytesIO()
    data_package.write(one)
    before = data_package.stamp()
    data_package.write(again)

    published(office, of_year(2025, {}))

    assert one.getvalue() == again.getvalue()
    assert str(data_package.stamp()) != str(before)


def test_its_readme_explains_every_column_in_words() -> None:
    package = taken()

    words = package.files["README.md"].decode()

    for resource in package.described["resources"]:
        assert f"## {resource['path']}：{resource['title']}" in words
        for field in resource["schema"]["fields"]:
            assert f"| `{field['name']}` | {field['type']} | {field['title']}" in words
