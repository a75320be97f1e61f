"""The annual report as read: agency, year, edition, six sections of text, and cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from yangguang.annual_report.blocks import Place
from yangguang.annual_report.form import Edition, Table
from yangguang.law.reporting import AgencyKind


class Status(StrEnum):
    """How a cell came by its value. Blank is not zero; absent is not blank."""

    READ = "read"
    BLANK = "blank"
    ABSENT = "absent"
    INFERRED = "inferred"
    REPAIRED = "repaired"
    UNREADABLE = "unreadable"


class Provenance(NamedTuple):
    """Where a figure was read: the place in the file and the raw text there."""

    place: Place
    raw: str


class Cell(NamedTuple):
    """One figure of the form. `unit` is the unit printed in the cell (元, 万元), or empty."""

    value: Decimal | None
    status: Status
    provenance: Provenance | None = None
    unit: str = ""


class Repair(NamedTuple):
    """What was decided about a cell: the cell as it was read, and why it holds another figure."""

    cell: str
    before: Cell
    reason: str = ""


class Rewording(NamedTuple):
    """Words of a section that were put right: its prose as it was read, and why it says else.

    Section 0 is the preamble.
    """

    section: int
    before: str
    reason: str = ""


class Span(NamedTuple):
    """A stretch of prose: characters [start, end) of the text of a section.

    Section 0 is what stands before section one: title and preamble.
    """

    section: int
    start: int
    end: int


class SourceLine(NamedTuple):
    """Where in a section's text a paragraph begins, and where it stands in the file."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its number, its heading as printed (without the numeral), its prose.

    `text` is the prose without tables, paragraphs separated by a line feed. Text that a page
    break cut in two is joined. `position` is its rank in the file, to see misplaced sections.
    """

    number: int
    title: str
    text: str
    lines: tuple[SourceLine, ...] = ()
    position: int = 0
    place: Place = Place()


class DoubtKind(StrEnum):
    """What the reader could not place, or placed only with the help of the identities."""

    UNREADABLE = "unreadable"
    INFERRED = "inferred"
    EXTRA_COLUMN = "extra_column"
    MISSING_COLUMN = "missing_column"
    EXTRA_ROW = "extra_row"
    MISSING_ROW = "missing_row"
    SINGLE_OTHER = "single_other"
    SCANNED_PAGE = "scanned_page"
    NOTHING_FOUND = "nothing_found"
    ENTERED_BY_HAND = "entered_by_hand"


class Doubt(NamedTuple):
    """One thing the reader reports about its own reading; the checks turn it into a finding."""

    kind: DoubtKind
    message: str
    cells: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """A report as its file gives it, nothing added.

    `tables` holds, by number, the tables that the file has, with the rows that it has (a single
    （六）其他处理 is one row). `cells` maps cell ids (`Table.cell_id`) to cells, for every cell of
    the edition's form in a table that the file has: rows and columns that it lacks are `absent`.
    `repairs` tells what the cells that are `repaired` (or were emptied) held before, `rewordings`
    what sections said before. `remarks`: what this system wrote into the file beside the report.
    """

    file: str
    title: str = ""
    agency: str = ""
    year: int | None = None
    edition: Edition | None = None
    kind: AgencyKind | None = None
    period: tuple[date, date] | None = None
    published_on: date | None = None
    preamble: str = ""
    preamble_lines: tuple[SourceLine, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: Mapping[int, Table] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    repairs: tuple[Repair, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    remarks: tuple[str, ...] = ()

    def value(self, cell_id: str) -> Decimal | None:
        """The figure in a cell, or None where there is none (blank, absent, no table …)."""
        cell = self.cells.get(cell_id)
        return cell.value if cell else None

    def section(self, number: int) -> Section | None:
        """The section of that number, or None where the file lacks it."""
        return next((s for s in self.sections if s.number == number), None)

    def text_of(self, section: int) -> str:
        """The prose that spans of `section` refer to; empty where the file lacks it."""
        if section == 0:
            return self.preamble
        found = self.section(section)
        return found.text if found else ""

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text_of(span.section)[span.start : span.end]
