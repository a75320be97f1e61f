"""Tables of figures as people fill them in: the template's heads, or whatever rows."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from yangguang.annual_report.form import FORMS, Edition
from yangguang.casework.attachments import Upload
from yangguang.inforequests.importing.table import read as read_table
from yangguang.reporting.figure_tables import reading
from yangguang.reporting.figure_tables.columns import Column
from yangguang.reporting.figure_tables.reading import Read, Stated

HEADS = (Column.CELL, Column.FIGURE, Column.UNIT, Column.SOURCE, Column.REASON)


def sheet(*rows: Sequence[Any]) -> bytes:
    """A workbook of these rows."""
    book = Workbook()
    for row in rows:
        book.active.append([str(one) if isinstance(one, Column) else one for one in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def table(*lines: Sequence[Any]) -> bytes:
    """Lines under the template's heads: cell, figure, unit, source, reason."""
    return sheet(HEADS, *lines)


def filled(template: bytes, figures: dict[str, Any], source: str = "各科室台账") -> bytes:
    """The template with figures in it, by cell."""
    book = load_workbook(io.BytesIO(template))
    heads = {cell.value: cell.column for cell in book.active[1]}
    for row in book.active.iter_rows(min_row=2):
        if row[0].value in figures:
            at = row[0].row
            book.active.cell(at, heads[Column.FIGURE], figures[row[0].value])
            book.active.cell(at, heads[Column.SOURCE], source)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, folder: Path, name: str = "表.xlsx") -> Read:
    """What a file states for the form of 2021, read by confined children."""
    place = folder / name
    place.write_bytes(content)
    return reading.read(place, name, FORMS[Edition.E2021])


def stated(content: bytes) -> list[Stated]:
    """The lines of a table under the template's heads, read without a child process."""
    found = reading.of_template(read_table(content), FORMS[Edition.E2021])
    assert found is not None
    return found


def upload(content: bytes, name: str = "表.xlsx") -> Upload:
    """The file as it comes in."""
    return Upload(name, content)
