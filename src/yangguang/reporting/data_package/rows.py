"""The lines of the package's files."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

from yangguang.annual_report.money import stated
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing.csv_cells import harmless, lines
from yangguang.reporting import published
from yangguang.reporting.data_package.csv_file import Row
from yangguang.reporting.models import Publication


def of_report(one: Publication, said: AnnualReport) -> Row:
    """A report as it is public now."""
    agency, version = one.agency, one.version
    return (
        name_of(one),
        agency.slug,
        harmless(said.agency),
        agency.region.code,
        agency.kind,
        agency.level,
        one.year,
        one.number,
        said.edition.value if said.edition else "",
        harmless(said.title),
        _day(one),
        moment(version.known_at) if version.known_at else "",
        _address(one),
    )


def of_cells(one: Publication, said: AnnualReport) -> Iterator[Row]:
    """Its figures."""
    name = name_of(one)
    return ((name, *line) for line in lines(said))


def of_sections(one: Publication, said: AnnualReport) -> Iterator[Row]:
    """Its words, in its own order; what stands before section one is section 0."""
    parts = [(0, "", said.preamble)] if said.preamble.strip() else []
    ordered = sorted(said.sections, key=lambda section: section.position)
    parts += [(section.number, section.title, section.text) for section in ordered]
    name = name_of(one)
    for place, (number, title, text) in enumerate(parts, 1):
        yield name, place, number, harmless(title), harmless(text)


def of_version(one: Publication) -> Row:
    """A version that is public, or was."""
    version, digests = one.version, published.digests_of(one.version)
    return (
        name_of(one),
        one.number,
        _day(one),
        version.origin,
        moment(version.known_at) if version.known_at else "",
        harmless(version.note),
        digests.sha256,
        digests.sm3,
        _address(one),
    )


def of_correction(one: Publication, before: AnnualReport, after: AnnualReport) -> Iterator[Row]:
    """What a version changed of the one before it; sums of money in 万元, as they are compared."""
    for item in one.version.changes:
        values = (_plain(stated(before, item)), _plain(stated(after, item)))
        yield (name_of(one), one.number, item, *values)


def name_of(one: Publication) -> str:
    """How a report is called in the package."""
    return f"{one.agency.slug}/{one.year}"


def moment(at: datetime) -> str:
    """A moment as Table Schema has it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(one: Publication) -> str:
    return one.published_on.isoformat() if one.published_on else ""


def _address(one: Publication) -> str:
    return f"/agencies/{one.agency.slug}/reports/{one.year}/v{one.number}"


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
