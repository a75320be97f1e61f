"""Finding the rows of Tables 2 and 3: each label, and the figures that print puts behind it.

One pass over the lines. A row begins at its label and ends at the next text; its slots are the
figures, blanks and scraps in between, on the same line or on the lines that follow.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from yangguang.annual_report.form import FORMS, Edition, table3
from yangguang.annual_report.interpret.figures import (
    JUNK,
    NOTHING,
    Print,
    Slot,
    figures,
    figures_in_cell,
)
from yangguang.annual_report.interpret.labels import (
    Kind,
    Label,
    glued_columns,
    is_part_of,
    key,
    recognise,
    resemble,
    without_figures,
)
from yangguang.annual_report.interpret.lines import Line, Token
from yangguang.law.requests import RequestRow

_WIDEST: Final = {2: 3, 3: 7}
_SENTENCE: Final = re.compile(r"[。;!?]")
_PAGE_MARK: Final = re.compile(
    r"[-—–~·\s]+\d{1,3}[-—–~·\s]+|第\s*\d+\s*页.*|\d{1,3}\s*/\s*\d{1,3}\s*页?"
)
_LONGEST_LABEL: Final = 60
_BARE: Final = {"总计": RequestRow.TOTAL, "其他": RequestRow.OTHER_OTHER}
_MANY_ROWS: Final = 10


@dataclass(slots=True)
class FoundRow:
    """A row as found: which one, its slots, whether it is the single （六）其他处理."""

    table: int
    id: str
    slots: list[Slot]
    line: int
    text: str
    single_other: bool = False
    in_one_line: bool = False
    glued: bool = False
    """Whether the figures stand against the label, and against each other."""
    count: int = 0
    """How many of the slots hold a figure."""

    def add(self, slot: Slot) -> None:
        """Put a slot behind the others."""
        self.slots.append(slot)
        self.count += slot.figure.print is Print.FIGURE


@dataclass(slots=True)
class FoundColumn:
    """A column heading of Table 3 or 2: its id, the grid's column, its line."""

    table: int
    id: str
    column: int | None
    line: int


@dataclass(slots=True)
class Gathered:
    """The rows and headings of Tables 2 and 3 in a document, and the lines that they take up."""

    rows: list[FoundRow] = field(default_factory=list)
    extra: list[FoundRow] = field(default_factory=list)
    columns: list[FoundColumn] = field(default_factory=list)
    taken: dict[int, set[int]] = field(default_factory=lambda: {2: set(), 3: set()})


def is_page_mark(text: str) -> bool:
    """Whether a line is a page number: `- 4 -`, `第4页`, `4/6`."""
    return _PAGE_MARK.fullmatch(text) is not None


