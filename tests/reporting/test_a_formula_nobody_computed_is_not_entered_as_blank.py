"""A table whose formula has no value is refused whole: the cell is named, and what to do."""

from pathlib import Path

import pytest

from tests.formulas import with_formula
from tests.reporting.filled_in import read, sheet, stated, table
from yangguang.annual_report.errors import Unreadable

LICENCES = "table2.licences.decisions"
PENALTIES = "table2.penalties.decisions"
FORM = (
    ("二、主动公开政府信息情况",),
    ("第二十条第（一）项",),
    ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", 0, 0, 2),
    ("行政规范性文件", 3, 1, 1021),
    ("第二十条第（五）项",),
    ("信息内容", "本年处理决定数量"),
    ("行政许可", 17),
    ("第二十条第（六）项",),
    ("信息内容", "本年处理决定数量"),
    ("行政处罚", 12),
    ("行政强制", 0),
    ("第二十条第（八）项",),
    ("信息内容", "本年收费金额（单位：万元）"),
    ("行政事业性收费", 251),
)


def test_of_the_template_the_cell_is_named_and_what_to_do() -> None:
    content = with_formula(table((LICENCES, 17), (PENALTIES, 1)), "B3", "", saved=False)

    with pytest.raises(
        Unreadable, match=r"^B3是公式.*一格也没有填.*保存以后再传，或者直接填上数字"
    ):
        stated(content)


@pytest.mark.parametrize("cell", ["A2", "C2", "D2", "E2"])
def test_so_it_is_with_whatever_else_is_read_of_a_line(cell: str) -> None:
    content = table((LICENCES, 17, "件", "审批科", "更正"))

    with pytest.raises(Unreadable, match=f"^{cell}是公式"):
        stated(with_formula(content, cell, "", saved=False))


def test_what_is_only_printed_may_be_a_formula() -> None:
    content = sheet(("代号", "现在的数", "填写数字"), (LICENCES, 3, 17))

    (line,) = stated(with_formula(content, "B2", "", saved=False))

    assert (line.cell, line.figure) == (LICENCES, "17")


def test_a_formula_that_was_computed_is_a_figure() -> None:
    content = with_formula(table((LICENCES, 1)), "B2", "<v>17</v>", saved=True)

    assert [one.figure for one in stated(content)] == ["17"]


def test_many_are_counted() -> None:
    content = table(*((LICENCES, 1) for _ in range(8)))
    for row in range(2, 10):
        content = with_formula(content, f"B{row}", "", saved=False)

    with pytest.raises(Unreadable, match=r"^B2、B3、B4、B5、B6、B7等 8 处是公式"):
        stated(content)


def test_of_the_form_s_own_table_the_cell_is_named_too(tmp_path: Path) -> None:
    content = with_formula(sheet(*FORM), "C5", "", saved=False)

    with pytest.raises(Unreadable, match=r"^C5是公式"):
        read(content, tmp_path)
