"""The interpreter: outline, particulars, tables and prose put together as a report."""

from bisect import bisect_right
from typing import Final

from yangguang.annual_report.agency_kind import kind_of
from yangguang.annual_report.blocks import Document, Place
from yangguang.annual_report.form import table2, table3
from yangguang.annual_report.form.model import Edition, Table
from yangguang.annual_report.interpret.gather import FoundRow, Gathered, gather
from yangguang.annual_report.interpret.lines import Line, lines_of
from yangguang.annual_report.interpret.outline import Heading, headings
from yangguang.annual_report.interpret.particulars import particulars
from yangguang.annual_report.interpret.prose import put_together
from yangguang.annual_report.interpret.remarks import set_aside
from yangguang.annual_report.interpret.table2 import edition_of, read_table2
from yangguang.annual_report.interpret.table3 import Reading, read_table3
from yangguang.annual_report.interpret.table4 import read_table4
from yangguang.annual_report.report import (
    AnnualReport,
    Cell,
    Doubt,
    DoubtKind,
    Section,
    SourceLine,
)
from yangguang.law.requests import RequestRow

_SCRAP: Final = 12
_FEWEST_IN_GRID: Final = 3
_HOME: Final = 0.6
"""The least share of a table's rows that makes a section the table's own."""


def interpret(document: Document) -> AnnualReport:
    """The report that `document` holds. What could not be placed is in its `doubts`."""
    lines, remarks = set_aside(lines_of(document))
    outline = headings(lines)
    first = outline[0].line if outline else len(lines)
    head = lines[:first]
    facts = particulars(head, lines)
    tables, cells, doubts, taken, edition = _tables(lines, outline)
    if not outline and not tables:
        doubts.append(Doubt(DoubtKind.NOTHING_FOUND, "文件里没有年度报告的六个部分，也没有三张表"))
    start = facts.line if facts.line is not None else 0
    preamble, preamble_lines = put_together(
        line for line in lines[start:first] if line.rank not in taken
    )
    return AnnualReport(
        file=document.file,
        title=facts.title,
        agency=facts.agency,
        year=facts.year,
        edition=edition,
        kind=kind_of(facts.agency),
        period=facts.period,
        published_on=facts.published_on,
        preamble=preamble,
        preamble_lines=preamble_lines,
        sections=tuple(_sections(lines, outline, taken)),
        tables=tables,
        cells=cells,
        doubts=(*doubts, *_scanned(document)),
        remarks=remarks,
    )


def _scanned(document: Document) -> list[Doubt]:
    return [
        Doubt(DoubtKind.SCANNED_PAGE, f"第 {page} 页只有图片，没有文字", (), Place(page=page))
        for page in document.scanned
    ]


def _tables(
    lines: list[Line], outline: list[Heading]
) -> tuple[dict[int, Table], dict[str, Cell], list[Doubt], set[int], Edition | None]:
    gathered = gather(lines, frozenset(heading.line for heading in outline))
    twice = _keep_to_their_sections(gathered, [heading.line for heading in outline])
    _prefer_grids(gathered, lines)
    edition = edition_of(gathered) or _edition_by_table3(gathered)
    tables: dict[int, Table] = {}
    cells: dict[str, Cell] = {}
    doubts = twice
    taken: set[int] = set()

    def take(reading: Reading | None, its_lines: set[int]) -> None:
        if reading is not None:
            tables[reading.table.number] = reading.table
            cells.update(reading.cells)
            doubts.extend(reading.doubts)
            taken.update(_between(lines, _with_its_grid(lines, its_lines)))

    if edition is not None:
        take(read_table2(gathered, edition), gathered.taken[2])
        take(read_table3(gathered, edition), gathered.taken[3])
    take(*_table4(_fourth(lines, outline, gathered)))
    doubts.extend(_extra_rows(gathered, tables))
    is_known = table2.TABLE_2021.number in tables or table3.TABLE_2021.number in tables
    return tables, cells, doubts, taken, edition if is_known else None


def _keep_to_their_sections(gathered: Gathered, starts: list[int]) -> list[Doubt]:
    """Leave out the rows and lines of a table that stand outside the section that holds it.

    Table 4 has headings that Table 3 has too: they are not Table 3's, nor what stands between.
    Prose elsewhere may name rows and figures, and a file may hold two reports: of two sections
    with as many rows the later one counts, as it does for headings and title.
    """
    doubts = []
    for number in (2, 3):
        rows: dict[int, set[str]] = {}
        for row in gathered.rows:
            if row.table == number:
                rows.setdefault(bisect_right(starts, row.line), set()).add(row.id)
        if not rows:
            continue
        home = max(rows, key=lambda section: (len(rows[section]), section))
        enough = _HOME * len(set().union(*rows.values()))
        if len(rows[home]) < enough:
            continue
        if sum(len(found) >= enough for found in rows.values()) > 1:
            message = f"文件里不止一张表{'二' if number == 2 else '三'}，读取的是最后一张"
            doubts.append(Doubt(DoubtKind.UNREADABLE, message))
        gathered.rows = [
            row
            for row in gathered.rows
            if row.table != number or bisect_right(starts, row.line) == home
        ]
        gathered.columns = [
            column
            for column in gathered.columns
            if column.table != number or bisect_right(starts, column.line) == home
        ]
        gathered.taken[number] = {
            line for line in gathered.taken[number] if bisect_right(starts, line) == home
        }
    return doubts


