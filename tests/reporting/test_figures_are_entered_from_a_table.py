"""A filled-in table is looked through line by line, then entered whole or not at all."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests import town
from tests.annual_report.reports import a_report, of_2019, with_status
from tests.prepared import MONDAY
from tests.reporting.filled_in import filled, read, sheet, stated, table, upload
from tests.reporting.years import asked, day, head
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.form import FORMS, Edition, table2
from yangguang.annual_report.report import Status
from yangguang.annual_report.writing import write
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.reporting import figures
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.actions.enter_table import HasFaults, enter_table
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.figure_tables import reading, template, waiting
from yangguang.reporting.figure_tables.checking import Checked, check
from yangguang.reporting.figure_tables.columns import Column
from yangguang.reporting.figure_tables.reading import Read, Stated
from yangguang.reporting.models import EnteredFigure, Evidence, FiguresDraft

YEAR = 2025
RULES = "table2.rules.issued"
LICENCES = "table2.licences.decisions"
PENALTIES = "table2.penalties.decisions"
FEES = "table2.fees.amount"
NEW = "table3.new.total"
CELLS = table2.TABLE_2021.cell_ids


def _checked(
    office: town.Office, content: bytes, source: str = "台账", reason: str = ""
) -> Checked:
    return check(stated(content), office.agency, YEAR, source, reason)


def _waiting(office: town.Office, content: bytes) -> FiguresDraft:
    person = office.disclosure_head
    read_in_it = Read(stated(content), [])
    return waiting.keep(upload(content), read_in_it, office.agency, YEAR, person)


def test_the_template_filled_in_comes_back_as_what_was_filled_in() -> None:
    office = town.office()
    blank = template.workbook(compile_report(office.agency, YEAR, moment.now()), every=False)
    given = {cell: at for at, cell in enumerate(CELLS)}

    made = enter_table(_waiting(office, filled(blank, given)), head(office))

    now = compile_report(office.agency, YEAR, moment.now()).report
    assert {cell: now.value(cell) for cell in CELLS} == given
    assert len(made) == len(CELLS)
    assert {one.source for one in made} == {"各科室台账"}


def test_the_template_has_what_no_record_counts_or_every_cell() -> None:
    office = town.office()
    compiled = compile_report(office.agency, YEAR, moment.now())

    few = stated(template.workbook(compiled, every=False))
    all_of_them = stated(template.workbook(compiled, every=True))

    assert tuple(one.cell for one in few) == CELLS
    assert tuple(one.cell for one in all_of_them) == FORMS[Edition.E2021].cell_ids
    assert {one.figure for one in all_of_them} == {""}


def test_one_file_bears_out_every_figure_and_waits_no_longer() -> None:
    office = town.office()
    content = table((LICENCES, 17), (PENALTIES, 3))
    draft = _waiting(office, content)

    made = enter_table(draft, head(office), source="行政审批科")

    assert {one.evidence_id for one in made} == {Evidence.objects.get().pk}
    assert bytes(Evidence.objects.get().content) == content
    assert not FiguresDraft.objects.exists()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("１，１１３", 1113),
        ("1,113", 1113),
        ("1113件", 1113),
        (" 12 ", 12),
        (12.0, 12),
        ("零", 0),
        (0, 0),
    ],
)
def test_figures_are_read_as_people_write_them(written: object, value: int) -> None:
    (line,) = _checked(town.office(), table((LICENCES, written))).lines

    assert line.wrong == ()
    assert line.entry and line.entry.value == value


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        (251, "", "251"),
        ("251万元", "", "251"),
        ("2,510,000元", "", "251"),
        (2510000, "元", "251"),
        ("0.0251", "亿元", "251"),
        ("1,276.5534（万元）", "", "1276.5534"),
        (0.1 + 0.2, "", "0.3"),
    ],
)
def test_money_comes_in_the_form_s_unit(written: object, unit: str, value: str) -> None:
    (line,) = _checked(town.office(), table((FEES, written, unit))).lines

    assert line.wrong == ()
    assert line.entry and (line.entry.value, line.entry.unit) == (Decimal(value), "")
    assert line.after == f"{value}万元"


def test_of_the_form_of_2019_money_keeps_the_unit_that_is_written() -> None:
    office = town.office()
    cell = "table2.procurement.amount"
    lines = [Stated("第 2 行", cell, "", "251,000元"), Stated("", "", "", "")]

    (line,) = check(lines, office.agency, 2020, "财务科").lines

    assert line.entry and (line.entry.value, line.entry.unit) == (Decimal(251000), "元")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ((LICENCES, "十几件"), "不是一个数字"),
        ((LICENCES, "1 2 3"), "不是一个数字"),
        ((LICENCES, "1.5"), "不能有小数"),
        ((LICENCES, -1), "不能是负数"),
        ((LICENCES, "3万元"), "数的不是金额"),
        ((LICENCES, 1234567890123456789), "不是一个数字"),
        ((FEES, "3件"), "单位只能是"),
        ((FEES, "3元", "万元"), "不知道用哪个"),
        (("table2.nothing.decisions", 1), "没有这一格"),
        ((LICENCES, 1, "", "长" * 201), "最多 200 个字"),
    ],
)
def test_what_is_wrong_with_a_line_is_a_sentence(line: tuple[object, ...], said: str) -> None:
    checked = _checked(town.office(), table(line))

    assert [said in "".join(one.wrong) for one in checked.faults] == [True]
    assert checked.entries == []


def test_blanks_are_left_alone_and_what_stands_there_is_not_entered_again() -> None:
    office = town.office()
    enter_figure(office.agency, YEAR, Entry(LICENCES, Decimal(17), "台账"), head(office))

    checked = _checked(office, table((LICENCES, 17), (PENALTIES, "/"), (RULES, None, "")))

    assert (checked.same, checked.blank, checked.entries) == (1, 2, [])


def test_a_cell_twice_is_entered_by_neither_line() -> None:
    checked = _checked(town.office(), table((LICENCES, 17), (LICENCES, 18)))

    assert ["第 2 行" in "".join(one.wrong) for one in checked.faults] == [True]


def test_reasons_are_asked_for_as_for_one_figure() -> None:
    office = town.office()
    asked(office, day(2025, 11, 3))
    enter_figure(office.agency, YEAR, Entry(LICENCES, Decimal(17), "台账"), head(office))
    content = table((NEW, 3), (LICENCES, 18), (PENALTIES, 4))

    without = _checked(office, content)
    given = _checked(office, content, reason="两件在旧系统里")
    own = _checked(office, table((NEW, 3, "", "旧系统", "两件在旧系统里")), source="")

    assert [one.name for one in without.faults] == [one.name for one in without.lines[:2]]
    assert "台账里是 1，填的是 3" in "".join(without.faults[0].wrong)
    assert [one.reason for one in given.entries] == ["两件在旧系统里"] * 3
    assert [(one.source, one.reason) for one in own.entries] == [("旧系统", "两件在旧系统里")]


def test_one_wrong_line_and_nothing_is_entered() -> None:
    office = town.office()
    draft = _waiting(office, table((LICENCES, 17), (PENALTIES, "许多")))

    with pytest.raises(HasFaults) as refused:
        enter_table(draft, head(office), source="台账")

    assert len(refused.value.checked.faults) == 1
    assert not EnteredFigure.objects.exists()
    assert not Evidence.objects.exists()
    assert FiguresDraft.objects.filter(pk=draft.pk).exists()


def test_entered_twice_it_is_entered_once() -> None:
    office = town.office()
    draft = _waiting(office, table((LICENCES, 17)))
    enter_table(draft, head(office), source="台账")

    with pytest.raises(FiguresDraft.DoesNotExist):
        enter_table(draft, head(office), source="台账", reason="再填一次")

    assert EnteredFigure.objects.count() == 1


def test_a_table_that_waited_a_week_is_gone_though_nobody_swept() -> None:
    office = town.office()
    draft = _waiting(office, table((LICENCES, 17)))
    person = office.disclosure_head

    with moment.standing_at(MONDAY + waiting.KEPT):
        assert waiting.find(draft.pk, office.agency, YEAR, person) == draft
    with moment.standing_at(MONDAY + waiting.KEPT + timedelta(seconds=1)):
        assert waiting.find(draft.pk, office.agency, YEAR, person) is None


def test_only_who_reports_may() -> None:
    office = town.office()
    draft = _waiting(office, table((LICENCES, 17)))

    with pytest.raises(NotAllowed):
        enter_table(draft, town.may(office.reviewer), source="台账")

    assert figures.entered(office.agency, YEAR, moment.now()) == {}


def test_cells_are_known_by_their_names_under_a_title_and_in_any_order() -> None:
    rows = (
        ("青岚市交通运输局年报数字",),
        (Column.SOURCE, "填写数字*", "表里的位置"),
        ("法规科", 12, "表二“行政处罚”的“本年处理决定数量”"),
        ("法规科", 9, "表二 行政许可 的 本年处理决定数量"),
    )

    checked = _checked(town.office(), sheet(*rows))

    assert {one.cell: one.value for one in checked.entries} == {PENALTIES: 12, LICENCES: 9}


def test_a_code_that_is_none_is_not_made_good_by_a_name() -> None:
    rows = (
        (Column.CELL, Column.NAME, Column.FIGURE),
        ("table2.nothing", "表二“行政许可”的“本年处理决定数量”", 9),
    )

    (line,) = _checked(town.office(), sheet(*rows)).lines

    assert "没有这一格" in "".join(line.wrong)


def test_the_lines_of_a_table_are_read_by_a_confined_child(tmp_path: Path) -> None:
    content = table((LICENCES, 17))

    assert read(content, tmp_path) == Read(stated(content), [])


def test_the_form_s_own_table_is_read_by_its_labels(tmp_path: Path) -> None:
    rows = (
        ("二、主动公开政府信息情况",),
        ("第二十条第（一）项",),
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章", 0, 0, 2),
        ("行政规范性文件", 3, "１", "1,021"),
        ("第二十条第（五）项",),
        ("信息内容", "本年处理决定数量"),
        ("行政许可", 17),
        ("第二十条第（六）项",),
        ("信息内容", "本年处理决定数量"),
        ("行政处罚", 12),
        ("行政强制", None),
        ("第二十条第（八）项",),
        ("信息内容", "本年收费金额（单位：万元）"),
        ("行政事业性收费", "2510000元"),
    )

    checked = check(read(sheet(*rows), tmp_path).lines, town.office().agency, YEAR, "台账")

    assert checked.faults == []
    assert {one.cell: one.value for one in checked.entries} == {
        RULES: 0,
        "table2.rules.repealed": 0,
        "table2.rules.in_force": 2,
        "table2.normative_documents.issued": 3,
        "table2.normative_documents.repealed": 1,
        "table2.normative_documents.in_force": 1021,
        LICENCES: 17,
        PENALTIES: 12,
        FEES: 251,
    }
    assert checked.blank == 1


def test_of_a_whole_report_only_table_two_is_taken_and_that_is_said(tmp_path: Path) -> None:
    report = with_status(a_report({LICENCES: 17}), Status.UNREADABLE, NEW)

    found = read(write(report, "xlsx"), tmp_path)

    assert {one.cell: one.figure for one in found.lines if one.figure != "0"} == {LICENCES: "17"}
    assert found.doubts == ["表三、表四由台账编制，文件里的没有取。"]


def test_what_is_no_figure_in_the_form_s_own_table_is_not_blank(tmp_path: Path) -> None:
    report = with_status(a_report(), Status.UNREADABLE, LICENCES)

    found = read(write(report, "xlsx"), tmp_path)
    checked = check(found.lines, town.office().agency, YEAR, "台账")

    assert ["不是一个数字" in "".join(one.wrong) for one in checked.faults] == [True]
    assert any("行政许可" in one for one in found.doubts)


def test_the_table_of_another_edition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="这是 2019 年版的表二，这一年度用的是 2021 年版"):
        read(write(of_2019({LICENCES: 17}), "xlsx"), tmp_path)


def test_a_table_of_something_else_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="请下载模板填写"):
        read(sheet(("姓名", "电话"), ("甲", "无")), tmp_path)


def test_two_columns_of_figures_are_not_chosen_between() -> None:
    twice = sheet((Column.CELL, Column.FIGURE, Column.FIGURE), (LICENCES, 17, 18))

    with pytest.raises(Unreadable, match="有 2 列都叫“填写数字”"):
        stated(twice)


def test_more_lines_than_a_report_has_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_LINES", 2)
    assert len(stated(table((LICENCES, 17), (PENALTIES, 1)))) == 2

    with pytest.raises(Unreadable, match="表格有 3 行"):
        stated(table((LICENCES, 17), (PENALTIES, 1), (RULES, 1)))
