"""Two reports side by side in the terminal: whose they are, figures, text, repeated text."""

from decimal import Decimal

from rich import box
from rich.table import Table as Drawing
from rich.text import Text

from yangguang.annual_report.checking import cell_names
from yangguang.annual_report.checking.cell_names import table_name
from yangguang.annual_report.comparing import (
    CellPair,
    Comparison,
    Difference,
    Headline,
    Relation,
    Side,
    TablePair,
)
from yangguang.annual_report.report import Cell
from yangguang.cli.compared_text import print_text
from yangguang.cli.figures import shown
from yangguang.cli.repeated import print_repeated
from yangguang.cli.terminal import console, one_line, plain, print_line

SIDES = {Side.LEFT: "左", Side.RIGHT: "右"}
_MOST_ROWS = 6
_COLUMN = 20
"""How wide the names of columns may be before they are broken."""


def print_comparison(comparison: Comparison, *, everything: bool) -> None:
    """Print the comparison; `everything` also what is the same."""
    _print_headlines(comparison)
    _print_figures(comparison, everything)
    print_text(comparison, everything=everything)
    print_repeated(comparison, everything=everything)


def print_title(title: str) -> None:
    """Print the title of one part of the comparison."""
    print_line(plain(title, "bold"))


def _print_headlines(comparison: Comparison) -> None:
    match comparison.relation:
        case Relation.YEARS:
            what = "同一机关的两个年度"
        case Relation.VERSIONS:
            what = "同一机关的两份报告"
        case _:
            what = "两个机关的报告"
    print_title(f"比较：{what}")
    for side, head in ((Side.LEFT, comparison.left), (Side.RIGHT, comparison.right)):
        print_line(plain(_headline(head)), 2, plain(SIDES[side]))
        print_line(plain(f"文件：{one_line(head.file)}", "dim"), 5)
    console().print()


def _headline(head: Headline) -> str:
    known = [
        one_line(head.agency) or "机关不详",
        f"{head.year} 年度" if head.year else "年度不详",
        f"{head.edition} 年版格式" if head.edition else "没有规定格式的表格",
    ]
    if head.period:
        first, last = map(cell_names.written, head.period)
        known.append(f"统计期限 {first}至 {last}")
    if head.published_on:
        known.append(f"{cell_names.written(head.published_on)}发布")
    return " · ".join(known)


def _print_figures(comparison: Comparison, everything: bool) -> None:
    compared = sum(len(table.cells) for table in comparison.tables)
    differing = sum(len(table.differences) for table in comparison.tables)
    if not compared:
        print_title("数字")
    elif differing:
        print_title(f"数字：比较 {compared} 格，不同 {differing} 格")
    else:
        print_title(f"数字：比较 {compared} 格，全部相同")
    if not comparison.tables:
        print_line(plain("两份报告都没有规定格式的表格。"), 2)
    for table in comparison.tables:
        _print_table(table, comparison.relation, everything)
    console().print()


def _print_table(table: TablePair, relation: Relation, everything: bool) -> None:
    name = table_name(table.number)
    for side in table.missing:
        print_line(plain(f"{name}：{SIDES[side]}边的报告没有这张表，没有比较。"), 2)
    pairs = table.cells if everything else table.differences
    if (empty := _empty_side(table)) and not everything:
        print_line(plain(f"{name}：{SIDES[empty]}边没有一格有数字，没有可比的。"), 2)
    elif pairs:
        console().print(_drawing(name, relation, pairs))
    _print_incomparable(name, table, everything)


def _empty_side(table: TablePair) -> Side | None:
    """The side without a single figure, if the other has some."""
    kinds = {pair.difference for pair in table.cells} - {Difference.NEITHER}
    if kinds == {Difference.LEFT_ONLY}:
        return Side.RIGHT
    return Side.LEFT if kinds == {Difference.RIGHT_ONLY} else None


def _print_incomparable(name: str, table: TablePair, everything: bool) -> None:
    said = set()
    for one in table.incomparable:
        names = cell_names.several([f"“{row}”" for row in one.rows], _MOST_ROWS)
        is_of_both = all(other.rows == one.rows for other in table.incomparable)
        where = "" if is_of_both else f"{SIDES[one.side]}边的"
        sentence = f"{name}中{where}{names}没有比较：{one.reason}"
        if sentence not in said:
            print_line(plain(sentence), 2)
            said.add(sentence)
        if everything:
            for cell_name, cell in one.cells:
                stated = f"{SIDES[one.side]}边{cell_name}：{shown(cell)}"
                print_line(plain(stated, "dim"), 4)


def _drawing(name: str, relation: Relation, pairs: tuple[CellPair, ...]) -> Drawing:
    """One line a cell; a row's name stands once, before its first cell."""
    drawing = Drawing(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    drawing.add_column(name, overflow="fold", ratio=2)
    drawing.add_column("", overflow="fold", max_width=_COLUMN)
    change = ("相差", "相差比例") if relation is Relation.AGENCIES else ("增减", "增减比例")
    for head in ("左", "右", *change):
        drawing.add_column(head, justify="right", no_wrap=True)
    row = ""
    for pair in pairs:
        style = "" if pair.is_different else "dim"
        drawing.add_row(
            pair.row if pair.row != row else "",
            pair.column,
            plain(shown(pair.left)),
            plain(shown(pair.right)),
            Text(_change(pair)),
            Text(_percent(pair.percent)),
            style=style,
        )
        row = pair.row
    return drawing


def _change(pair: CellPair) -> str:
    if pair.change is None:
        return "单位不明" if _are_figures(pair.left, pair.right) else "—"
    if not pair.change:
        return "0"
    return f"{'+' if pair.change > 0 else ''}{cell_names.figure(pair.change)}{pair.unit}"


def _are_figures(left: Cell, right: Cell) -> bool:
    return left.value is not None and right.value is not None


def _percent(percent: Decimal | None) -> str:
    """A percentage to one decimal, or to as many as tell it from nothing and from all."""
    if percent is None:
        return "—"
    for decimals in range(1, 5):
        rounded = round(percent, decimals)
        if rounded not in (0, -100):
            break
    return f"{rounded:+}%" if rounded not in (0, -100) else f"{percent:+.1f}%"