def _prefer_grids(gathered: Gathered, lines: list[Line]) -> None:
    """Leave out a line of prose that looks like a row which a grid has, figures and all."""
    gridded = {(r.table, r.id) for r in gathered.rows if r.count and lines[r.line].in_grid}
    gathered.rows = [
        row
        for row in gathered.rows
        if not _is_paragraph(lines[row.line]) or (row.table, row.id) not in gridded
    ]


def _is_paragraph(line: Line) -> bool:
    """Whether a line is a paragraph of its own: text and print have lines only."""
    return not line.in_grid and line.tokens[0].place.paragraph is not None


def _with_its_grid(lines: list[Line], taken: set[int]) -> set[int]:
    """Of a table that is a grid, all its rows; a paragraph outside it is prose."""
    grid = [rank for rank in taken if lines[rank].in_grid]
    if len(grid) < _FEWEST_IN_GRID:
        return taken
    first, last = min(grid), max(grid)
    while first and lines[first - 1].in_grid:
        first -= 1
    outside = {r for r in taken if not first <= r <= last and _is_paragraph(lines[r])}
    return (taken - outside) | {first}


def _between(lines: list[Line], taken: set[int]) -> set[int]:
    """A table's lines, with the rows of a grid and the scraps of headings between them."""
    if not taken:
        return taken
    inside = lines[min(taken) : max(taken) + 1]
    return taken | {
        line.rank
        for line in inside
        if line.in_grid or sum(len(token.text) for token in line.tokens) <= _SCRAP
    }


def _edition_by_table3(gathered: Gathered) -> Edition | None:
    """Where Table 2 is lost: three rows of （六）其他处理 are edition 2021's, one is 2019's."""
    rows = [row for row in gathered.rows if row.table == table3.TABLE_2021.number]
    if not rows:
        return None
    if any(row.id in (RequestRow.OTHER_UNCORRECTED, RequestRow.OTHER_UNPAID) for row in rows):
        return Edition.E2021
    return Edition.E2019


def _fourth(lines: list[Line], outline: list[Heading], gathered: Gathered) -> list[Line]:
    """The lines among which Table 4 stands: section four, or what follows Table 3."""
    for rank, heading in enumerate(outline):
        if heading.number == 4:
            following = outline[rank + 1 : rank + 2]
            return lines[heading.line + 1 : following[0].line if following else len(lines)]
    last = max((row.line for row in gathered.rows if row.table == 3), default=None)
    return lines[last + 1 :] if last is not None else []


def _table4(lines: list[Line]) -> tuple[Reading | None, set[int]]:
    """Table 4 from the grids of its section, if they have all that all lines have of it."""
    every = read_table4(lines)
    grids = [line for line in lines if line.in_grid]
    if len(grids) in (0, len(lines)):
        return every
    alone = read_table4(grids)
    return alone if _figures_in(alone[0]) >= max(_figures_in(every[0]), 1) else every


def _figures_in(reading: Reading | None) -> int:
    return sum(c.value is not None for c in reading.cells.values()) if reading else 0


def _extra_rows(gathered: Gathered, tables: dict[int, Table]) -> list[Doubt]:
    return [
        Doubt(
            DoubtKind.EXTRA_ROW,
            f"表{'二' if row.table == 2 else '三'}多出表样没有的一行“{row.text}”",
            (),
            row.slots[0].place,
        )
        for row in gathered.extra
        if row.table in tables and _within(row, gathered.taken[row.table])
    ]


def _within(row: FoundRow, taken: set[int]) -> bool:
    return bool(taken) and min(taken) <= row.line <= max(taken) + 1


def _sections(lines: list[Line], outline: list[Heading], taken: set[int]) -> list[Section]:
    found = []
    for rank, heading in enumerate(outline):
        end = outline[rank + 1].line if rank + 1 < len(outline) else len(lines)
        body = (line for line in lines[heading.line + 1 : end] if line.rank not in taken)
        text, starts = put_together(body)
        place = lines[heading.line].tokens[0].place
        if heading.rest:
            joint = heading.rest + ("\n" if text else "")
            moved = (SourceLine(s.start + len(joint), s.place) for s in starts)
            text, starts = joint + text, (SourceLine(0, place), *moved)
        found.append(Section(heading.number, heading.title, text, starts, rank + 1, place))
    return found
