"""The package of a case for the archives: files, a catalogue, and the digest of each, as a ZIP.

The catalogue is CSV with a mark of its encoding, for that is what a spreadsheet opens; digests are
SM3, in the form that `sm3sum` tools read.
"""

import csv
import io
import zipfile
from collections.abc import Iterable
from typing import Final

from yangguang.casework.digests import digest
from yangguang.casework.download import plain_name

CATALOGUE: Final = "目录.csv"
DIGESTS: Final = "SM3.txt"
_FORMULA: Final = ("=", "+", "-", "@", "\t")
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
            rows.writerow([number, place, at, _as_text(safe), len(content), mark])
            digests.append(f"{mark}  {safe}\n")
            _put(archive, f"{number}/{safe}", content)
        listed = catalogue.getvalue().encode("utf-8-sig")
        digests.append(f"{digest(listed)}  {CATALOGUE}\n")
        _put(archive, f"{number}/{CATALOGUE}", listed)
        _put(archive, f"{number}/{DIGESTS}", "".join(digests).encode())
    return made.getvalue()


def _put(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(path, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _as_text(value: str) -> str:
    """A name that a spreadsheet would take for a formula is marked as text."""
    return f"'{value}" if value.startswith(_FORMULA) else value
