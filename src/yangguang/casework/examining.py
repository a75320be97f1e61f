"""The child process that looks into a stranger's file: what it is, what it runs, marks of secrecy.

Runs confined (`annual_report.worker`): `python -m yangguang.casework.examining`. It gives back
three words; nothing of the content leaves it. What cannot be looked into is not taken: encrypted
files, and RTF, in which words and other files lie in codes within codes.
"""

import html
import re
import struct
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NamedTuple

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.decode import decode
from yangguang.annual_report.reading.markup_limits import refuse_endless
from yangguang.annual_report.reading.package import Package
from yangguang.annual_report.worker import serve
from yangguang.casework.compound_file import MAGIC, CompoundFile
from yangguang.law import secrecy

PDF: Final = "application/pdf"
OFD: Final = "application/ofd"
OLE: Final = "application/x-ole-storage"
TEXT: Final = "text/plain"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDES: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
MAIN: Final = (
    ("word/document.xml", WORD),
    ("xl/workbook.xml", SHEET),
    ("ppt/presentation.xml", SLIDES),
    ("ofd.xml", OFD),
)
"""The part by which a package is told, and what it then is."""
_BEGINNINGS: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (MAGIC, OLE),
)
_ZIP: Final = b"PK\x03\x04"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_HEAD: Final = 4096
_MACRO_PARTS: Final = re.compile(
    r"vbaproject|vbadata|macrosheet|/activex/|\.(?:exe|dll|js|vbs|ps1|bat|cmd|scr)$", re.IGNORECASE
)
_MACRO_TYPES: Final = re.compile(rb"vbaProject|macroEnabled|macrosheet", re.IGNORECASE)
_OLE_MACROS: Final = ("_VBA_PROJECT".encode("utf-16-le"),)
_OLE_DOCUMENTS: Final = ("WordDocument", "Workbook", "Book", "PowerPoint Document")
_OLE_LOCKS: Final = ("EncryptedPackage", "EncryptedSummary")
_WORD_IS_ENCRYPTED: Final = 0x0100
"""A bit of the flags at byte 10 of a Word document ([MS-DOC] FibBase)."""
_EXCEL_FILE_PASS: Final = 0x002F
"""The record, among a workbook's first, of one that is encrypted ([MS-XLS])."""
_EXCEL_FIRST: Final = frozenset({0x0809, 0x0086, _EXCEL_FILE_PASS})
_SLIDES_ARE_ENCRYPTED: Final = 0xF3D1C4DF
"""The token at byte 12 of the stream Current User ([MS-PPT])."""
_PACKAGE_LOCKS: Final = ("encryptions.xml", "encryptioninfo", "meta-inf/encryption.xml")
_RTF: Final = b"{\\rtf"
_RUNS_TEXT: Final = re.compile(
    r"<\s*script\b|<\?php|<svg[\s>/]|<\s*(?:iframe|object|embed|applet)\b|\bjavascript:"
    r"|<[^<>]*\son\w+\s*=|\A\s*#!|^\s*@echo\s+off\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What makes a text something that is run when it is opened, whatever it is called."""
_MARKUP: Final = re.compile(r"<[a-zA-Z!/?]")
_TAG: Final = re.compile(r"<[^<>]*>")
_PARAGRAPH: Final = re.compile(r"</(?:w:p|a:p|si|c|row|ofd:TextCode)>")


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


class Fault(StrEnum):
    """Why a file is not taken though its kind is."""

    MACROS = "macros"
    SCRIPT = "script"
    LOCKED = "locked"
    RTF = "rtf"


class _Look(NamedTuple):
    """What a file is (empty: nothing that is taken), what is wrong with it, its words."""

    media_type: str
    fault: Fault | None
    texts: Iterable[str] = ()


def examine(content: bytes) -> dict[str, Any]:
    """Media type (empty: not taken), `fault` (a Fault or empty), `mark`. Raises Unreadable."""
    match kind_of(content):
        case "zip":
            found = _package(Package(content))
        case "text/plain":
            found = _text(content)
        case "application/pdf":
            found = _Look(PDF, None, pdf_texts(content))
        case "application/x-ole-storage":
            found = _compound(content)
        case other:
            found = _Look(other, None)
    is_closed = found.fault not in (None, Fault.SCRIPT)
    mark = "" if is_closed else _gravest(found.texts)
    return {"media_type": found.media_type, "fault": found.fault or "", "mark": mark}


def _package(package: Package) -> _Look:
    media_type = next((kind for name, kind in MAIN if name in package), "")
    if any(name.endswith(_PACKAGE_LOCKS) for name in package.names()):
        return _Look(media_type, Fault.LOCKED)
    fault = Fault.MACROS if _package_runs(package) else None
    return _Look(media_type, fault, package_texts(package))


def _text(content: bytes) -> _Look:
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_RTF):
        return _Look(TEXT, Fault.RTF)
    words = decode(content)
    fault = Fault.SCRIPT if _RUNS_TEXT.search(words) else None
    return _Look(TEXT, fault, _words_and_markup(words))


def _compound(content: bytes) -> _Look:
    file = CompoundFile(content)
    if any(name in file for name in _OLE_LOCKS):
        return _Look(OLE, Fault.LOCKED)
    if not any(name in file for name in _OLE_DOCUMENTS):
        return _Look("", None)
    if _is_encrypted(file):
        return _Look(OLE, Fault.LOCKED)
    has_macros = any(name in content for name in _OLE_MACROS)
    return _Look(OLE, Fault.MACROS if has_macros else None, _raw_texts(content))


def _is_encrypted(file: CompoundFile) -> bool:
    """Whether an older document's words are encrypted, each kind in its way."""
    word, user = file.beginning("WordDocument"), file.beginning("Current User")
    if len(word) >= 12 and struct.unpack_from("<H", word, 10)[0] & _WORD_IS_ENCRYPTED:
        return True
    if len(user) >= 16 and struct.unpack_from("<I", user, 12)[0] == _SLIDES_ARE_ENCRYPTED:
        return True
    return _EXCEL_FILE_PASS in _first_records(file.beginning("Workbook") or file.beginning("Book"))


def _first_records(workbook: bytes) -> Iterator[int]:
    place = 0
    while place + 4 <= len(workbook):
        kind, size = struct.unpack_from("<HH", workbook, place)
        if kind not in _EXCEL_FIRST:
            return
        yield kind
        place += 4 + size


def _words_and_markup(text: str) -> Iterator[str]:
    """A text as it is; of a page also what it shows, where tags no longer part the words."""
    yield text
    if _MARKUP.search(text):
        from selectolax.lexbor import LexborHTMLParser

        refuse_endless(text)
        yield LexborHTMLParser(text).text()


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


def package_texts(package: Package) -> Iterator[str]:
    """The words of every XML part: body, headers, text boxes, notes, comments, cells."""
    for name in package.names():
        if name.endswith(".xml"):
            part = (package.part(name) or b"").decode(errors="replace")
            yield html.unescape(_TAG.sub("", _PARAGRAPH.sub("\n", part)))


def pdf_texts(content: bytes) -> Iterator[str]:
    """The words of every page. Raises Unreadable."""
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
