"""What is offered beside the words of a report: a first draft, and live figures by what they are
about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.urls import reverse

from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.reporting import phrases
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.first_drafts import first_draft, first_preamble
from yangguang.reporting.models import YearReport
from yangguang.reporting.phrases import Phrase
from yangguang.reporting.recorded import registry
from yangguang.reporting.recorded.figure import Recorded
from yangguang.reporting.rolling_up.scope import adds_up
from yangguang.reporting.topics import TOPIC_NAMES, Topic

INSERT: Final = "insert"
INSERT_LINES: Final = "insert_lines"
"""The buttons that put a sentence, or whole paragraphs, into the text that is being written."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence or paragraph: what is put in, what it says now, where its cases are if anywhere.

    `is_minor`: it says nought, or one kind of applicant of seven.
    """

    text: str
    said: str
    address: str = ""
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Live figures about one thing."""

    name: str
    major: list[Offer]
    minor: list[Offer]


@dataclass(frozen=True, slots=True)
class Offered:
    """All that is offered for a section. `is_of_others`: the report adds up others' figures."""

    draft: list[Offer]
    groups: list[Group]
    is_of_others: bool

    @property
    def whole_draft(self) -> str:
        """All paragraphs of the draft."""
        return "\n".join(one.text for one in self.draft)


def offered(report: YearReport, compiled: Compiled, section: int) -> Offered:
    """What is offered for a section (0: the preamble), over the figures compiled for the report."""
    edition = compiled.form.edition
    cells = phrases.phrases(edition)
    beside = registry.values(report.agency, report.year, compiled.known_at)
    of_cells = {name: phrases.value(one, compiled.report) for name, one in cells.items()}
    values = {name: one for name, one in of_cells.items() if one is not None} | beside
    if section == PREAMBLE:
        texts = first_preamble(report.year, edition)
    else:
        texts = first_draft(section, edition, values)
    draft = [Offer(text, phrases.filled(text, compiled.report, beside)) for text in texts]
    every = [*_of_cells(report, compiled, cells, values), *_beside(report, compiled, beside)]
    return Offered(draft, list(_grouped(every)), adds_up(report.agency))


def _of_cells(
    report: YearReport,
    compiled: Compiled,
    cells: Mapping[str, Phrase],
    values: Mapping[str, Decimal],
) -> Iterator[tuple[Topic, Offer]]:
    for one in cells.values():
        offer = Offer(
            one.sentence,
            phrases.filled(one.sentence, compiled.report),
            _address(report, one),
            not values.get(one.name) or one.is_part,
        )
        yield one.topic, offer


def _beside(
    report: YearReport, compiled: Compiled, values: Mapping[str, Decimal]
) -> Iterator[tuple[Topic, Offer]]:
    for one in registry.figures(report.agency):
        if one.name in values:
            said = phrases.filled(one.sentence, compiled.report, values)
            offer = Offer(one.sentence, said, _beside_at(report, one), not values[one.name])
            yield one.topic, offer


def _address(report: YearReport, phrase: Phrase) -> str:
    """Where the cell says what it counts; a figure of several cells has no one place."""
    if len(phrase.cells) > 1:
        return ""
    page = "rollup-figure" if adds_up(report.agency) else "report-figure"
    return reverse(page, args=(report.agency.slug, report.year, phrase.cells[0]))


def _beside_at(report: YearReport, figure: Recorded) -> str:
    return reverse("report-recorded", args=(report.agency.slug, report.year, figure.id))


def _grouped(every: list[tuple[Topic, Offer]]) -> Iterator[Group]:
    for topic, name in TOPIC_NAMES.items():
        of_topic = [offer for one, offer in every if one is topic]
        major = [one for one in of_topic if not one.is_minor]
        minor = [one for one in of_topic if one.is_minor]
        if of_topic:
            yield Group(str(name), major, minor)
