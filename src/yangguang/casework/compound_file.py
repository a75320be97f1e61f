"""What an older Office file says of itself: the names of its streams, and how they begin.

Word, Excel and PowerPoint up to 2003, but also installers, mail and encrypted newer files, are
compound files: a small file system of sectors. Only its directory is read, as [MS-CFB] lays it
out; every number in it is a stranger's, so chains are bounded by the sectors there are.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from yangguang.annual_report.errors import Unreadable

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY: Final = 128
_MINI_BELOW: Final = 4096
"""Smaller streams lie in sectors of 64 bytes within the root's stream."""
_MINI: Final = 64
_STREAM, _ROOT = 2, 5
_LAST_REAL: Final = 0xFFFFFFFA


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: int
    start: int
    size: int


class CompoundFile:
    """The directory of a compound file. Raises Unreadable where it does not hold together."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            shift = _number(content, 0x1E, 2)
            if content[:8] != MAGIC or shift not in (9, 12):
                raise Unreadable("damaged")
            self._sector = 1 << shift
            self._fat = self._table(self._fat_sectors())
            self._entries = dict(self._directory(_number(content, 0x30)))
            root = next((one for one in self._entries.values() if one.kind == _ROOT), None)
            self._minis = list(self._chain(root.start)) if root and root.size else []
        except (struct.error, IndexError):
            raise Unreadable("damaged") from None

    def __contains__(self, name: str) -> bool:
        """Whether there is a stream of that name, in whatever folder."""
        found = self._entries.get(name)
        return found is not None and found.kind == _STREAM

    def beginning(self, name: str) -> bytes:
        """The first bytes of a stream, up to one sector; none where there is no such stream."""
        found = self._entries.get(name)
        if found is None or found.size == 0:
            return b""
        if found.size >= _MINI_BELOW:
            return self._at(found.start)[: found.size]
        number, offset = divmod(found.start * _MINI, self._sector)
        if number >= len(self._minis):
            raise Unreadable("damaged")
        within = self._at(self._minis[number])[offset : offset + _MINI]
        return within[: found.size]

    def _directory(self, start: int) -> Iterator[tuple[str, _Entry]]:
        for sector in self._chain(start):
            entries = self._at(sector)
            for place in range(0, len(entries) - _ENTRY + 1, _ENTRY):
                entry = entries[place : place + _ENTRY]
                length, kind = _number(entry, 0x40, 2), entry[0x42]
                if kind in (_STREAM, _ROOT) and 2 <= length <= 64:
                    name = entry[: length - 2].decode("utf-16-le", errors="replace")
                    yield name, _Entry(kind, _number(entry, 0x74), _number(entry, 0x78))

    def _fat_sectors(self) -> Iterator[int]:
        """Where the table of sectors lies: named in the header, then in sectors of their own."""
        yield from _real(struct.unpack_from("<109I", self._content, 0x4C))
        sector, seen = _number(self._content, 0x44), 0
        while sector <= _LAST_REAL and seen <= len(self._content) // self._sector:
            *named, following = self._numbers(sector)
            yield from _real(named)
            sector, seen = following, seen + 1

    def _table(self, sectors: Iterator[int]) -> list[int]:
        bounded = islice(sectors, len(self._content) // self._sector)
        return [number for sector in bounded for number in self._numbers(sector)]

    def _chain(self, sector: int) -> Iterator[int]:
        for _ in range(len(self._content) // self._sector):
            if sector > _LAST_REAL:
                return
            yield sector
            sector = self._fat[sector]
        if sector <= _LAST_REAL:
            raise Unreadable("damaged")

    def _numbers(self, sector: int) -> tuple[int, ...]:
        return struct.unpack(f"<{self._sector // 4}I", self._at(sector))

    def _at(self, sector: int) -> bytes:
        place = (sector + 1) * self._sector
        return self._content[place : place + self._sector]


def _number(content: bytes, place: int, size: int = 4) -> int:
    return int(struct.unpack_from("<I" if size == 4 else "<H", content, place)[0])


def _real(sectors: tuple[int, ...] | list[int]) -> Iterator[int]:
    return (sector for sector in sectors if sector <= _LAST_REAL)
