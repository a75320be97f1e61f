"""Beside the file, a person empties a cell or puts words right; what was read stays on record."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.findings import found
from tests.annual_report.reports import a_report, with_sections, with_status
from yangguang.annual_report import as_json
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.repair import CannotRepair, emptied, reworded
from yangguang.annual_report.report import Repair, Rewording, Status
from yangguang.annual_report.writing.html import content

CELL = "table3.new.natural_person"


def test_an_emptied_cell_is_blank_for_the_checks_and_told_beneath_the_table() -> None:
    report = a_report({CELL: 3})

    after = emptied(report, {CELL: "原件这一格空白"})

    assert (after.value(CELL), after.cells[CELL].status) == (None, Status.BLANK)
    assert after.repairs == (Repair(CELL, report.cells[CELL], "原件这一格空白"),)
    assert CELL in found("form.blank_cells", after)[0].cells
    assert "原文为 3，现为 空白。依据：原件这一格空白。" in content(after)


def test_a_cell_that_the_file_does_not_have_cannot_be_emptied() -> None:
    with pytest.raises(CannotRepair, match="没有单元格"):
        emptied(with_status(a_report(), Status.ABSENT, CELL), {CELL: "空白"})


def test_words_put_right_are_checked_anew_and_what_was_read_is_kept() -> None:
    report = with_sections(
        a_report({"table3.new.total": 3}), (1, "总体情况", "全年新收政府信息公开申请8件。")
    )

    after = reworded(report, 1, "全年新收政府信息公开申请3件。", "识读错了")
    again = reworded(after, 1, "全年新收政府信息公开申请 3 件。", "多了空格")

    assert [len(found("prose.contradicts_table", one)) for one in (report, after)] == [1, 0]
    assert after.rewordings == (Rewording(1, "全年新收政府信息公开申请8件。", "识读错了"),)
    assert again.rewordings == (Rewording(1, "全年新收政府信息公开申请8件。", "多了空格"),)
    assert again.text_of(1) == "全年新收政府信息公开申请 3 件。"


@given(
    st.sets(st.sampled_from(sorted(SECTIONS))),
    st.sampled_from(sorted(SECTIONS)),
)
def test_a_section_that_was_not_read_is_put_in_its_place(has: set[int], section: int) -> None:
    report = with_sections(a_report(), *((one, SECTIONS[one], "有。") for one in sorted(has)))

    after = reworded(report, section, "补上的。", "识读漏了")

    numbers = [one.number for one in after.sections]
    assert numbers == sorted(has | {section})
    assert after.text_of(section) == "补上的。"
    assert all(after.text_of(one) == "有。" for one in has - {section})


def test_what_was_put_right_survives_as_json() -> None:
    report = with_sections(a_report({CELL: 3}), (1, "总体情况", "全年新收政府信息公开申请8件。"))
    after = reworded(emptied(report, {CELL: "空白"}), 6, "没有收费。", "识读漏了")

    again = as_json.load(json.loads(as_json.line(after)))

    assert (again.repairs, again.rewordings) == (after.repairs, after.rewordings)
    assert again.cells == after.cells
