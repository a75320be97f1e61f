"""Two reports side by side as the page shows them."""

from itertools import groupby
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext

from yangguang.annual_report import as_json, rates
from yangguang.annual_report.comparing import (
    CellPair,
    Comparison,
    Difference,
    Headline,
    Passage,
    Piece,
    Relation,
    SectionPair,
    SentencePair,
    Side,
    TablePair,
)
from yangguang.annual_report.comparing import as_json as comparison_as_json
from yangguang.annual_report.form.sections import NUMERALS, heading
from yangguang.annual_report.repeated_text import DEFINITION, Repetition
from yangguang.annual_report.report import AnnualReport, Cell
from yangguang.casework import turns
from yangguang.portal import pairs
from yangguang.portal.numerals import written
from yangguang.reporting.cell_words import STATUS_WORDS

MOST_SENTENCES: Final = 600
"""How many differing sentences a page shows; two reports that share nothing have two hundred."""
MOST_STRETCHES: Final = 20
"""How many repeated stretches are quoted, the longest."""
_LONGEST_NAME: Final = 14


class Value(NamedTuple):
    """A cell of one report: its figure, or the word for why there is none; `id` in its page."""

    figure: str
    unit: str
    word: str
    id: str


class Row(NamedTuple):
    """A cell of both; `change` is what became of it, in figures or words."""

    row: str
    column: str
    left: Value
    right: Value
    change: str
    is_different: bool


class Apart(NamedTuple):
    """Rows that only one form has, with their figures."""

    side: str
    names: str
    reason: str
    cells: list[tuple[str, str]]


class TableShown(NamedTuple):
    """A table of both; `missing` are the names of the reports that lack it."""

    title: str
    rows: list[Row]
    differing: int
    apart: list[Apart]
    missing: list[str]


class Words(NamedTuple):
    """A sentence of both; an empty side has none."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]


class Run(NamedTuple):
    """Sentences that follow each other: all different, or all the same but for the year."""

    is_same: bool
    sentences: list[Words]


class SectionShown(NamedTuple):
    """The text of a section of both; `is_cut` where there is more than is shown."""

    title: str
    other_title: str
    runs: list[Run]
    is_cut: bool


class Repeated(NamedTuple):
    """How much of one report's text is repeated from the other; shares in percent, or empty."""

    name: str
    source: str
    own: int
    repeated: int
    share: str
    verbatim: int
    verbatim_share: str
    quotes: list[tuple[str, int]]


class Fact(NamedTuple):
    """A line of the head: what, left, right."""

    name: str
    left: str
    right: str


class Shown(NamedTuple):
    """The whole page."""

    title: str
    left: str
    right: str
    facts: list[Fact]
    tables: list[TableShown]
    sections: list[SectionShown]
    repeated: list[Repeated]
    definition: str
    fewest: int = rates.FEWEST
    """Of fewer than these on the left there is no percentage."""

    @property
    def differing(self) -> int:
        """How many cells differ."""
        return sum(table.differing for table in self.tables)


class Made(NamedTuple):
    """A comparison ready to be shown; `is_swapped`: the second report stands on the left."""

    shown: Shown
    is_swapped: bool


def side_by_side(first: dict[str, Any], second: dict[str, Any]) -> Made:
    """Two of as_json's objects compared, in a limited process. Raises Unreadable, Crowded."""
    with turns.worker(pairs.limits()) as worker:
        answer = worker.compare(first, second)
    is_swapped = answer["is_swapped"]
    left, right = (second, first) if is_swapped else (first, second)
    reports = as_json.load(left), as_json.load(right)
    return Made(of(comparison_as_json.load(answer["comparison"], *reports)), is_swapped)


def of(comparison: Comparison) -> Shown:
    """The page of a comparison."""
    left, right = _names(comparison)
    names = {Side.LEFT: left, Side.RIGHT: right}
    room = _Room(MOST_SENTENCES)
    first, second = comparison.reports
    repeated = [_repeated(comparison.repeated, second, right, left)]
    if comparison.relation is not Relation.YEARS:
        repeated.append(_repeated(comparison.repeated_in_left, first, left, right))
    return Shown(
        _title(comparison),
        left,
        right,
        _facts(comparison.left, comparison.right),
        [_table(table, names) for table in comparison.tables],
        [_section(section, room) for section in comparison.sections if section.sentences],
        repeated,
        DEFINITION,
    )


def _names(comparison: Comparison) -> tuple[str, str]:
    """What the two are called on the page: by what tells them apart, in few words."""
    left, right = comparison.left, comparison.right
    match comparison.relation:
        case Relation.YEARS:
            return _year(left), _year(right)
        case Relation.AGENCIES if left.agency and right.agency:
            names = _short(left.agency), _short(right.agency)
            if left.year != right.year or names[0] == names[1]:
                names = f"{names[0]} {_year(left)}".strip(), f"{names[1]} {_year(right)}".strip()
            if names[0] != names[1]:
                return names
    return gettext("第一份"), gettext("第二份")


