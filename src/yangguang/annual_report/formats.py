"""Which kinds of file can be read, as the command line, the page and the sentences name them.

Light to load: `yangguang --help` names them.
"""

from typing import Final, NamedTuple


class Format(NamedTuple):
    """A kind of file: what people call it, and the endings that its files usually have."""

    name: str
    endings: tuple[str, ...]


FORMATS: Final = (
    Format("Word（DOCX）", (".docx", ".docm")),
    Format("PDF", (".pdf",)),
    Format("Excel（XLSX）", (".xlsx", ".xlsm")),
    Format("网页（HTML）", (".html", ".htm")),
    Format("纯文本（TXT）", (".txt",)),
    Format("Markdown", (".md",)),
    Format("JSON", (".json",)),
)
"""The formats that are read everywhere."""

BY_CONVERSION: Final = Format("DOC、WPS、XLS、ET、RTF", (".doc", ".wps", ".xls", ".et", ".rtf"))
"""The formats that are read where LibreOffice is installed."""

NAMES: Final = "、".join(one.name for one in FORMATS)
"""The formats in one phrase: Word（DOCX）、Excel（XLSX）…"""

WITH_LIBREOFFICE: Final = f"{BY_CONVERSION.name} 要装有 LibreOffice 才能读"
"""What to know about the older formats."""
