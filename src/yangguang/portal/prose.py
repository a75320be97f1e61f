"""The report's own words, section by section, with what findings point at marked."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from django.utils.translation import gettext

from yangguang.annual_report.form.sections import NUMERALS
from yangguang.annual_report.report import AnnualReport, SourceLine
from yangguang.portal.marked_text import Mark, Paragraph, paragraphs


class Part(NamedTuple):
    """One section: its heading as printed and its paragraphs."""

    number: int
    heading: str
    paragraphs: list[Paragraph]
    table: bool = False
    """Whether the section has a table."""
    is_cut: bool = False
    """Whether there is more than is shown: a page has room for many reports' worth, not for all."""


MOST_PARAGRAPHS: Final = 2000
MOST_CHARACTERS: Final = 200_000


def of(report: AnnualReport, marks: Sequence[Mark]) -> list[Part]:
    """The preamble, where there is one, then the sections in the order of the file."""
    parts = [_part(0, gettext("前言"), report.preamble, report.preamble_lines, marks)]
    for section in sorted(report.sections, key=lambda s: s.position):
        heading = f"{NUMERALS[section.number - 1]}、{section.title}"
        part = _part(section.number, heading, section.text, section.lines, marks)
        parts.append(part._replace(table=section.number in report.tables))
    return [part for part in parts if part.number or part.paragraphs]


def _part(
    number: int, heading: str, text: str, lines: Iterable[SourceLine], marks: Sequence[Mark]
) -> Part:
    mine = [mark for mark in marks if mark.span.section == number]
    shown = text[:MOST_CHARACTERS]
    printed_at = [(line.start, line.place.line) for line in lines if line.start < len(shown)]
    found = paragraphs(shown, mine, printed_at)
    is_cut = len(shown) < len(text) or len(found) > MOST_PARAGRAPHS
    return Part(number, heading, found[:MOST_PARAGRAPHS], is_cut=is_cut)
