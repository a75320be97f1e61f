"""Reading a file: its format by content, its blocks by format, its report by the interpreter."""

import re
from pathlib import Path
from typing import Final

import orjson

from yangguang.annual_report import as_json
from yangguang.annual_report.blocks import Document, Grid
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.fold import simplify
from yangguang.annual_report.interpret import interpret
from yangguang.annual_report.interpret.cells import within_reason
from yangguang.annual_report.reading.decode import decode
from yangguang.annual_report.reading.html import read_html
from yangguang.annual_report.reading.office import is_old, modernised
from yangguang.annual_report.reading.text import read_text
from yangguang.annual_report.refusals import EMPTY, LARGEST, NO_REPORT, too_large
from yangguang.annual_report.report import AnnualReport

_INSTEAD: Final = "请另存为 Word（DOCX）、网页（HTML）或纯文本（TXT）后重新选择。"
_OTHER_FORMATS: Final = (
    (b"\x89PNG", "这是图片，不是年度报告的文字。"),
    (b"\xff\xd8\xff", "这是图片，不是年度报告的文字。"),
    (b"GIF8", "这是图片，不是年度报告的文字。"),
    (b"Rar!", "这是压缩包，请先解压。"),
    (b"7z\xbc\xaf", "这是压缩包，请先解压。"),
    (b"\x1f\x8b", "这是压缩包，请先解压。"),
)
_PACKAGE: Final = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|table|p|meta)\b", re.IGNORECASE
)
_SUBJECT: Final = re.compile(r"信息\s*公开|政务\s*公开|依申请\s*公开|主动\s*公开")
_HEAD: Final = 4096
_PDF: Final = b"%PDF-"
_PDF_HEAD: Final = 1024


def read(path: Path | str) -> AnnualReport:
    """The report in the file at `path`. Raises Unreadable, whose text says why and what to do."""
    path = Path(path)
    try:
        if path.is_dir():
            raise Unreadable("这是文件夹，不是文件。请给出年度报告的文件名。")
        if path.stat().st_size > LARGEST:
            raise Unreadable(too_large(LARGEST))
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("没有这个文件，请检查文件名和所在的文件夹。") from None
    except PermissionError:
        raise Unreadable("没有读取这个文件的权限，请检查文件权限。") from None
    except OSError:
        raise Unreadable("文件打不开，请检查文件是否正被占用或已损坏。") from None
    return read_bytes(path.name, data)


def read_bytes(name: str, data: bytes) -> AnnualReport:
    """The report in `data`, a file called `name`. Raises Unreadable."""
    if not data.strip():
        raise Unreadable(EMPTY)
    if len(data) > LARGEST:
        raise Unreadable(too_large(LARGEST))
    for beginning, what in _OTHER_FORMATS:
        if data.startswith(beginning):
            raise Unreadable(what + _INSTEAD)
    if is_pdf(data):
        from yangguang.annual_report.reading.pdf import read_pdf

        return _report(read_pdf(name, data))
    if is_old(data):
        data = modernised(data)
    if data.startswith(_PACKAGE):
        from yangguang.annual_report.reading.office_package import read_package

        return _report(read_package(name, data))
    text = decode(data)
    if text.lstrip().startswith("{"):
        return _read_object(name, text)
    document = read_html(name, text) if _MARKUP.search(text, 0, _HEAD) else read_text(name, text)
    return _report(document, text)


def is_pdf(data: bytes) -> bool:
    """Whether a file that begins with `data` (1 KB is enough) is a PDF."""
    return _PDF in data[:_PDF_HEAD]


def _report(document: Document, text: str = "") -> AnnualReport:
    """The report in a file's blocks; `text` is the whole file, where it is text.

    Raises Unreadable where the file is about something else. One that is about disclosure and holds
    no section and no table (a page that only links to the report, statistics of years before the
    form) is a report of which nothing was found, and a finding says so.
    """
    report = interpret(document)
    is_report = bool(report.tables or report.title)
    if not is_report and (report.year is not None or report.sections):
        # Without title and tables it must at least be about disclosure.
        is_report = bool(_SUBJECT.search(simplify(text or _words(document))))
    if not is_report:
        raise Unreadable(NO_REPORT)
    return report


def _words(document: Document) -> str:
    return "\n".join(
        " ".join(cell.text for row in block.rows for cell in row)
        if isinstance(block, Grid)
        else block.text
        for block in document.blocks
    )


def _read_object(name: str, text: str) -> AnnualReport:
    try:
        return within_reason(as_json.load({**orjson.loads(text), "file": name}))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError):
        pass
    raise Unreadable(
        "这个 JSON 文件不是本系统导出的年度报告，或不完整。"
        "请使用 yangguang read --json 的输出，一个文件一份报告。"
    ) from None
