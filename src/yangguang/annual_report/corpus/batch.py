"""The unit of work: a batch of files, read one after the other in a worker and laid down as a part.

`read_batch` is one function of a picklable argument and a small picklable result, the same in a
process of this machine and on a cluster. It may be run twice with the same batch: one part.
"""

import errno
import hashlib
import os
import time
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

import orjson

from yangguang import __version__
from yangguang.annual_report.corpus import part
from yangguang.annual_report.corpus.part import FileRead, report_id
from yangguang.annual_report.corpus.place import cannot_write
from yangguang.annual_report.corpus.rows import cell_rows, claim_rows, finding_rows, report_row
from yangguang.annual_report.corpus.schema import CELLS, CLAIMS, FINDINGS, REPORTS
from yangguang.annual_report.errors import Unbuildable, Unreadable, UnreadableHere
from yangguang.annual_report.worker import CRASHED, LIMITS, Limits, Worker

SECONDS: Final = 10.0
"""After so long a batch ends with what it has; the rest is handed out anew."""
_HEAVY: Final = 8 * 1024 * 1024
"""So many bytes of answers make a batch end early, to keep memory bounded."""
_MACHINE: Final = frozenset(
    (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
)
"""Faults of the machine, not of a file: no file is to blame for them."""

GONE: Final = "清点之后文件不见了。如果是移走了，再运行一次 build 就会除名。"
FORBIDDEN: Final = "没有读取这个文件的权限，请先取得权限，再运行一次 build。"
CHANGING: Final = "正在读的时候文件被改动了。请等它写完，再运行一次 build。"
UNOPENED: Final = "文件打不开（{why}），请检查文件和磁盘，再运行一次 build。"
NOT_SEEN: Final = (
    "读文件的机器上看不到 {folder}。语料库和报告所在的文件夹，各台机器都要能用同一个路径读写。"
)
OTHER_VERSION: Final = "各台机器上阳光的版本要相同：这边是 {here}，读文件的机器上是 {there}。"


@dataclass(frozen=True, slots=True)
class Batch:
    """Files to read: where they are, which part their rows become, and the limits on each.

    `paths` are the bytes of their paths in the folder `source`; `out` is the corpus's folder.
    """

    out: Path
    source: Path
    part: str
    paths: tuple[bytes, ...]
    limits: Limits = LIMITS
    seconds: float = SECONDS
    program: str = __version__


class Told(NamedTuple):
    """What came of a batch: its part, files read, how many of them not, and those left over."""

    part: str
    files: int
    unreadable: int
    left: tuple[bytes, ...]


@dataclass(slots=True)
class _Gathered:
    """What a batch has so far."""

    files: list[FileRead] = field(default_factory=list)
    rows: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: {t.name: [] for t in (REPORTS, CELLS, FINDINGS, CLAIMS)}
    )
    known: dict[str, str | None] = field(default_factory=dict)
    """Digest → why it gave no report, of the contents met so far."""
    weight: int = 0


def as_text(path: bytes) -> str:
    """A path as text, whatever bytes it is made of."""
    return path.decode("utf-8", "backslashreplace")


def read_batch(batch: Batch, worker: Worker | None = None) -> Told:
    """Read the files of `batch` and write its part; files left when the time is up are told.

    `worker` saves starting one, where the caller has one with the limits of the batch. Raises
    Unbuildable where the machine cannot go on: a full disk, folders that it does not see.
    """
    if batch.program != __version__:
        raise Unbuildable(OTHER_VERSION.format(here=batch.program, there=__version__))
    place = batch.out / "parts" / batch.part
    for folder in (batch.source, place.parent):
        if not folder.is_dir():
            raise Unbuildable(NOT_SEEN.format(folder=folder))
    if not place.is_dir():
        with nullcontext(worker) if worker else Worker(batch.limits) as reader:
            gathered = _read(batch, reader)
        try:
            part.write(place, gathered.files, gathered.rows)
        except OSError as fault:
            raise cannot_write(batch.out, fault) from None
    return _told(batch, place)


def _told(batch: Batch, place: Path) -> Told:
    """What the part says: where two have done the same batch, only one of the parts is kept."""
    files = list(part.files_read(place))
    done = {file.path for file in files}
    left = tuple(path for path in batch.paths if path not in done)
    return Told(batch.part, len(files), sum(f.reason is not None for f in files), left)


def _read(batch: Batch, worker: Worker) -> _Gathered:
    gathered = _Gathered()
    until = time.monotonic() + batch.seconds
    for path in batch.paths:
        _read_file(batch, path, worker, gathered)
        if gathered.weight > _HEAVY or time.monotonic() > until:
            break
    return gathered


def _read_file(batch: Batch, path: bytes, worker: Worker, gathered: _Gathered) -> None:
    full = Path(os.fsdecode(os.path.join(os.fsencode(batch.source), path)))
    size: int | None = None
    modified: int | None = None
    digest: str | None = None
    reason: str | None = None
    try:
        state = full.stat()
        size, modified = state.st_size, state.st_mtime_ns
        digest = _digest(full) if size <= batch.limits.file else None
        if digest and digest in gathered.known:
            reason = gathered.known[digest]
        else:
            answer = worker.read(full, as_text(os.path.basename(path)), claims=True)
            if digest is None or _state(full) != (size, modified):
                raise UnreadableHere(CHANGING)
            _gather(answer, path, digest, size, gathered)
    except UnreadableHere as why:
        reason, modified = str(why), None
    except Unreadable as why:
        reason = str(why)
    except OSError as fault:
        reason, modified = _why(fault, batch), None
    except Exception:
        # One file that the program is not up to must not cost the others.
        reason = CRASHED
    if digest and modified is not None:
        gathered.known[digest] = reason
    report = report_id(digest) if digest and reason is None else None
    gathered.files.append(FileRead(path, report, digest, size, modified, reason))


def _gather(answer: Any, path: bytes, digest: str, size: int, gathered: _Gathered) -> None:
    id = report_id(digest)
    about = {"report": id, "file": as_text(path), "digest": digest, "bytes": size}
    made = {
        REPORTS.name: [report_row(answer, about)],
        CELLS.name: list(cell_rows(answer, id)),
        FINDINGS.name: list(finding_rows(answer, id)),
        CLAIMS.name: list(claim_rows(answer, id)),
    }
    gathered.weight += len(orjson.dumps(answer))
    for table, rows in made.items():
        gathered.rows[table] += rows


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _state(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def _why(fault: OSError, batch: Batch) -> str:
    if fault.errno in _MACHINE:
        raise cannot_write(batch.out, fault) from None
    if not batch.source.is_dir():
        raise Unbuildable(NOT_SEEN.format(folder=batch.source)) from None
    match fault:
        case FileNotFoundError():
            return GONE
        case PermissionError():
            return FORBIDDEN
        case _:
            return UNOPENED.format(why=fault.strerror)
