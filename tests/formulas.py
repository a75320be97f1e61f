"""Workbooks with a formula, and beside it what programs and spreadsheets leave as its value."""

import io
import re
import zipfile

SHEET = "xl/worksheets/sheet1.xml"
BOOK = "xl/workbook.xml"


def with_formula(book: bytes, cell: str, value: str, *, kind: str = "n", saved: bool) -> bytes:
    """The workbook with a formula in a cell that is there, and `value` (XML) beside it.

    `saved`: by a spreadsheet program, which computed all there was; else by another, which wants
    it computed when it is opened.
    """
    out = io.BytesIO()
    written = f'<c r="{cell}" t="{kind}"><f>SUM(A1:A1)</f>{value}</c>'
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == SHEET:
                pattern = rf'<c r="{cell}"(?:[^>]*/>|.*?</c>)'.encode()
                text, many = re.subn(pattern, written.encode(), text, count=1)
                assert many == 1
            if name == BOOK and saved:
                text = text.replace(b' fullCalcOnLoad="1"', b"")
            new.writestr(name, text)
    return out.getvalue()
