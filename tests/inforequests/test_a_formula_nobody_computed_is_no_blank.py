"""A formula without a value is told by row and column; one that came to nothing is blank."""

import pytest

from tests import town
from tests.formulas import with_formula
from tests.inforequests import tables
from yangguang.annual_report.blocks import UNCOMPUTED
from yangguang.inforequests.importing.checking import check
from yangguang.inforequests.importing.columns import Column
from yangguang.inforequests.importing.table import NotATable, read

TABLE = tables.as_xlsx([["甲", "乙"], ["a", "b"]])


@pytest.mark.parametrize(
    ("value", "kind", "saved", "cell"),
    [
        ("", "n", True, UNCOMPUTED),
        ("<v></v>", "n", True, UNCOMPUTED),
        ("<v/>", "n", False, UNCOMPUTED),
        ("", "str", True, UNCOMPUTED),
        ("<v>0</v>", "n", False, UNCOMPUTED),
        ("<v>0</v>", "n", True, "0"),
        ("<v>17</v>", "n", False, "17"),
        ("<v>十七</v>", "str", True, "十七"),
    ],
)
def test_a_value_that_nobody_computed_is_known_for_it(
    value: str, kind: str, saved: bool, cell: str
) -> None:
    lines = read(with_formula(TABLE, "B2", value, kind=kind, saved=saved))

    assert [line.cells for line in lines] == [["甲", "乙"], ["a", cell]]


def test_a_formula_that_came_to_nothing_is_blank() -> None:
    lines = read(with_formula(TABLE, "B2", "<v></v>", kind="str", saved=True))

    assert lines[1].cells == ["a"]


def test_a_program_that_wants_all_computed_may_still_write_nought() -> None:
    lines = read(tables.as_xlsx([["甲"], [0]]))

    assert lines[1].cells == ["0"]


def test_what_is_to_be_done_is_said_of_the_row_and_the_column() -> None:
    office = town.office()
    rows = tables.rows([tables.request("A-1"), tables.request("A-2")])
    number = chr(ord("A") + rows[0].index(Column.NUMBER))
    wanted = chr(ord("A") + rows[0].index(Column.WANTED))
    book = with_formula(tables.as_xlsx(rows), f"{number}3", "", saved=False)
    book = with_formula(book, f"{wanted}3", "", saved=False)

    found = check(read(book), office.agency, town.may(office.handler))

    assert [(one.at, one.column) for one in found.faults] == [
        (3, Column.NUMBER),
        (3, Column.WANTED),
    ]
    assert all("请用 WPS 或者 Excel 打开" in one.sentence for one in found.faults)


def test_a_head_that_nobody_computed_is_said() -> None:
    office = town.office()
    book = tables.as_xlsx(tables.rows([tables.request("A-1")]))

    with pytest.raises(NotATable, match="第 1 列的列名是公式"):
        check(
            read(with_formula(book, "A1", "", saved=False)),
            office.agency,
            town.may(office.handler),
        )
