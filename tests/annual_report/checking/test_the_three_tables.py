"""The tables are the prescribed edition's, complete, with nothing left blank."""

from datetime import date

from tests.annual_report.findings import found, sentences
from tests.annual_report.reports import a_report, with_sections, with_status
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import FORMS, SECTIONS, Edition
from yangguang.annual_report.report import Status

FORM = FORMS[Edition.E2021]


def test_complete_tables_of_the_right_edition_raise_nothing() -> None:
    tables = ("form.edition", "form.no_tables", "form.table", "form.absent", "form.blank")

    assert not [f for f in check(a_report()) if f.rule.startswith(tables)]


def test_the_wrong_edition_for_the_year_is_named_with_the_right_one() -> None:
    assert sentences("form.edition", a_report(year=2020)) == [
        "2020 年度的报告应使用国办公开办函〔2019〕60号规定的格式，"
        "本报告用的是国办公开办函〔2021〕30号的格式。"
        "请改用规定的格式。"
    ]


def test_a_report_without_tables_is_a_warning_since_there_is_a_form() -> None:
    bare: dict[str, object] = {"tables": {}, "cells": {}, "edition": None}

    assert len(found("form.no_tables", a_report(year=2023, **bare))) == 1
    assert found("form.no_tables", a_report(year=2018, **bare)) == []


def test_one_missing_table_is_named() -> None:
    report = with_sections(a_report(), (4, SECTIONS[4], ""))
    report = a_report(
        sections=report.sections,
        tables={2: FORM.tables[2], 3: FORM.tables[3]},
        cells={c: cell for c, cell in report.cells.items() if not c.startswith("table4")},
    )

    assert "本报告没有表四" in sentences("form.table_missing", report)[0]


def test_blank_cells_are_one_finding_a_table_and_a_group_of_disputes() -> None:
    groups = [FORM.tables[4].cell_id(g, c) for g in ("review", "suit") for c in ("upheld", "total")]
    report = with_status(a_report(), Status.BLANK, "table3.new.business", *groups)

    assert sentences("form.blank_cells", report) == [
        "表三有 1 格空白：“一、本年新收政府信息公开申请数量”的“商业企业”。"
        "空白不等于零，没有的应填 0。",
        "表四有 2 格空白：“行政复议”的“结果维持”、“行政复议”的“总计”。空白不等于零，没有的应填 0。",
        "表四有 2 格空白：“行政诉讼 未经复议直接起诉”的“结果维持”、"
        "“行政诉讼 未经复议直接起诉”的“总计”。空白不等于零，没有的应填 0。",
    ]


def test_a_whole_blank_group_is_called_by_its_name() -> None:
    review = [FORM.tables[4].cell_id("review", c.id) for c in FORM.tables[4].rows[0].columns]

    report = with_status(a_report(), Status.BLANK, *review)

    assert sentences("form.blank_cells", report) == [
        "表四有 5 格空白：“行政复议”一行。空白不等于零，没有的应填 0。"
    ]


def test_absent_cells_of_which_the_reader_said_nothing_are_named() -> None:
    column = [FORM.tables[3].cell_id(row.id, "other") for row in FORM.tables[3].rows]

    report = with_status(a_report(), Status.ABSENT, *column)

    assert sentences("form.absent_cells", report) == [
        "表三缺少“法人或其他组织的其他”一列。表样规定的格子应当保留，没有的填 0。"
    ]


def test_a_period_that_is_not_the_year_is_a_warning() -> None:
    of_year = (date(2022, 1, 1), date(2022, 12, 31))
    of_year_before = (date(2021, 1, 1), date(2021, 12, 31))

    assert found("form.period", a_report(period=of_year)) == []
    assert len(found("form.period", a_report(period=of_year_before))) == 1


def test_an_unknown_year_is_said() -> None:
    assert len(found("form.year_unknown", a_report(year=None))) == 1
    assert found("form.year_unknown", a_report()) == []
