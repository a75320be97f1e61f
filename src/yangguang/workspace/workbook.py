"""A workbook written as it is read: a piece at a time, nothing on disk, no matter how long."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from yangguang.annual_report.writing.csv_cells import harmless
from yangguang.casework.documents.package import Sink
from yangguang.casework.examining import SHEET

_AT_ONCE: Final = 200
_DAY_NOUGHT: Final = date(1899, 12, 30)
_NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS: Final = {
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="4"><xf applyAlignment="1"><alignment vertical="top"/></xf>'
    '<xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>'
    '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>",
}
_BOLD: Final = 1
_DAY: Final = 2
_WORDS: Final = 3
_ON_PAPER: Final = (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>"
)
_WIDEST_PAGE: Final = 240
"""Characters; a wider sheet would be too small to read on one page's width."""

Cell = str | date | int | float | None


class Sheet(NamedTuple):
    """A sheet called `title`. `heads` are names with widths in characters."""

    title: str
    heads: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Cell]]


def download(
    name: str, title: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]
) -> StreamingHttpResponse:
    """A workbook as `pieces` has it, to be kept under a name (without its ending)."""
    return named(name, pieces(title, heads, rows))


def named(name: str, of_file: Iterator[bytes]) -> StreamingHttpResponse:
    """The pieces of a workbook, to be kept under a name (without its ending)."""
    answer = StreamingHttpResponse(of_file, content_type=SHEET)
    disposition = content_disposition_header(True, f"{name}.xlsx")
    answer["Content-Disposition"] = disposition or "attachment"
    return answer


def pieces(
    title: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]
) -> Iterator[bytes]:
    """The bytes of a workbook of one sheet."""
    return of_sheets(Sheet(title, heads, rows))


def of_sheets(*sheets: Sheet) -> Iterator[bytes]:
    """The bytes of a workbook of these sheets, whose rows are asked for one sheet after another.

    The first row and column stay in sight, and are on every page: A4 across, as wide as a page.
    Text that a spreadsheet might take for a formula is quoted, so that it stays text when the sheet
    is saved as CSV, too.
    """
    sink = Sink()
    titles = [sheet.title for sheet in sheets]
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (_PARTS | _listing(titles)).items():
            archive.writestr(name, _HEAD + content)
        for number, sheet in enumerate(sheets, 1):
            with archive.open(_path(number), "w") as into:
                into.write((_HEAD + _beginning(sheet.heads)).encode())
                for count, row in enumerate(sheet.rows, 1):
                    into.write(_row(map(_cell, row)).encode())
                    if count % _AT_ONCE == 0:
                        yield sink.taken()
                into.write(f"</sheetData>{_ON_PAPER}</worksheet>".encode())
    yield sink.taken()


def _path(number: int) -> str:
    return f"xl/worksheets/sheet{number}.xml"


def _listing(titles: Sequence[str]) -> dict[str, str]:
    """The parts that name the sheets."""
    numbers = range(1, len(titles) + 1)
    typed = "".join(
        f'<Override PartName="/{_path(at)}" ContentType="{_TYPES}.worksheet+xml"/>'
        for at in numbers
    )
    related = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATIONS}/worksheet" '
        f'Target="worksheets/sheet{at}.xml"/>'
        for at in numbers
    )
    named = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{at}" r:id="r{at}"/>'
        for at, title in zip(numbers, titles, strict=True)
    )
    heads = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">'
        f"{escape(_quoted(title))}!$A:$A,{escape(_quoted(title))}!$1:$1</definedName>"
        for at, title in enumerate(titles)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        f"{typed}</Types>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="styles" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f"<sheets>{named}</sheets><definedNames>{heads}</definedNames></workbook>",
    }


def _quoted(title: str) -> str:
    """A sheet's title as formulas name it."""
    return "'" + title.replace("'", "''") + "'"


def _beginning(heads: Sequence[tuple[str, int]]) -> str:
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, (_name, width) in enumerate(heads, 1)
    )
    fits = int(sum(width for _name, width in heads) <= _WIDEST_PAGE)
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="{fits}"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" '
        'activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{_row(_text(name, _BOLD) for name, _width in heads)}"
    )


def _row(cells: Iterable[str]) -> str:
    return f"<row>{''.join(cells)}</row>"


def _cell(value: Cell) -> str:
    match value:
        case None | "":
            return "<c/>"
        case date():
            return f'<c s="{_DAY}"><v>{(value - _DAY_NOUGHT).days}</v></c>'
        case int() | float():
            return f"<c><v>{value}</v></c>"
    return _text(value)


def _text(text: str, style: int = _WORDS) -> str:
    plain = escape(_NOT_IN_XML.sub("", harmless(text)))
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{plain}</t></is></c>'
