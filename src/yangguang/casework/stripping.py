"""The child process that makes a file fit to be open to everyone: its words, and a copy without
what tells who made it.

Runs confined (`annual_report.worker`): `python -m yangguang.casework.stripping`. A copy is made
anew: of a PDF the pages without document properties, notes and files within; of an Office file all
parts, the properties emptied; of a picture the picture alone. What cannot be stripped is refused.
"""

import base64
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NamedTuple

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.decode import decode
from yangguang.annual_report.reading.package import Package
from yangguang.annual_report.worker import serve
from yangguang.casework.examining import (
    MAIN,
    OFD,
    PDF,
    TEXT,
    kind_of,
    package_texts,
)
from yangguang.law import secrecy

MOST_TEXT: Final = 1_000_000
"""Characters that are looked through; what says more is not for one page of a site."""


class Hindrance(StrEnum):
    """Why a file is not made open to everyone."""

    OLD_FORMAT = "old_format"
    NOTES = "notes"
    FILES_WITHIN = "files_within"
    AUTHOR_STAYS = "author_stays"
    TOO_LONG = "too_long"
    MARKED = "marked"


class Unread(StrEnum):
    """What in a file only a person can look at."""

    PICTURES = "pictures"
    HIDDEN_SHEETS = "hidden_sheets"


class Stripped(NamedTuple):
    """The words of a file, what nobody has read in it, and its copy; or what hinders."""

    media_type: str = ""
    texts: Sequence[str] = ()
    unread: Sequence[Unread] = ()
    content: bytes = b""
    hindrance: Hindrance | None = None


_EMPTY: Final = {
    "core-properties": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/'
    b'2006/metadata/core-properties"/>',
    "extended-properties": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/'
    b'2006/extended-properties"/>',
    "custom-properties": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/'
    b'2006/custom-properties"/>',
}
"""The properties of an Office file, emptied."""
_THUMBNAIL: Final = "thumbnail"
_RELATIONS: Final = "_rels/.rels"
_NOTES: Final = re.compile(
    r"^(?:xl/(?:comments|threadedcomments|persons/)|ppt/(?:comment|threaded))"
)
_BY_SOMEONE: Final = re.compile(rb'\bw:author="[^"]')
_WITHIN: Final = re.compile(r"/embeddings/|^attachs?/|/attachs?/")
_PICTURE: Final = re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|jp2|jb2)$")
_HIDDEN: Final = re.compile(rb'\bstate="(?:hidden|veryHidden)"')
_STAYS_IN_PDF: Final = re.compile(rb"/(?:Metadata|PieceInfo)\b|Exif\0\0")
"""What programs and cameras write beside pages and pictures; it is copied with them."""
_OFD_AUTHOR: Final = re.compile(rb"<ofd:(?:Author|Creator)>[^<]*[^<\s]")
_PNG_KEPT: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs"}
)
_JPEG_KEPT: Final = frozenset({0xE0, 0xE2, 0xEE})
"""Of the segments for applications: JFIF, colour profiles, and Adobe's, which tells the colours."""
_SCAN: Final = 0xDA
_LINK: Final = 2
"""The kind of annotation that says nothing of its own (FPDF_ANNOT_LINK)."""


def strip(content: bytes) -> Stripped:
    """A copy of a file for everyone. Raises Unreadable for what is damaged or locked."""
    match kind_of(content):
        case "application/pdf":
            found = _pdf(content)
        case "zip":
            found = _package(content)
        case "text/plain":
            found = Stripped(TEXT, [decode(content)], (), content)
        case "image/png" as kind:
            found = Stripped(kind, (), (Unread.PICTURES,), _png(content))
        case "image/jpeg" as kind:
            found = Stripped(kind, (), (Unread.PICTURES,), _jpeg(content))
        case _:
            found = Stripped(hindrance=Hindrance.OLD_FORMAT)
    if sum(map(len, found.texts)) > MOST_TEXT:
        return Stripped(hindrance=Hindrance.TOO_LONG)
    if any(secrecy.mark_in(text) for text in found.texts):
        return Stripped(hindrance=Hindrance.MARKED)
    return found


