"""What is compared, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from yangguang.annual_report.report import AnnualReport, Span


class ReportText(NamedTuple):
    """The prose of a report and whose it is: all that repeated text needs to know.

    `id` names the report among others; `sections` are numbers and texts, as `Section` has them.
    """

    id: str
    agency: str
    year: int | None
    sections: tuple[tuple[int, str], ...]


def text_of(report: AnnualReport, id: str = "") -> ReportText:
    """The prose of a report, each section once; `id` is its file unless given."""
    sections: dict[int, str] = {}
    for section in report.sections:
        sections.setdefault(section.number, section.text)
    return ReportText(id or report.file, report.agency, report.year, tuple(sections.items()))


class Stretch(NamedTuple):
    """A repeated stretch: where it stands in the one report, and where in the other.

    `sentence` and `source_sentence` are the whole sentences around `span` and `source`; `report`
    is the id of the other report; `characters` are those counted; `verbatim` says that the figures
    in it are the same too.
    """

    span: Span
    sentence: Span
    report: str
    source: Span
    source_sentence: Span
    characters: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Repetition:
    """How much of a report's own text is repeated from others; all in characters.

    `own` are the characters that count, `repeated` those in repeated stretches, `verbatim` those
    in stretches whose figures are the same too. `stretches` stand in the order of the text, do not
    overlap, and sum to `repeated`.
    """

    own: int
    repeated: int
    verbatim: int
    stretches: tuple[Stretch, ...]

    @property
    def share(self) -> float | None:
        """The repeated share, from 0 to 1; None where there is no own text."""
        return self.repeated / self.own if self.own else None

    @property
    def verbatim_share(self) -> float | None:
        """The share repeated to the last figure, from 0 to 1; None where there is no own text."""
        return self.verbatim / self.own if self.own else None

    @property
    def figures(self) -> dict[str, int | float | None]:
        """The counts and shares by name, as JSON has them."""
        return {
            "own": self.own,
            "repeated": self.repeated,
            "verbatim": self.verbatim,
            "share": self.share,
            "verbatim_share": self.verbatim_share,
        }

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that it is repeated from, the one with most characters first."""
        counts: dict[str, int] = {}
        for stretch in self.stretches:
            counts[stretch.report] = counts.get(stretch.report, 0) + stretch.characters
        return tuple(sorted(counts, key=lambda id: (-counts[id], id)))


def total(repetitions: Iterable[Repetition]) -> Repetition:
    """Several reports taken together: the sums of their characters; stretches are left out."""
    own = repeated = verbatim = 0
    for one in repetitions:
        own, repeated = own + one.own, repeated + one.repeated
        verbatim += one.verbatim
    return Repetition(own, repeated, verbatim, ())
