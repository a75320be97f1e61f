"""Two reports side by side, as data: for the command line, the page and JSON alike."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from yangguang.annual_report.form import Edition
from yangguang.annual_report.repeated_text import Repetition
from yangguang.annual_report.report import AnnualReport, Cell, Span


class Relation(StrEnum):
    """What the two reports are to each other."""

    YEARS = "years"
    """Two years of one agency; the older one stands on the left."""
    VERSIONS = "versions"
    """One agency, one year: two versions of a report."""
    AGENCIES = "agencies"
    """Two agencies, or agencies that the files do not name."""


class Headline(NamedTuple):
    """What the head of a report says about it; see `AnnualReport`."""

    file: str
    title: str
    agency: str
    year: int | None
    edition: Edition | None
    period: tuple[date, date] | None
    published_on: date | None


class Difference(StrEnum):
    """How two cells stand to each other. No figure (None) is not zero."""

    SAME = "same"
    CHANGED = "changed"
    LEFT_ONLY = "left_only"
    """Only the left report has a figure."""
    RIGHT_ONLY = "right_only"
    NEITHER = "neither"
    """Neither has one."""


class CellPair(NamedTuple):
    """One cell of both reports.

    `name` is what it is called in a sentence: 表三“（一）予以公开”的“总计”; `row` and `column` are
    its parts. `change` is right minus left, in `unit` (that of the right figure). `percent` is
    that change in percent of the left figure; None where the left figure is zero or negative.
    """

    id: str
    name: str
    row: str
    column: str
    left: Cell
    right: Cell
    difference: Difference
    change: Decimal | None = None
    percent: Decimal | None = None
    unit: str = ""

    @property
    def is_different(self) -> bool:
        """Whether a reader who looks for differences wants to see it."""
        return self.difference not in (Difference.SAME, Difference.NEITHER)


class Side(StrEnum):
    """One of the two reports."""

    LEFT = "left"
    RIGHT = "right"


class Incomparable(NamedTuple):
    """What stands in one report's form only, or means something else in the other's."""

    side: Side
    rows: tuple[str, ...]
    """Names of rows, or of cells of a row (行政许可·本年增/减), as a sentence gives them."""
    reason: str
    """Why, in a sentence."""
    cells: tuple[tuple[str, Cell], ...]
    """Name and content of each of their cells."""


@dataclass(frozen=True, slots=True)
class TablePair:
    """One table of both reports: the cells that both forms have, in the order of print.

    `missing` are the sides whose file lacks the table; there are no `cells` then.
    """

    number: int
    cells: tuple[CellPair, ...]
    incomparable: tuple[Incomparable, ...]
    missing: tuple[Side, ...]

    @property
    def differences(self) -> tuple[CellPair, ...]:
        """The cells that differ."""
        return tuple(cell for cell in self.cells if cell.is_different)


class TextChange(StrEnum):
    """What became of a sentence from left to right."""

    SAME = "same"
    YEAR = "year"
    """The same but for years that move on with the reports: 2022 年 has become 2023 年."""
    CHANGED = "changed"
    REMOVED = "removed"
    """Stands on the left only."""
    ADDED = "added"
    """Stands on the right only."""


class Piece(NamedTuple):
    """Some words of a sentence, and whether they differ from the other side's."""

    text: str
    is_changed: bool


class Passage(NamedTuple):
    """A sentence where it stands: the pieces are the words of `span` from end to end.

    `begins_paragraph` says that a paragraph of the section begins with it.
    """

    span: Span
    pieces: tuple[Piece, ...]
    begins_paragraph: bool

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return "".join(piece.text for piece in self.pieces)


class SentencePair(NamedTuple):
    """A sentence on the left, its counterpart on the right; None where there is none."""

    change: TextChange
    left: Passage | None
    right: Passage | None

    @property
    def is_different(self) -> bool:
        """Whether it differs in more than the year."""
        return self.change not in (TextChange.SAME, TextChange.YEAR)


@dataclass(frozen=True, slots=True)
class SectionPair:
    """The text of one section of both reports (0: what stands before section one), aligned.

    `titles` are as printed, left and right, empty where the file lacks the section.
    """

    number: int
    titles: tuple[str, str]
    sentences: tuple[SentencePair, ...]

    @property
    def is_different(self) -> bool:
        """Whether any sentence differs in more than the year."""
        return any(pair.is_different for pair in self.sentences)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side.

    `repeated` is what of the right one's text stands in the left one already;
    `repeated_in_left` the reverse. `reports` are the two reports themselves, left and right: the
    spans of passages and stretches are theirs.
    """

    relation: Relation
    left: Headline
    right: Headline
    tables: tuple[TablePair, ...]
    sections: tuple[SectionPair, ...]
    repeated: Repetition
    repeated_in_left: Repetition
    reports: tuple[AnnualReport, AnnualReport]
