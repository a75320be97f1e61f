"""A workbook as bytes, without the temporary files of openpyxl: a worker may write no file.

The same workbook gives the same bytes: it does not say when it was written.
"""

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import DCTERMS_NS

from yangguang.annual_report.writing.zip_file import timeless


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook whose sheets have neither charts nor pictures."""
    book.properties = _Undated(book.properties)
    file = io.BytesIO()
    _InMemory(book, ZipFile(file, "w", ZIP_DEFLATED)).save()
    return timeless(file.getvalue())


def on_paper(sheet: Worksheet) -> None:
    """A list on A4 across, as wide as a page, its head on every one."""
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&P / &N"


class _Undated:
    """Properties that leave out when the workbook was made."""

    def __init__(self, properties: DocumentProperties) -> None:
        self._properties = properties

    def to_tree(self) -> Any:
        """Their XML."""
        tree = self._properties.to_tree()
        for name in ("created", "modified"):
            tree.remove(tree.find(f"{{{DCTERMS_NS}}}{name}"))
        return tree


class _InMemory(ExcelWriter):  # type: ignore[misc]  # openpyxl has no types
    def write_worksheet(self, ws: Worksheet) -> None:
        """Write a sheet into the archive."""
        ws._drawing = None
        writer = WorksheetWriter(ws, io.BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)
