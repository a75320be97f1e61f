"""What a report says now: the compiled figures, with the words that were written beside them."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from yangguang.annual_report import as_json
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.form.sections import PARTS, PREAMBLE
from yangguang.annual_report.report import AnnualReport, Section
from yangguang.casework import moment
from yangguang.reporting import phrases, published
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.models import SectionText, Version, YearReport
from yangguang.reporting.recorded import registry


def draft(
    report: YearReport, compiled: Compiled, typed: Mapping[int, str] | None = None
) -> AnnualReport:
    """The report as it would be sent up now, over the figures compiled for it.

    References to figures are filled in, those to the records as known at the moment of compiling;
    what names none stays as it is written. `typed`: words of sections that are not kept yet.
    """
    written = _written(report, typed)
    beside = _beside_the_tables(report, compiled, written)
    said = {part: phrases.filled(written.get(part, ""), compiled.report, beside) for part in PARTS}
    sections = tuple(
        Section(number, title, said[number], position=number) for number, title in SECTIONS.items()
    )
    return replace(compiled.report, preamble=said[PREAMBLE], sections=sections)


def beside_the_tables(report: YearReport, compiled: Compiled) -> dict[str, Decimal]:
    """The figures of the records that its words name: name → figure, as `draft` fills them in."""
    return _beside_the_tables(report, compiled, _written(report, None))


def _beside_the_tables(
    report: YearReport, compiled: Compiled, written: Mapping[int, str]
) -> dict[str, Decimal]:
    names = {name for text in written.values() for name in phrases.names(text)}
    return registry.values(report.agency, report.year, compiled.known_at, names)


def _written(report: YearReport, typed: Mapping[int, str] | None) -> dict[int, str]:
    return {number: one.text for number, one in texts(report).items()} | dict(typed or {})


def texts(report: YearReport) -> dict[int, SectionText]:
    """The text of each section, and of the preamble (0), that has one: what was left last."""
    return {one.section: one for one in report.texts.order_by("pk")}


def content(version: Version) -> AnnualReport:
    """What a version says."""
    return as_json.load(version.content)


def public(report: YearReport) -> Version | None:
    """The version that everyone reads; None before there is one."""
    found = published.latest(report.agency, report.year, moment.now())
    return found.version if found else None


def previous(report: YearReport) -> AnnualReport | None:
    """What the agency published on the year before; None where it is not here."""
    return published.year_before(report.agency, report.year)
