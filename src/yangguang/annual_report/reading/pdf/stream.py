"""Lines and tables in reading order to blocks: paragraphs joined, tables continued, rows found."""

from yangguang.annual_report.blocks import Block, Paragraph, Place
from yangguang.annual_report.reading.pdf.cells import Ruled
from yangguang.annual_report.reading.pdf.geometry import Page
from yangguang.annual_report.reading.pdf.lines import Line
from yangguang.annual_report.reading.pdf.paragraphs import Setting, around, goes_on, joined, near
from yangguang.annual_report.reading.pdf.rows import Row, row_of
from yangguang.annual_report.reading.pdf.tables import Table, table_of
from yangguang.annual_report.reading.pdf.unruled import grid_of, is_table


class Stream:
    """Takes a report's lines and tables one after the other and makes blocks of them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._tables = 0
        self._table: Table | None = None
        self._table_ends = 0
        self._paragraph: list[Line] = []
        self._begins: Page | None = None
        self._page_of_last = 0
        self._rows: list[Row] = []
        self._rows_on: Page | None = None

    def take(self, page: Page, things: list[Line | Ruled], setting: Setting) -> None:
        """Take in a page."""
        for thing in things:
            if isinstance(thing, Ruled):
                self._end_rows(setting)
                self._end_paragraph()
                self._ruled(page, thing)
            else:
                self._line(page, thing, setting)
        self._end_rows(setting)

    def end(self) -> list[Block]:
        """All blocks."""
        self._end_paragraph()
        self._end_table()
        return self.blocks

    def _ruled(self, page: Page, ruled: Ruled) -> None:
        table = table_of(page, ruled)
        open_table = self._table
        if open_table and self._table_ends < page.number and open_table.goes_on_in(table):
            open_table.take(table)
        else:
            self._end_table()
            self._table = table
        self._table_ends = page.number

    def _end_table(self) -> None:
        table, self._table = self._table, None
        if table is not None:
            self._tables += 1
            self.blocks.append(table.grid(self._tables))

    def _line(self, page: Page, line: Line, setting: Setting) -> None:
        self._end_table()
        row = row_of(line)
        if row.is_row or (self._rows and row.may_be_label):
            self._rows.append(row)
            self._rows_on = page
            return
        self._end_rows(setting)
        self._prose(page, line, setting)

    def _end_rows(self, setting: Setting) -> None:
        """What was taken for rows is a table, and what follows its last row is prose."""
        rows, self._rows = self._rows, []
        page = self._rows_on
        if not rows or page is None:
            return
        last = len(rows)
        while last and not rows[last - 1].is_row and not rows[last - 1].figures:
            last -= 1
        if is_table(rows[:last]):
            self._end_paragraph()
            self._tables += 1
            self.blocks.append(grid_of(page, rows[:last], self._tables))
            rows = rows[last:]
        for row in rows:
            self._prose(page, row.line, setting)

    def _prose(self, page: Page, line: Line, setting: Setting) -> None:
        lines = self._paragraph
        if lines:
            before = lines[-1]
            follows = page.number != self._page_of_last or near(before, line)
            if not (follows and goes_on(before, line, setting)):
                self._end_paragraph()
                lines = self._paragraph
        if not lines:
            self._begins = page
        lines.append(line)
        self._page_of_last = page.number

    def _end_paragraph(self) -> None:
        lines, self._paragraph = self._paragraph, []
        page = self._begins
        if not lines or page is None:
            return
        first = [lines[0]]
        for line in lines[1:]:
            if line.top < first[-1].top:
                break
            first.append(line)
        place = Place(page=page.number, box=page.place_of(around(first)))
        self.blocks.append(Paragraph(joined(lines), place))
