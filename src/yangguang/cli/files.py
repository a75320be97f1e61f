"""The files named on the command line, read one by one.

Text of the size of a report is read in this process, which is fastest; everything else in the
confined child of `annual_report.worker`: a file from a stranger may not take the machine with it.
"""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from yangguang.annual_report.formats import NAMES, WITH_LIBREOFFICE
from yangguang.cli.fault import sentence

if TYPE_CHECKING:
    from yangguang.annual_report.report import AnnualReport
    from yangguang.annual_report.worker import Worker

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="文件…",
        help=f"年度报告：{NAMES}；{WITH_LIBREOFFICE}。",
        rich_help_panel="参数",
        show_default=False,
    ),
]
ReportFile = Annotated[
    Path,
    typer.Argument(metavar="文件", help="年度报告。", rich_help_panel="参数", show_default=False),
]
UNREADABLE = 2
"""The exit code when a file could not be read."""

PLAIN_SIZE = 300_000
"""The largest text or page, in bytes, that is read in this process; a report has a tenth of it."""

_NOT_PLAIN = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_PDF = b"%PDF-"

TOO_INTRICATE = "文件的结构一层套一层，深得读不了。请把报告正文单独另存为文本后再试。"


class Readings(NamedTuple):
    """What came of some files: the reports in the order of the files, and whether all were read."""

    reports: list["AnnualReport"]
    complete: bool


class Taken(NamedTuple):
    """A report, and the bytes of the file that it was read from."""

    report: "AnnualReport"
    content: bytes


def read_files(paths: Iterable[Path]) -> Readings:
    """Read every file; of those that give no report, say why on standard error and go on."""
    taken = [one for _path, one in read_each(paths)]
    reports = [one.report for one in taken if one]
    return Readings(reports, complete=len(reports) == len(taken))


def read_each(paths: Iterable[Path]) -> Iterator[tuple[Path, Taken | None]]:
    """Each file with what it gives; None: it gives no report, and why was said."""
    from yangguang.annual_report.worker import Worker

    with Worker() as worker:
        for path in paths:
            yield path, _taken(path, worker)


def _taken(path: Path, worker: "Worker") -> Taken | None:
    from dataclasses import replace

    from yangguang.annual_report.errors import Unreadable
    from yangguang.cli.terminal import one_line

    name = as_text(path)
    try:
        data = _content(path)
        # The path as it was typed: file names alone repeat from folder to folder.
        return Taken(replace(_report(path.name, data, worker), file=name), data)
    except Unreadable as reason:
        why = str(reason)
    except (RecursionError, MemoryError):
        why = TOO_INTRICATE
    except Exception as fault:
        why = sentence(fault)  # one file that the program is not up to must not cost the others
    typer.echo(f"{one_line(name)}：{why}", err=True)
    return None


def _report(name: str, data: bytes, worker: "Worker") -> "AnnualReport":
    """The report in `data`; in the worker's child unless it is text of a report's size."""
    if len(data) <= PLAIN_SIZE and not data.startswith(_NOT_PLAIN) and _PDF not in data[:1024]:
        from yangguang.annual_report import read_bytes

        return read_bytes(name, data)
    from tempfile import NamedTemporaryFile

    from yangguang.annual_report import as_json

    with NamedTemporaryFile(prefix="yangguang-") as file:
        file.write(data)
        file.flush()
        return as_json.load(worker.read(Path(file.name), name)["report"])


def as_text(path: Path) -> str:
    """The path as text that can be printed and sent on, whatever bytes the name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _content(path: Path) -> bytes:
    """What the file holds, opened once: a pipe can be read only once, and a device never ends."""
    from yangguang.annual_report.errors import Unreadable
    from yangguang.annual_report.refusals import LARGEST, too_large

    if path.is_dir():
        raise Unreadable("这是一个文件夹，请写出其中的文件，例如 文件夹/*.html。")
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Unreadable("没有这个文件，请核对路径和文件名。") from None
    except PermissionError:
        raise Unreadable("没有读取这个文件的权限，请先取得权限。") from None
    except OSError as fault:
        if fault.errno == errno.ELOOP:
            raise Unreadable("这个链接指来指去又指回自己，请改写它所指的文件。") from None
        raise Unreadable(f"文件打不开（{fault.strerror}），请检查文件和磁盘。") from None
    if len(data) > LARGEST:
        raise Unreadable(too_large(LARGEST))
    if not data:
        raise Unreadable("这是一个空文件，请换成有内容的文件。")
    return data
