"""A report in the formats in which it can be taken along."""

import json
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from django.utils.translation import gettext_lazy

from yangguang.annual_report.worker import WRITING
from yangguang.casework import turns


class Format(NamedTuple):
    """A format as a link calls it, and as a browser is told of it."""

    name: str
    kind: str


_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
FORMATS: Final = {
    "docx": Format("Word", f"{_OFFICE}wordprocessingml.document"),
    "pdf": Format("PDF", "application/pdf"),
    "xlsx": Format("Excel", f"{_OFFICE}spreadsheetml.sheet"),
    "html": Format(gettext_lazy("网页"), "text/html; charset=utf-8"),
    "csv": Format("CSV", "text/csv; charset=utf-8"),
    "json": Format("JSON", "application/json; charset=utf-8"),
}
"""Ending → format, in the order in which they are offered; a test holds them to the writers."""

_LONGEST_AGENCY: Final = 48
"""Characters: with the year and the title the name stays below the 255 bytes that systems take."""
_IN_NO_NAME: Final = str.maketrans("", "", '\\/:*?"<>|')


def written(report: dict[str, Any], to: str) -> bytes:
    """as_json's object `report` as a file; JSON with its findings, as the command line prints it.

    Raises Unwritable, and Crowded where too many want one.
    """
    if to == "json":
        return json.dumps(report, ensure_ascii=False).encode() + b"\n"
    with turns.worker(WRITING) as writer:
        return writer.write(report, to)


def disposition(report: dict[str, Any], to: str, version: int = 1) -> str:
    """What tells a browser the file's name: in Chinese, and plainly for what knows only ASCII.

    A corrected `version` (from 2) has another name than the one of before.
    """
    year = report.get("year") or ""
    agency = "".join(c for c in report.get("agency") or "" if c.isprintable())
    agency = agency.translate(_IN_NO_NAME)[:_LONGEST_AGENCY].strip(" .")
    of_year = f"{year}年" if year else ""
    corrected = f"（第{version}版）" if version > 1 else ""
    name = f"{agency}{of_year}政府信息公开工作年度报告{corrected}.{to}"
    plain = plain_name(report.get("year"), to, version)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"


def plain_name(year: int | None, to: str, version: int = 1) -> str:
    """The file's name where only ASCII is known."""
    of_year = f"-{year}" if year else ""
    corrected = f"-v{version}" if version > 1 else ""
    return f"report{of_year}{corrected}.{to}"
