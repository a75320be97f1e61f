"""Writing a report: the official form in the formats that offices, readers and programs use.

`write(report, "docx")` gives the bytes of a file. What a format holds survives being read again:
agency, year, edition, the text of the sections, and every figure; statuses in JSON only.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from yangguang.annual_report.report import AnnualReport

WRITERS: Final[dict[str, str]] = {
    "docx": "yangguang.annual_report.writing.docx",
    "html": "yangguang.annual_report.writing.html",
    "pdf": "yangguang.annual_report.writing.pdf",
    "xlsx": "yangguang.annual_report.writing.xlsx",
    "json": "yangguang.annual_report.writing.json_object",
    "csv": "yangguang.annual_report.writing.csv_cells",
}
"""Format → the module with a function `write(report) -> bytes`; loaded when asked."""


def write(report: AnnualReport, to: str) -> bytes:
    """`report` as a file of the format `to`, one of `WRITERS`.

    Raises KeyError for another format, and Unwritable where what the format needs is not there.
    """
    writer: Callable[[AnnualReport], bytes] = import_module(WRITERS[to]).write
    return writer(report)
