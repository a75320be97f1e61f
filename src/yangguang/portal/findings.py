"""What was found in a report, as the page lists it: numbered, answered or solved, with links."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy

from yangguang.annual_report.checking import RULES, Severity
from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.annual_report.report import AnnualReport, Span
from yangguang.portal.checkup import Checkup
from yangguang.portal.marked_text import Mark, anchor
from yangguang.portal.numerals import written
from yangguang.portal.spots import Spot, Spots

SEVERITY_WORDS = {
    Severity.ERROR: gettext_lazy("错误"),
    Severity.WARNING: gettext_lazy("提醒"),
    Severity.NOTE: gettext_lazy("提示"),
}
RANKS = {severity: rank for rank, severity in enumerate(Severity)}
WIDELY = 5
"""A finding about more cells than this is about whole rows and columns: it marks only the first."""
QUOTE_LENGTH = 24
MOST_LISTED = 300
"""How many findings a page lists; a report has ten, what is no report may have thousands."""
MOST_PLACES = 30
"""How many sentences of one finding are marked and linked."""


class Link(NamedTuple):
    """A link to a cell or a sentence: the id there, and its words.

    `box` is the id of its box on the picture of page `page`, where there is one.
    """

    target: str
    words: str
    box: str = ""
    page: int = 0


class Repair(NamedTuple):
    """A proposed repair of a cell."""

    cell: str
    name: str
    value: str
    reason: str


class Listed(NamedTuple):
    """A finding with its number on the page; `answer` is the visitor's reason, or empty."""

    number: int
    key: str
    severity: Severity
    title: str
    message: str
    basis: str
    cells: tuple[str, ...]
    spans: tuple[Span, ...]
    links: tuple[Link, ...]
    more: int
    more_words: int
    repair: Repair | None
    answer: str

    @property
    def word(self) -> str:
        """错误, 提醒 or 提示."""
        return str(SEVERITY_WORDS[self.severity])

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return RANKS[self.severity]


class Group(NamedTuple):
    """The findings of one severity; `total` is how many there are, listed or not."""

    severity: Severity
    word: str
    findings: list[Listed]
    total: int


class Findings(NamedTuple):
    """All findings of a check-up; `solved` are those that went away with the repairs applied.

    `unlisted` is how many a page has no room for: the last ones, of the lightest severity.
    """

    groups: list[Group]
    solved: list[Listed]
    unlisted: int = 0

    @property
    def standing(self) -> list[Listed]:
        """Those that stand, gravest first."""
        return [finding for group in self.groups for finding in group.findings]

    @property
    def marks(self) -> list[Mark]:
        """The stretches of prose at which they point."""
        return [Mark(s, f.number, f.severity, f.rank) for f in self.standing for s in f.spans]


SHOWN_AS_REPAIRS = "tables.repaired"
"""The rule that lists repaired cells: the page shows these with a way to undo them."""

_TITLES = {rule.id: rule.title for rule in RULES}


def of(checkup: Checkup, report: AnnualReport, spots: Spots | None = None) -> Findings:
    """The findings in `checkup`, numbered from 1 in the order in which they are shown.

    `spots` says where their cells and sentences stand on the pictures of pages.
    """
    current = [
        found
        for found in (checkup.current or {}).get("findings", [])
        if found["rule"] != SHOWN_AS_REPAIRS
    ]
    original = (checkup.report or {}).get("findings", [])
    standing = {found["key"] for found in current}
    gone = [found for found in original if found["key"] not in standing]
    shown = current[:MOST_LISTED]
    listed = [
        _listed(number, found, checkup, report, spots or Spots())
        for number, found in enumerate([*shown, *gone[:MOST_LISTED]], 1)
    ]
    here, solved = listed[: len(shown)], listed[len(shown) :]
    count = counts(checkup)
    groups = [
        Group(severity, str(word), [f for f in here if f.severity is severity], count[severity])
        for severity, word in SEVERITY_WORDS.items()
    ]
    return Findings([group for group in groups if group.total], solved, len(current) - len(shown))


def _listed(
    number: int, found: dict[str, Any], checkup: Checkup, report: AnnualReport, spots: Spots
) -> Listed:
    places = found["spans"][:MOST_PLACES]
    spans = tuple(Span(s["section"], s["start"], s["end"]) for s in places)
    proposal = found["proposal"]
    # The cell to repair comes first: it is where the reader should look.
    cells = tuple(dict.fromkeys(([proposal["cell"]] if proposal else []) + list(found["cells"])))
    return Listed(
        number,
        found["key"],
        Severity(found["severity"]),
        _TITLES.get(found["rule"], ""),
        found["message"],
        found["basis"],
        cells,
        spans,
        _links(cells, spans, report, spots),
        len(cells) - len(_linked(cells)),
        len(found["spans"]) - len(spans),
        proposal and _repair(proposal),
        checkup.answers.get(found["key"], ""),
    )


def _repair(proposal: dict[str, Any]) -> Repair:
    cell = proposal["cell"]
    return Repair(
        cell, cell_name(cell), written(Decimal(str(proposal["value"]))), proposal["reason"]
    )


def _links(
    cells: Sequence[str], spans: Sequence[Span], report: AnnualReport, spots: Spots
) -> tuple[Link, ...]:
    to_cells = [
        Link(f"c-{cell}", cell_name(cell), *_on_page(spots.cells.get(cell)))
        for cell in _linked(cells)
    ]
    to_words = [
        Link(anchor(span), _quoted(report.quote(span)), *_on_page(spots.of_span(span)))
        for span in spans
    ]
    return (*to_cells, *to_words)


def _on_page(spot: Spot | None) -> tuple[str, int]:
    return (spot.id, spot.page) if spot else ("", 0)


def _linked(cells: Sequence[str]) -> Sequence[str]:
    """The cells that get a link each; of a whole row or column only the first."""
    return cells[:1] if len(cells) > WIDELY else cells


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return f"“{words if len(words) <= QUOTE_LENGTH else words[:QUOTE_LENGTH] + '……'}”"


def counts(checkup: Checkup) -> dict[str, int]:
    """How many findings of each severity stand, in a check-up's list entry."""
    standing = (checkup.current or {}).get("findings", [])
    found = Counter(f["severity"] for f in standing if f["rule"] != SHOWN_AS_REPAIRS)
    return {str(severity): found[severity] for severity in Severity}


def keys(checkup: Checkup) -> set[str]:
    """The keys of all findings of a check-up."""
    return {found["key"] for found in (checkup.current or {}).get("findings", [])}


def proposal(checkup: Checkup, cell: str) -> dict[str, Any] | None:
    """The repair that the checks propose for a cell as things stand."""
    found = (checkup.current or {}).get("findings", [])
    proposals = (f["proposal"] for f in found if f["proposal"])
    return next((p for p in proposals if p["cell"] == cell), None)


def made(checkup: Checkup) -> list[Repair]:
    """The repairs that the visitor had made."""
    return [_repair(repair) for repair in checkup.repairs]
