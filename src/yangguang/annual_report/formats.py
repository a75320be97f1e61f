"""Which kinds of file can be read, as the command line, the page and the sentences name them.

Light to load: `yangguang --help` names them.
"""

from typing import Final

NAMES: Final = "Word（DOCX）、PDF、Excel（XLSX）、网页（HTML）、纯文本（TXT）、Markdown、JSON"
"""The formats that are read everywhere, in one phrase."""

WITH_LIBREOFFICE: Final = "DOC、WPS、XLS、ET、RTF 要装有 LibreOffice 才能读"
"""What to know about the older formats."""
