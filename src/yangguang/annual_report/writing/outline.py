"""What a written report holds, in order: title, preamble, six sections with their tables."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from yangguang.annual_report.fold import fold
from yangguang.annual_report.form import Table
from yangguang.annual_report.form.sections import NUMERALS, heading
from yangguang.annual_report.report import AnnualReport

_TITLE_LINE: Final = 20
"""Characters of 22 pt in 156 mm."""


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


def title_lines(report: AnnualReport) -> tuple[str, ...]:
    """The title, a long one in two lines: the agency, and what it reports (GB/T 9704-2012)."""
    title = title_of(report)
    if len(title) <= _TITLE_LINE or not report.agency:
        return (title,)
    return report.agency, title.removeprefix(report.agency)


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
    sections = sorted(report.sections, key=lambda one: one.position)
    homeless = sorted(set(report.tables) - {section.number for section in sections})
    for section in sections:
        while homeless and homeless[0] < section.number:
            yield _table_alone(report, homeless.pop(0))
        titled = f"{NUMERALS[section.number - 1]}、{section.title}"
        table = report.tables.get(section.number)
        yield Part(section.number, titled, _paragraphs(section.text), table)
    for number in homeless:
        yield _table_alone(report, number)


def _table_alone(report: AnnualReport, number: int) -> Part:
    return Part(number, heading(number), (), report.tables[number])


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(paragraph for paragraph in text.split("\n") if paragraph.strip())


def _plain(text: str) -> str:
    return "".join(fold(text).split()).replace("年度政府", "年政府")
