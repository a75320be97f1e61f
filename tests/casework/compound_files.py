"""Older Office files for tests: compound files of some streams, in sectors of 512 ([MS-CFB])."""

import struct
from collections.abc import Mapping
from typing import Final

from yangguang.casework.compound_file import MAGIC

_SECTOR: Final = 512
_MINI: Final = 64
_MINI_BELOW: Final = 4096
_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE_ROOT, _STREAM = 5, 2


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A compound file: the table of sectors (0), the directory (from 1), then the streams."""
    minis = b"".join(_filled(one, _MINI) for one in streams.values() if len(one) < _MINI_BELOW)
    large = [one for one in streams.values() if len(one) >= _MINI_BELOW]
    in_directory = -(-(len(streams) + 1) // 4)
    chains = [in_directory, _sectors(minis), *map(_sectors, large)]
    starts = [1 + sum(chains[:place]) for place in range(len(chains))]

    entries = [_entry("Root Entry", _STORAGE_ROOT, starts[1] if minis else _END, len(minis))]
    next_mini, next_large = 0, iter(starts[2:])
    for name, content in streams.items():
        is_mini = len(content) < _MINI_BELOW
        start = next_mini if is_mini else next(next_large)
        next_mini += -(-len(content) // _MINI) if is_mini else 0
        entries.append(_entry(name, _STREAM, start, len(content)))

    body = [_filled(b"".join(entries), _SECTOR), _filled(minis, _SECTOR)]
    body += [_filled(one, _SECTOR) for one in large]
    return _header() + _table(chains) + b"".join(body)


def _header() -> bytes:
    fields = struct.pack(
        "<HHHHH6xIIIIIIIIII",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, _MINI_BELOW, _END, 0, _END, 0, 0),
    )
    return MAGIC + bytes(16) + fields + struct.pack("<108I", *[_FREE] * 108)


def _table(chains: list[int]) -> bytes:
    numbers = [_FAT]
    for length in chains:
        following = range(len(numbers) + 1, len(numbers) + length)
        numbers += [*following, _END] if length else []
    return struct.pack("<128I", *numbers, *[_FREE] * (128 - len(numbers)))


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le")
    return (
        said.ljust(64, b"\0")
        + struct.pack("<HBB", len(said) + 2, kind, 1)
        + struct.pack("<3I", _FREE, _FREE, _FREE)
        + bytes(36)
        + struct.pack("<IIi", start, size, 0)
    )


def _sectors(content: bytes) -> int:
    return -(-len(content) // _SECTOR)


def _filled(content: bytes, to: int) -> bytes:
    return content + bytes(-len(content) % to)
