"""Which office document a ZIP package holds, told by its members, and its blocks."""

from typing import Final

from yangguang.annual_report.blocks import Document
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.docx import read_docx
from yangguang.annual_report.reading.package import Package
from yangguang.annual_report.reading.xlsx import read_xlsx

_INSTEAD: Final = "请另存为 Word（DOCX）或网页（HTML）后重新选择。"
_OTHERS: Final = (
    ("ofd.xml", "这是 OFD 版式文件，目前还不能读取。" + _INSTEAD),
    ("mimetype", "这是 OpenDocument（ODT、ODS）一类的文件，目前还不能读取。" + _INSTEAD),
    ("ppt/presentation.xml", "这是幻灯片（PPTX），不是年度报告正文。请选择年度报告的文件。"),
)
_BINARY: Final = "这是二进制的 Excel（XLSB）文件，目前还不能读取。请另存为 XLSX 后重新选择。"
_ARCHIVE: Final = "这是压缩包，请先解压，再选里面的年度报告。"


def read_package(file: str, data: bytes) -> Document:
    """The blocks of the document in a package. Raises Unreadable."""
    package = Package(data)
    main = package.main()
    if main.lower().endswith(".bin"):
        raise Unreadable(_BINARY)
    content = package.part(main) or b""
    if main.startswith("word/") or b"wordprocessingml" in content:
        return read_docx(file, package, main, content)
    if main.startswith("xl/") or b"spreadsheetml" in content:
        return read_xlsx(file, package, main, content)
    raise Unreadable(next((what for name, what in _OTHERS if name in package), _ARCHIVE))
