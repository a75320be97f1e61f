"""What a written report holds, in order: title, preamble, six sections with their tables."""

from collections.abc import Iterator
from typing import NamedTuple

from yangguang.annual_report.form import SECTIONS, Table
from yangguang.annual_report.form.sections import NUMERALS
from yangguang.annual_report.report import AnnualReport


class Part(NamedTuple):
    """A section as written: its heading with its numeral, its paragraphs, its table if any."""

    number: int
    heading: str
    paragraphs: tuple[str, ...]
    table: Table | None


def title_of(report: AnnualReport) -> str:
    """The title: agency, year and the report's fixed name."""
    year = f"{report.year}年" if report.year is not None else ""
    return f"{report.agency}{year}政府信息公开工作年度报告"


def preamble_of(report: AnnualReport) -> tuple[str, ...]:
    """The paragraphs before section one, without those that only repeat the title."""
    title = _plain(title_of(report))
    return tuple(
        paragraph
        for paragraph in _paragraphs(report.preamble)
        if _plain(paragraph) not in (title, _plain(report.agency))
        and not title.endswith(_plain(paragraph))
    )


def parts_of(report: AnnualReport) -> Iterator[Part]:
    """The sections that the report has, in its own order; and the tables of those it lacks."""
    written = set()
    for section in sorted(report.sections, key=lambda one: one.position):
        written.add(section.number)
        heading = f"{NUMERALS[section.number - 1]}、{section.title}"
        table = report.tables.get(section.number)
        yield Part(section.number, heading, _paragraphs(section.text), table)
    for number, table in sorted(report.tables.items()):
        if number not in written:
            heading = f"{NUMERALS[number - 1]}、{SECTIONS[number]}"
            yield Part(number, heading, (), table)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(paragraph for paragraph in text.split("\n") if paragraph.strip())


def _plain(text: str) -> str:
    return "".join(text.split()).replace("年度政府", "年政府")
