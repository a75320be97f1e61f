"""Packages for the archives as ZIP: of a case, and of many cases as it is read, a case at a time.

In each: the files, a catalogue, and the digest of each file. A catalogue is CSV with a mark of its
encoding, for that is what a spreadsheet opens; digests are SM3, in the form that `sm3sum` tools
read, and over many cases SHA-256 beside them, for `sha256sum -c`.
"""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from yangguang.annual_report.writing.csv_cells import harmless
from yangguang.casework.digests import digest
from yangguang.casework.download import plain_name

CATALOGUE: Final = "目录.csv"
DIGESTS: Final = "SM3.txt"
SHA_DIGESTS: Final = "SHA256SUMS"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The same files make the same package: a ZIP keeps a time for each."""


def write(number: str, place: str, files: Iterable[tuple[str, bytes]]) -> bytes:
    """The ZIP, its folder called by the case's number. `files`: path in it, content."""
    catalogue = io.StringIO(newline="")
    rows = csv.writer(catalogue)
    rows.writerow(["案件编号", "档号", "序号", "文件", "字节", "SM3"])
    digests = []
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, (path, content) in enumerate(files, 1):
            safe = "/".join(plain_name(part) for part in path.split("/", 1))
            mark = digest(content)
            rows.writerow([number, place, at, harmless(safe), len(content), mark])
            digests.append(f"{mark}  {safe}\n")
            _put(archive, f"{number}/{safe}", content)
        listed = catalogue.getvalue().encode("utf-8-sig")
        digests.append(f"{digest(listed)}  {CATALOGUE}\n")
        _put(archive, f"{number}/{CATALOGUE}", listed)
        _put(archive, f"{number}/{DIGESTS}", "".join(digests).encode())
    return made.getvalue()


class Packed(NamedTuple):
    """The package of a case, as `write` gives it, with its line in the catalogue of all."""

    content: bytes
    line: tuple[str, ...]


class Sink(io.RawIOBase):
    """Where an archive is written to: what was written since is taken out again."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[bytes] = []

    def writable(self) -> bool:
        """It takes bytes."""
        return True

    def write(self, data: Any) -> int:
        """Keep them until they are taken."""
        self._kept.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last time."""
        data, self._kept = b"".join(self._kept), []
        return data


def pieces(heads: tuple[str, ...], packed: Iterable[Packed]) -> Iterator[bytes]:
    """The bytes of a ZIP of many cases, a folder each: in memory is one case at a time.

    `heads` are those of the catalogue of all; the number of files and their bytes are added to it.
    """
    sink, catalogue, digests, shas = Sink(), io.StringIO(newline=""), [], []
    rows = csv.writer(catalogue)
    rows.writerow([*heads, "文件数", "字节"])

    def put(path: str, content: bytes) -> None:
        digests.append(f"{digest(content)}  {path}\n")
        shas.append(f"{hashlib.sha256(content).hexdigest()}  {path}\n")
        archive.writestr(zipfile.ZipInfo(path, _EPOCH), content)  # what is inside is small already

    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for one in packed:
            count, size = 0, 0
            with zipfile.ZipFile(io.BytesIO(one.content)) as case:
                for entry in case.infolist():
                    content = case.read(entry)
                    put(entry.filename, content)
                    count, size = count + 1, size + len(content)
                    yield sink.taken()
            rows.writerow([*map(harmless, one.line), count, size])
        put(CATALOGUE, catalogue.getvalue().encode("utf-8-sig"))
        _put(archive, DIGESTS, "".join(digests).encode())
        _put(archive, SHA_DIGESTS, "".join(shas).encode())
    yield sink.taken()


def _put(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(path, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
