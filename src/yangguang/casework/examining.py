"""The child process that looks into a stranger's file: what it is, macros, marks of secrecy.

Runs confined (`annual_report.worker`): `python -m yangguang.casework.examining`. It gives back
three words; nothing of the content leaves it.
"""

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.decode import decode
from yangguang.annual_report.reading.package import Package
from yangguang.annual_report.worker import serve
from yangguang.law import secrecy

PDF: Final = "application/pdf"
OLE: Final = "application/x-ole-storage"
TEXT: Final = "text/plain"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_MAIN: Final = (
    ("word/document.xml", WORD),
    ("xl/workbook.xml", _SHEET),
    ("ppt/presentation.xml", _SLIDES),
    ("ofd.xml", "application/ofd"),
)
_BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
)
_ZIP: Final = b"PK\x03\x04"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_HEAD: Final = 4096
_MACRO_PARTS: Final = re.compile(
    r"vbaproject|vbadata|macrosheet|/activex/|\.(?:exe|dll|js|vbs|ps1|bat|cmd|scr)$", re.IGNORECASE
)
_MACRO_TYPES: Final = re.compile(rb"vbaProject|macroEnabled|macrosheet", re.IGNORECASE)
_OLE_MACROS: Final = ("_VBA_PROJECT".encode("utf-16-le"),)
_TAG: Final = re.compile(r"<[^>]*>")
_PARAGRAPH: Final = re.compile(r"</(?:w:p|a:p|si|row|ofd:TextCode)>")


def kind_of(content: bytes) -> str:
    """The media type by the first bytes; empty for what is not taken, `zip` for packages."""
    if b"%PDF-" in content[:1024]:
        return PDF
    for beginning, media_type in _BEGINNINGS:
        if content.startswith(beginning):
            return media_type
    if content.startswith(_ZIP):
        return "zip"
    is_text = content.startswith(_UTF16) or b"\0" not in content[:_HEAD]
    return TEXT if is_text else ""


def examine(content: bytes) -> dict[str, Any]:
    """Media type (empty: not taken), `macros`, `mark`. Raises Unreadable."""
    media_type, has_macros = kind_of(content), False
    texts: Iterable[str] = ()
    match media_type:
        case "zip":
            package = Package(content)
            media_type = next((kind for name, kind in _MAIN if name in package), "")
            has_macros = _package_runs(package)
            texts = _package_texts(package)
        case "text/plain":
            texts = (decode(content),)
        case "application/pdf":
            texts = _pdf_texts(content)
        case "application/x-ole-storage":
            has_macros = any(name in content for name in _OLE_MACROS)
            texts = _raw_texts(content)
    return {"media_type": media_type, "macros": has_macros, "mark": _gravest(texts)}


def _gravest(texts: Iterable[str]) -> str:
    found = ""
    for text in texts:
        mark = secrecy.mark_in(text)
        if mark is secrecy.Mark.CLASSIFIED:
            return mark
        found = mark or found
    return found


def _package_runs(package: Package) -> bool:
    """Whether a package holds what could run, by the names of its parts or by what it declares."""
    if any(_MACRO_PARTS.search(name) for name in package.names()):
        return True
    return bool(_MACRO_TYPES.search(package.part("[Content_Types].xml") or b""))


def _package_texts(package: Package) -> Iterator[str]:
    """The words of every XML part: body, headers, text boxes, notes, comments, cells."""
    for name in package.names():
        if name.endswith(".xml"):
            part = (package.part(name) or b"").decode(errors="replace")
            yield html.unescape(_TAG.sub("", _PARAGRAPH.sub("\n", part)))


def _pdf_texts(content: bytes) -> Iterator[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()
    except pypdfium2.PdfiumError:
        raise Unreadable("damaged or locked") from None


def _raw_texts(content: bytes) -> Iterator[str]:
    """Old Office formats keep their words as UTF-16 or in the national encoding, unpacked."""
    yield content.decode("utf-16-le", errors="replace")
    yield content[1:].decode("utf-16-le", errors="replace")
    yield content.decode("gb18030", errors="replace")


def handle(job: dict[str, Any]) -> dict[str, Any]:
    """Do one job, in the child."""
    return examine(Path(job["path"]).read_bytes())


if __name__ == "__main__":
    serve(handle)
