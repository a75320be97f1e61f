"""What a check is and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from hashlib import blake2b

from yangguang.annual_report.checking.sums import Standing, standings
from yangguang.annual_report.claims import Claim, Compared, Statements, compare, read
from yangguang.annual_report.form import FORMS, Edition, edition_for
from yangguang.annual_report.report import AnnualReport, Span, Status


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A repair: which cell should hold which value, and why, in a Chinese sentence."""

    cell: str
    value: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: a Chinese sentence, and the cells and spans to which it is pinned.

    `words` are the words of the spans, in their order; `occurrence` counts findings of one report
    that are alike in all but their place, from 1.
    """

    rule: str
    severity: Severity
    message: str
    basis: str
    cells: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    proposal: Proposal | None = None
    words: tuple[str, ...] = ()
    occurrence: int = 1

    @property
    def key(self) -> str:
        """What stays the same when the report is checked again: rule, sentence, cells, words.

        An answer given to a finding is kept under its key; where the prose shifts the answer
        stays, where a figure changes it lapses.
        """
        parts = "\x1f".join(
            (self.rule, self.message, *self.cells, f"{self.occurrence}", *self.words)
        )
        return blake2b(parts.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Subject:
    """What the rules look at: a report, and the same agency's report of the year before."""

    report: AnnualReport
    previous: AnnualReport | None = None

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The quantities that the prose states."""
        return self.statements.claims

    @cached_property
    def statements(self) -> Statements:
        """All that the prose states in figures: claims, breakdowns, shares, changes."""
        return read(self.report)

    @cached_property
    def compared(self) -> tuple[Compared, ...]:
        """The claims that the tables can bear out, each with what they hold."""
        return compare(self.claims, self.report)

    @property
    def circular(self) -> str:
        """The circular whose form binds the report: that of its year, else of its tables."""
        year, edition = self.report.year, self.report.edition
        return FORMS[(edition_for(year) if year else None) or edition or Edition.E2021].circular

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each of the form's identities 1–4 stands in this report."""
        return standings(self.report)

    @cached_property
    def by_status(self) -> Mapping[Status, tuple[str, ...]]:
        """The ids of the report's cells by their status, in print order."""
        found: dict[Status, list[str]] = {}
        for cell_id, cell in self.report.cells.items():
            found.setdefault(cell.status, []).append(cell_id)
        return {status: tuple(ids) for status, ids in found.items()}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, declared once.

    `sentence` is a Chinese template, filled by the values that `find` yields as a `Hit`; in
    `basis`, {circular} stands for the circular whose form binds the report.
    """

    id: str
    severity: Severity
    title: str
    basis: str
    sentence: str
    find: Callable[[Subject], Iterator["Hit"]]

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """What this rule finds in `subject`."""
        for hit in self.find(subject):
            yield Finding(
                self.id,
                self.severity,
                self.sentence.format_map(hit.values),
                self.basis.format(circular=subject.circular),
                hit.cells,
                hit.spans,
                hit.proposal,
                tuple(subject.report.quote(span) for span in hit.spans),
            )


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule strikes: values for its sentence, cells and spans, a repair if it is sure."""

    values: Mapping[str, object] = field(default_factory=dict)
    cells: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    proposal: Proposal | None = None
