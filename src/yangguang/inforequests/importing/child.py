"""The child that reads strangers' tables, confined: `read` asks it."""

from pathlib import Path
from typing import Final

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.worker import Json, Worker, serve
from yangguang.inforequests.importing import table
from yangguang.inforequests.importing.table import Line, NotATable

_COMMAND: Final = ("-m", __name__)
_BROKE_OFF: Final = "这张表格读得太久或者太大，已经停下。请只留要导入的表，另存一份再选。"


def read(path: Path) -> list[Line]:
    """The rows of the table in a file, the head first. Raises NotATable."""
    if path.stat().st_size > table.MOST_BYTES:
        raise NotATable(f"文件超过 {table.MOST_BYTES // 1024 // 1024} MB，请分成几个文件。")
    try:
        with Worker(command=_COMMAND) as worker:
            answer = worker.ask({"path": str(path.resolve())})
    except Unreadable:
        raise NotATable(_BROKE_OFF) from None
    if "refused" in answer:
        raise NotATable(answer["refused"])
    return [Line(at, cells) for at, cells in answer["lines"]]


def _handle(job: Json) -> Json:
    try:
        return {"lines": table.read(Path(job["path"]).read_bytes())}
    except NotATable as why:
        return {"refused": str(why)}


if __name__ == "__main__":
    serve(_handle)