def _pdf(content: bytes) -> Stripped:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        read = [_read(page) for page in document]
        copy = pypdfium2.PdfDocument.new()
        copy.import_pages(document)  # what no page leads to any more stays behind
        into = io.BytesIO()
        copy.save(into)
    except pypdfium2.PdfiumError:
        raise Unreadable("damaged or locked") from None
    if _STAYS_IN_PDF.search(into.getvalue()):
        return Stripped(hindrance=Hindrance.AUTHOR_STAYS)
    unread = (Unread.PICTURES,) if any(has_pictures for _words, has_pictures in read) else ()
    return Stripped(PDF, [words for words, _has in read], unread, into.getvalue())


def _read(page: Any) -> tuple[str, bool]:
    """The words of a page, and whether it shows what is not words; its notes are taken off."""
    import pypdfium2.raw as pdfium

    for at in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind != _LINK:
            pdfium.FPDFPage_RemoveAnnot(page, at)
    words = page.get_textpage().get_text_range()
    pictures = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
    return words, not words.strip() or any(True for _ in pictures)


def _package(content: bytes) -> Stripped:
    package = Package(content)
    kind = next((kind for name, kind in MAIN if name in package), "")
    if hindrance := _hindrance(package, kind):
        return Stripped(hindrance=hindrance)
    copy = content if kind == OFD else _without_properties(content, package)
    read, unread = Package(copy), []
    if any(_PICTURE.search(name) for name in read.names()):
        unread.append(Unread.PICTURES)
    if _HIDDEN.search(read.part("xl/workbook.xml") or b""):
        unread.append(Unread.HIDDEN_SHEETS)
    return Stripped(kind, list(package_texts(read)), unread, copy)


def _hindrance(package: Package, kind: str) -> Hindrance | None:
    if any(_WITHIN.search(name) for name in package.names()):
        return Hindrance.FILES_WITHIN
    if any(_NOTES.search(name) for name in package.names()):
        return Hindrance.NOTES
    words = (one for one in package.names() if one.startswith("word/") and one.endswith(".xml"))
    if any(_BY_SOMEONE.search(package.part(name) or b"") for name in words):
        return Hindrance.NOTES
    if kind == OFD and _OFD_AUTHOR.search(package.part("ofd.xml") or b""):
        return Hindrance.AUTHOR_STAYS
    return None


def _without_properties(content: bytes, package: Package) -> bytes:
    """The package with its properties emptied, and without the picture of its first page."""
    from lxml import etree

    about = {name.lower(): kind for kind, name in package.related("").values()}
    fresh, into = Package(content), io.BytesIO()
    written = set[str]()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as copy:
        for one in zipfile.ZipFile(io.BytesIO(content)).infolist():
            name = one.filename
            kind = about.get(name.lower(), "")
            if one.is_dir() or kind == _THUMBNAIL or name.lower() in written:
                continue
            written.add(name.lower())
            part = _EMPTY.get(kind) or _plain(fresh.part(name) or b"")
            if name == _RELATIONS:
                root = fresh.xml(name)
                assert root is not None
                for relation in list(root):
                    if relation.get("Type", "").endswith(f"/{_THUMBNAIL}"):
                        root.remove(relation)
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            copy.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return into.getvalue()


def _plain(part: bytes) -> bytes:
    """A part of a package; a photo without what the camera wrote."""
    match kind_of(part):
        case "image/png":
            return _png(part)
        case "image/jpeg":
            return _jpeg(part)
    return part


def _png(content: bytes) -> bytes:
    """The chunks by which the picture is drawn, and no others."""
    kept, at = [content[:8]], 8
    while at + 8 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        if kind in _PNG_KEPT:
            kept.append(content[at : at + size + 12])
        at += size + 12
        if kind == b"IEND":
            break
    return b"".join(kept)


def _jpeg(content: bytes) -> bytes:
    """The picture without notes and what applications wrote: camera, place, author."""
    return b"".join(_segments(content))


def _segments(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise Unreadable("damaged")
        marker = content[at + 1]
        if marker == _SCAN:
            yield content[at:]
            return
        size = int.from_bytes(content[at + 2 : at + 4]) + 2
        is_of_an_application = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_of_an_application or marker in _JPEG_KEPT:
            yield content[at : at + size]
        at += size
    raise Unreadable("damaged")


def handle(job: dict[str, Any]) -> dict[str, Any]:
    """Do one job, in the child."""
    found = strip(Path(job["path"]).read_bytes())
    return {
        "media_type": found.media_type,
        "texts": list(found.texts),
        "unread": list(found.unread),
        "content": base64.b64encode(found.content).decode(),
        "hindrance": found.hindrance or "",
    }


if __name__ == "__main__":
    serve(handle)
