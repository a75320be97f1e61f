"""Office files are ZIP packages of XML parts: opened here, with limits, for every such format.

A part is inflated only when it is asked for, so pictures and macros never are. What a file may make
us inflate is bounded in size and in ratio, XML may declare no entities, and nothing is fetched.
"""

import struct
import zipfile
import zlib
from io import BytesIO
from itertools import takewhile
from typing import Final

from lxml import etree

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.office import ENCRYPTED

MOST_MEMBERS: Final = 5_000
LARGEST_PART: Final = 24 * 1024 * 1024
LARGEST_TOTAL: Final = 40 * 1024 * 1024
MOST_RATIO: Final = 200
"""How many times its packed size a part may be, beyond a size at which that is no danger."""
_HARMLESS: Final = 4 * 1024 * 1024

DAMAGED: Final = (
    "这个 Office 文件（DOCX、XLSX 等）不完整或已损坏，打不开。"
    "请重新下载，或用 Word、WPS 打开后另存一份再选。"
)
TOO_MUCH: Final = (
    "文件解压以后大得不正常，没有读取。请用 Word 或 WPS 打开，把报告正文另存一份再选。"
)
DECLARES: Final = (
    "文件里有正常的 Office 文件不会有的声明（DTD、实体），为安全起见没有读取。"
    "请用 Word 或 WPS 打开后另存一份再选。"
)

_FAULTS: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
    KeyError,
    OverflowError,
    struct.error,
    zlib.error,
)
_ENCRYPTED_FLAG: Final = 0x1
_STRICT: Final = tuple(
    (
        f"http://purl.oclc.org/ooxml/{kind}/{last}".encode(),
        f"http://schemas.openxmlformats.org/{kind}/2006/{last}".encode(),
    )
    for kind, last in (
        ("wordprocessingml", "main"),
        ("spreadsheetml", "main"),
        ("officeDocument", "relationships"),
    )
)
"""Names of the strict variant of the standard, and those of the common one."""
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of an Office file. Names are compared without case, `/` between folders."""

    def __init__(self, data: bytes) -> None:
        """Open the package; raises Unreadable where it is damaged or has too many members."""
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _FAULTS:
            raise Unreadable(DAMAGED) from None
        members = self._archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise Unreadable(TOO_MUCH)
        self._members = {one.filename.replace("\\", "/").lower(): one for one in members}
        self._left = LARGEST_TOTAL

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._members

    def names(self) -> tuple[str, ...]:
        """The names of all parts, in lower case."""
        return tuple(self._members)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is none. Raises Unreadable."""
        member = self._members.get(name.lower())
        if member is None:
            return None
        if member.flag_bits & _ENCRYPTED_FLAG:
            raise Unreadable(ENCRYPTED)
        size, packed = member.file_size, max(member.compress_size, 1)
        if size > min(LARGEST_PART, self._left):
            raise Unreadable(TOO_MUCH)
        if size > _HARMLESS and size > packed * MOST_RATIO:
            raise Unreadable(TOO_MUCH)
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable(DAMAGED)
        try:
            with self._archive.open(member) as stream:
                data = stream.read(size + 1)
        except _FAULTS:
            raise Unreadable(DAMAGED) from None
        except RuntimeError:
            raise Unreadable(ENCRYPTED) from None
        self._left -= len(data)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, or None where there is no such part. Raises Unreadable."""
        data = self.part(name)
        return None if data is None else parse(data)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part points to inside the package: id → (kind, name of the part).

        The name of the package itself is empty. The kind is the last word of the relation's type.
        """
        folder, _, file = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels".lstrip("/"))
        found: dict[str, tuple[str, str]] = {}
        for one in root.iter(_RELATION) if root is not None else ():
            if one.get("TargetMode") != "External":
                kind = one.get("Type", "").rpartition("/")[2]
                found[one.get("Id", "")] = kind, _resolved(folder, one.get("Target", ""))
        return found

    def main(self) -> str:
        """The name of the part that the package is about, or empty."""
        for kind, name in self.related("").values():
            if kind == "officeDocument" and name in self:
                return name
        usual = ("word/document.xml", "xl/workbook.xml", "xl/workbook.bin")
        return next((name for name in usual if name in self), "")


def parse(data: bytes) -> etree._Element:
    """The root of XML that declares nothing and fetches nothing. Raises Unreadable."""
    if b"purl.oclc.org" in data:
        for strict, loose in _STRICT:
            data = data.replace(strict, loose)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable(DECLARES if _declares(data) else DAMAGED) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(DECLARES)
    return root


def _declares(data: bytes) -> bool:
    return b"<!DOCTYPE" in data or b"<!ENTITY" in data


def _resolved(folder: str, target: str) -> str:
    """A target as a name in the package: relative to `folder`, or from the root."""
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return target.lstrip("/")
    steps = target.split("/")
    up = len(list(takewhile(lambda step: step == "..", steps)))
    parts = folder.split("/") if folder else []
    kept = parts[: len(parts) - up] if up else parts
    return "/".join([*kept, *(step for step in steps if step not in ("..", ".", ""))])
