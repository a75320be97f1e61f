"""Reading a file: its format, its blocks, its report."""

from pathlib import Path

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.interpret import interpret
from yangguang.annual_report.reading.decode import decode
from yangguang.annual_report.reading.text import read_text
from yangguang.annual_report.report import AnnualReport


def read_bytes(name: str, data: bytes) -> AnnualReport:
    """The report in `data`, a file called `name`. Raises Unreadable."""
    text = decode(data)
    return interpret(read_text(name, text))


def read(path: Path | str) -> AnnualReport:
    """The report in the file at `path`. Raises Unreadable."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable("文件打不开。") from error
    return read_bytes(path.name, data)
