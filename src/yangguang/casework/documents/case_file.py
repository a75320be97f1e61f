"""The file of a case as one PDF: cover, index with page numbers, and everything in its order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.template.loader import render_to_string

from yangguang.annual_report.writing import pdf
from yangguang.casework.documents.sheet import Sheet, plain

MEDIA_TYPE: Final = "application/pdf"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: its cells, under the list's heads."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file, on a page of its own and in the index.

    Holds what it needs of: `facts` (label, value), `paragraphs`, a letter's `sheet`, a list
    (`heads`, `rows`). `day` stands in
    the index.
    """

    title: str
    day: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()
    sheet: Sheet | None = None
    heads: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFile:
    """All that goes into a file. `made` says by whom, when and what for it was made."""

    title: str
    agency: str
    facts: tuple[tuple[str, str], ...]
    parts: Sequence[Part]
    made: str


def write(file: CaseFile) -> bytes:
    """The PDF. Raises Unwritable where WeasyPrint, or Pango under it, is not there."""
    page = render_to_string("casework/case_file.html", {"file": file})
    return pdf.from_html(plain(page))
