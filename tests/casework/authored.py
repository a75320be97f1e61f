"""Small files that tell who made them, for tests."""

import struct
import zipfile
import zlib
from io import BytesIO

import docx
import openpyxl

AUTHOR = "张起草"


def document(*paragraphs: str) -> bytes:
    """A DOCX of these paragraphs."""
    made = docx.Document()
    for words in paragraphs:
        made.add_paragraph(words)
    made.core_properties.author = made.core_properties.last_modified_by = AUTHOR
    return _saved(made)


def sheet(*cells: object, hidden: str = "") -> bytes:
    """An XLSX with a row of cells; `hidden`: what stands in a sheet that is not shown."""
    made = openpyxl.Workbook()
    made.properties.creator = AUTHOR
    assert made.active is not None
    made.active.append(cells)
    if hidden:
        other = made.create_sheet("底稿")
        other["A1"], other.sheet_state = hidden, "hidden"
    return _saved(made)


def _saved(made) -> bytes:
    into = BytesIO()
    made.save(into)
    return into.getvalue()


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    """A package with a part more, or with another in its place."""
    into = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(into, "w") as new:
        for one in old.infolist():
            if one.filename != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return into.getvalue()


def page(words: str, note: str = "") -> bytes:
    """A PDF of one page with its author; `note`: a remark stuck on it."""
    drawn = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/T(Zhang)/Contents(%b)>>" % note.encode(),
        b"<</Author(Zhang Qicao)/Title(Draft)>>",
    ]
    made, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        made
        + b"xref\n0 8\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 8/Root 1 0 R/Info 7 0 R>>\nstartxref\n%d\n%%%%EOF" % len(made)
    )


def photo_png(comment: bytes) -> bytes:
    """A PNG of one dot with a comment."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"tEXt", b"Author\0" + comment),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def photo_jpeg(comment: bytes) -> bytes:
    """The frame of a JPEG with a comment and what a camera wrote."""
    segments = ((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0" + comment), (0xFE, comment), (0xDB, b"t"))
    written = b"".join(
        bytes((0xFF, kind)) + struct.pack(">H", len(body) + 2) + body for kind, body in segments
    )
    return b"\xff\xd8" + written + b"\xff\xda\0\x02scan\xff\xd9"