class _Walk:
    """The state of the pass: which table we are in, and which row is open."""

    def __init__(self) -> None:
        self.found = Gathered()
        self.zone = 0
        self.row: FoundRow | None = None
        self.seen: set[str] = set()

    def section(self) -> None:
        """A section's heading ends whatever was open."""
        self._close()
        self.zone = 0

    def line(self, line: Line) -> None:
        """Take in one line."""
        several = len(line.tokens) > 1
        if several and self.row is not None and self.row.slots and not self._goes_on(line):
            self._close()
        for token in line.tokens:
            self._token(token, line, several)
        row = self.row
        if row is not None and row.slots:
            self._take(line)
            row.in_one_line = row.in_one_line or several

    def _goes_on(self, line: Line) -> bool:
        """Whether a line of several cells continues the open row: figures only, not too many."""
        row = self.row
        held = [figures(token.text) for token in line.tokens if token.text]
        return (
            row is not None
            and bool(held)
            and None not in held
            and row.count + sum(len(one) for one in held if one) <= _WIDEST.get(row.table, 0)
        )

    def _token(self, token: Token, line: Line, several: bool) -> None:
        row, text = self.row, token.text
        if not text:
            if row is not None and line.in_grid:
                row.add(Slot(NOTHING, token.raw, token.place, token.column))
            return
        held = (figures_in_cell if several else figures)(text) if self.zone else None
        if held is None:
            self._label(token, line, several)
        elif row is not None and (several or not self._is_full(row)):
            for figure in held:
                row.add(Slot(figure, token.raw, token.place, token.column))

    def _is_full(self, row: FoundRow) -> bool:
        """Whether a row printed in one line ends there: a figure alone below is a page number."""
        return row.glued or (row.in_one_line and row.count >= self._width(row))

    def _width(self, row: FoundRow) -> int:
        """How many figures a row has in the edition of the headings above it."""
        if row.table == table3.TABLE_2021.number or not row.id:
            return _WIDEST.get(row.table, 0)
        edition = next(
            (c.id.split(".")[0] for c in reversed(self.found.columns) if c.table == 2), ""
        )
        forms = [FORMS[Edition(edition)]] if edition else list(FORMS.values())
        tables = (form.tables[row.table].by_id for form in forms)
        return max((len(t[row.id].columns) for t in tables if row.id in t), default=3)

    def _label(self, token: Token, line: Line, several: bool) -> None:
        label = recognise(token.text)
        match label.kind:
            case Kind.ROW if label.table in _WIDEST:
                self._open(label, token, line)
            case Kind.GROUP:
                self._group(label, token, line)
            case Kind.COLUMN | Kind.HEAD if label.table in _WIDEST:
                self._heading(label, token, line)
            case _:
                self._text(token, line, several)

    def _heading(self, label: Label, token: Token, line: Line) -> None:
        bare = _BARE.get(key(token.text))
        if bare and self.zone == table3.TABLE_2021.number and self._stands_for_row(bare):
            self._open(Label(Kind.ROW, self.zone, bare), token, line)
            return
        self._close()
        if self.zone == table3.TABLE_2021.number and label.table < self.zone:
            return
        self.zone = label.table
        self._take(line)
        if label.kind is Kind.COLUMN:
            self.found.columns.append(FoundColumn(label.table, label.id, token.column, line.rank))

    def _stands_for_row(self, row: RequestRow) -> bool:
        """Whether a bare 总计 or 其他 is a row that lost its numeral, not a column heading."""
        if row is RequestRow.OTHER_OTHER:
            before = self.row is not None and self.row.id == RequestRow.OTHER_UNPAID
            return (before or RequestRow.OTHER_UNPAID in self.seen) and row not in self.seen
        return (
            len(self.seen) >= _MANY_ROWS
            and row not in self.seen
            and RequestRow.CARRIED_FORWARD not in self.seen
        )

    def _group(self, label: Label, token: Token, line: Line) -> None:
        self._close()
        self.zone = label.table
        self._take(line)
        if label.id == table3.OTHER:
            self._open(Label(Kind.ROW, 3, RequestRow.OTHER_OTHER, label.figures), token, line)
            if self.row is not None:
                self.row.single_other = True

    def _open(self, label: Label, token: Token, line: Line) -> None:
        self._close()
        self.zone = label.table
        self.row = FoundRow(label.table, label.id, [], line.rank, token.text)
        self._take(line)
        self._fill(self.row, label.figures, token)

    def _fill(self, row: FoundRow, printed: str, token: Token) -> None:
        """Add the figures that stand in one text with the label."""
        if not printed:
            return
        bare = printed.strip()
        row.glued = bare == printed
        row.in_one_line = not row.glued
        for figure in figures(bare) or (JUNK,):
            row.add(Slot(figure, token.raw, token.place, token.column))

    def _text(self, token: Token, line: Line, several: bool) -> None:
        if not self.zone or len(token.text) > _LONGEST_LABEL or _SENTENCE.search(token.text):
            self._close()
            return
        if is_page_mark(token.text):
            return
        row = self.row
        if row is not None and not row.count:
            piece, printed = without_figures(token.text)
            if is_part_of(row.id, piece):
                self._take(line)
                self._fill(row, printed, token)
                return
        if row is not None and not row.id and not row.slots:
            whole = recognise(row.text + token.text)
            if whole.kind is Kind.ROW and whole.table == self.zone:
                self._open(whole, token, line)
                return
        if columns := glued_columns(token.text, self.zone):
            self._close()
            self._take(line)
            found = (FoundColumn(self.zone, column, None, line.rank) for column in columns)
            self.found.columns.extend(found)
            return
        label = resemble(token.text, self.zone)
        match label.kind:
            case Kind.ROW if label.id not in self.seen:
                self._open(label, token, line)
            case Kind.GROUP:
                self._group(label, token, line)
            case _ if row is not None and several and _in_row(row, token, line):
                row.add(Slot(JUNK, token.raw, token.place, token.column))
            case _:
                self._close()
                self.row = FoundRow(self.zone, "", [], line.rank, token.text)

    def _take(self, line: Line) -> None:
        if self.zone in _WIDEST:
            self.found.taken[self.zone].add(line.rank)

    def _close(self) -> None:
        row, self.row = self.row, None
        if row is None:
            return
        if not row.id:
            if row.count:
                self.found.extra.append(row)
            return
        if row.single_other and not row.slots:
            return
        self.seen.add(row.id)
        self.found.rows.append(row)

    def end(self) -> Gathered:
        """What was found."""
        self._close()
        return self.found


def _in_row(row: FoundRow, token: Token, line: Line) -> bool:
    """Whether a scrap is a cell of the row: behind a figure on its line, or itself with digits."""
    return row.line == line.rank and (row.count > 0 or (bool(row.id) and token.text[0].isdigit()))


def gather(lines: list[Line], headings: frozenset[int]) -> Gathered:
    """The rows of Tables 2 and 3 among `lines`; lines of `headings` (by rank) are not looked at."""
    walk = _Walk()
    for line in lines:
        if line.rank in headings:
            walk.section()
        else:
            walk.line(line)
    return walk.end()