def _year(head: Headline) -> str:
    return gettext("%d 年") % head.year if head.year is not None else ""


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _title(comparison: Comparison) -> str:
    match comparison.relation:
        case Relation.YEARS:
            return gettext("%(agency)s：%(left)d 年和 %(right)d 年的报告") % {
                "agency": comparison.right.agency,
                "left": comparison.left.year,
                "right": comparison.right.year,
            }
        case Relation.VERSIONS:
            return gettext("%s：两份报告") % comparison.right.agency
        case Relation.AGENCIES:
            return gettext("两份报告对照")


def _facts(left: Headline, right: Headline) -> list[Fact]:
    def line(name: str, one: object, other: object) -> Fact:
        missing = gettext("没有读出")
        return Fact(name, str(one or missing), str(other or missing))

    def edition(head: Headline) -> str:
        return gettext("%s 年版") % head.edition.value if head.edition else ""

    facts = [
        line(gettext("机关"), left.agency, right.agency),
        line(gettext("年度"), _year(left), _year(right)),
        line(gettext("格式"), edition(left), edition(right)),
        line(gettext("公布日期"), left.published_on, right.published_on),
    ]
    has_file = left.file or right.file
    return [*facts, line(gettext("文件"), left.file, right.file)] if has_file else facts


def _table(table: TablePair, names: dict[Side, str]) -> TableShown:
    apart = [
        Apart(
            names[one.side],
            "、".join(one.rows),
            one.reason,
            [(name, _value(cell, "").figure) for name, cell in one.cells],
        )
        for one in table.incomparable
    ]
    return TableShown(
        heading(table.number),
        [_row(pair) for pair in table.cells],
        len(table.differences),
        apart,
        [names[side] for side in table.missing],
    )


def _row(pair: CellPair) -> Row:
    left, right = _value(pair.left, pair.id), _value(pair.right, pair.id)
    return Row(pair.row, pair.column, left, right, _change(pair), pair.is_different)


def _value(cell: Cell, cell_id: str) -> Value:
    word = "" if cell.value is not None else str(STATUS_WORDS.get(cell.status, ""))
    return Value(written(cell.value), cell.unit, word, cell_id)


def _change(pair: CellPair) -> str:
    match pair.difference:
        case Difference.SAME:
            return gettext("相同")
        case Difference.NEITHER:
            return gettext("都没有数")
        case Difference.LEFT_ONLY:
            return gettext("右边没有数")
        case Difference.RIGHT_ONLY:
            return gettext("左边没有数")
        case Difference.CHANGED:
            if pair.change is None:
                return gettext("不同")
            sign = "+" if pair.change > 0 else "−"
            words = f"{sign}{written(abs(pair.change))}{pair.unit}"
            if pair.percent is None or _is_of_few(pair):
                return words
            return f"{words}（{sign}{abs(pair.percent):.1f}%）"


def _is_of_few(pair: CellPair) -> bool:
    """Whether the left figure counts too few for a percentage; a sum of money counts nothing."""
    is_sum = pair.id.endswith(".amount")
    return not is_sum and pair.left.value is not None and pair.left.value < rates.FEWEST


class _Room:
    """How many differing sentences there is still room for."""

    def __init__(self, most: int) -> None:
        self.left = most


def _section(section: SectionPair, room: _Room) -> SectionShown:
    runs = []
    is_cut = False
    for is_different, group in groupby(section.sentences, key=lambda pair: pair.is_different):
        pairs = list(group)
        if is_different:
            is_cut = is_cut or len(pairs) > room.left
            pairs = pairs[: room.left]
            room.left -= len(pairs)
        if pairs:
            runs.append(Run(not is_different, [_words(pair) for pair in pairs]))
    title, other = _titles(section)
    return SectionShown(title, other, runs, is_cut)


def _titles(section: SectionPair) -> tuple[str, str]:
    """The heading, and how the other report words it where it does so differently."""
    if section.number == 0:
        return gettext("前言"), ""
    left, right = (f"{NUMERALS[section.number - 1]}、{t}" if t else "" for t in section.titles)
    return left or right, right if left and right != left else ""


def _words(pair: SentencePair) -> Words:
    return Words(_pieces(pair.left), _pieces(pair.right))


def _pieces(passage: Passage | None) -> tuple[Piece, ...]:
    return passage.pieces if passage else ()


def _repeated(found: Repetition, report: AnnualReport, name: str, source: str) -> Repeated:
    longest = sorted(found.stretches, key=lambda stretch: -stretch.characters)[:MOST_STRETCHES]
    quotes = [(" ".join(report.quote(one.span).split()), one.characters) for one in longest]
    return Repeated(
        name,
        source,
        found.own,
        found.repeated,
        _percent(found.share),
        found.verbatim,
        _percent(found.verbatim_share),
        quotes,
    )


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}%"
