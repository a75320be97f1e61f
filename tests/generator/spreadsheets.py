"""Reports as Excel workbooks: all on one sheet, and each table on a sheet of its own."""

from collections.abc import Iterable
from html import escape

from tests.generator.archive import packed, relations
from tests.generator.print import Print
from tests.generator.spans import at_columns, merged_cells

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PLAIN, _BORDERED, _THOUSANDS, _HIDES_ZERO = range(4)
_STYLES = f"""<styleSheet xmlns="{_S}"><numFmts count="1">
<numFmt numFmtId="164" formatCode="#,##0;-#,##0;;@"/></numFmts>
<borders count="2"><border><left/></border><border><left style="thin"/></border></borders>
<cellXfs count="4"><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/>
<xf numFmtId="3" borderId="1"/><xf numFmtId="164" borderId="1"/></cellXfs></styleSheet>"""
_WIDE = 10


class _Sheet:
    """A sheet as it is written, row by row."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.merged: list[str] = []
        self.at = 0

    def text(self, words: str) -> None:
        """A row of one cell over the width of the page."""
        self.at += 1
        self.merged.append(f"A{self.at}:{_letters(_WIDE - 1)}{self.at}")
        self.rows.append(f'<row r="{self.at}">{self._cell(0, words, _PLAIN)}</row>')

    def table(self, rows: Iterable[list[tuple[int, str, int, int]]], style: int) -> None:
        """A table with its merged cells, whose covered cells are written too, empty."""
        for row in rows:
            self.at += 1
            cells: dict[int, str] = {}
            for column, words, width, height in row:
                cells[column] = self._cell(column, words, style)
                for covered in range(column + 1, column + width):
                    cells[covered] = self._cell(covered, "", style)
                if width > 1 or height > 1:
                    last = f"{_letters(column + width - 1)}{self.at + height - 1}"
                    self.merged.append(f"{_letters(column)}{self.at}:{last}")
            inner = "".join(cells[column] for column in sorted(cells))
            self.rows.append(f'<row r="{self.at}">{inner}</row>')

    def hidden(self, *words: str) -> None:
        """A row that is not shown."""
        self.at += 1
        inner = "".join(self._cell(column, told, _PLAIN) for column, told in enumerate(words))
        self.rows.append(f'<row r="{self.at}" hidden="1">{inner}</row>')

    def _cell(self, column: int, words: str, style: int) -> str:
        head = f'<c r="{_letters(column)}{self.at}" s="{style}"'
        if not words:
            return head + "/>"
        if words.isdecimal() and words.isascii():
            formula = "<f>SUM(A1:A1)</f>" if style == _THOUSANDS else ""
            return f"{head}>{formula}<v>{words}</v></c>"
        told = f"<is><t>{escape(words, quote=False)}</t></is>"
        return f'{head} t="inlineStr">{told}</c>'

    def xml(self) -> str:
        """The sheet's part."""
        merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in self.merged)
        return (
            f'<worksheet xmlns="{_S}"><sheetData>{"".join(self.rows)}</sheetData>'
            f'<mergeCells count="{len(self.merged)}">{merged}</mergeCells></worksheet>'
        )


def xlsx(report: Print) -> bytes:
    """The whole report on one sheet, prose in cells over the width of the page."""
    sheet = _Sheet()
    for words in (report.title, *report.prose[0]):
        sheet.text(words)
    for section in range(1, 7):
        sheet.text(report.heading(section))
        for words in report.prose[section]:
            sheet.text(words)
        if section in report.tables:
            sheet.table(at_columns(merged_cells(section, report.tables[section])), _BORDERED)
    return _workbook([(sheet, "visible")])


def xlsx_sheets(report: Print) -> bytes:
    """Prose and tables on sheets of their own; formulas, formats, hidden rows and sheets."""
    sheets: list[tuple[_Sheet, str]] = []
    sheet = _Sheet()
    for words in (report.title, *report.prose[0]):
        sheet.text(words)
    for section in range(1, 7):
        sheet.text(report.heading(section))
        for words in report.prose[section]:
            sheet.text(words)
        if section in report.tables:
            sheets.append((sheet, "visible"))
            sheet = _Sheet()
            sheet.hidden("（一）予以公开", *"9999999")
            style = _THOUSANDS if section == 3 else _HIDES_ZERO
            sheet.table(at_columns(merged_cells(section, report.tables[section])), style)
            sheets.append((sheet, "visible"))
            sheet = _Sheet()
    decoy = _Sheet()
    decoy.table([[(0, "（一）予以公开", 1, 1), *((i, "8", 1, 1) for i in range(1, 8))]], _BORDERED)
    return _workbook([*sheets, (sheet, "visible"), (decoy, "hidden"), (decoy, "veryHidden")])


def _workbook(sheets: list[tuple[_Sheet, str]]) -> bytes:
    listed = "".join(
        f'<sheet name="表{number}" sheetId="{number}" state="{state}" r:id="rId{number}"/>'
        for number, (_, state) in enumerate(sheets, 1)
    )
    names = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    related = relations(*(("worksheet", name) for name in names), ("styles", "styles.xml"))
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"/>',
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": (
                f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{listed}</sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": related,
            "xl/styles.xml": _STYLES,
            **{f"xl/{name}": sheet.xml() for name, (sheet, _) in zip(names, sheets, strict=True)},
        }
    )


def _letters(column: int) -> str:
    column, letters = column + 1, ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
