"""The pages of a PDF as pictures, with a box around each figure and each sentence pointed at."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.utils.translation import gettext

from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.portal.cells import Figures, Shown
from yangguang.portal.checkup import Checkup, PagePicture
from yangguang.portal.findings import Findings
from yangguang.portal.marked_text import anchor
from yangguang.portal.spots import Spot, Spots

_LEAD: Final = 0.12
"""A box that is jumped to brings this share of the page above it into view."""


class Box(NamedTuple):
    """A box on a page, in points: it leads to `target` in the tables or the text.

    `lead` is where the part of the page begins that comes into view with it; `touched` are the
    numbers of the findings that speak of it.
    """

    id: str
    target: str
    words: str
    left: float
    top: float
    width: float
    height: float
    lead: float
    severity: str
    touched: list[int]

    @property
    def led(self) -> float:
        """From the lead to the box's lower edge."""
        return round(self.top + self.height - self.lead, 1)


class Sheet(NamedTuple):
    """A page's picture and the boxes on it."""

    page: PagePicture
    boxes: list[Box]


def of(checkup: Checkup, spots: Spots, figures: Figures, found: Findings) -> list[Sheet]:
    """The pages that were drawn, in order."""
    pages = {page.number: page for page in checkup.pages}
    boxes: dict[int, list[Box]] = {number: [] for number in pages}
    for pointed in [*_sentences(spots, found), *_figures(spots, figures)]:
        boxes[pointed.spot.page].append(_box(pointed, pages[pointed.spot.page]))
    return [Sheet(pages[number], boxes[number]) for number in sorted(pages)]


class _Pointed(NamedTuple):
    spot: Spot
    target: str
    words: str
    severity: str
    touched: list[int]


def _figures(spots: Spots, figures: Figures) -> Iterator[_Pointed]:
    for table in figures.tables:
        for line in table.body:
            for shown in line:
                if isinstance(shown, Shown) and (spot := spots.cells.get(shown.cell)):
                    words = f"{cell_name(shown.cell)}：{shown.figure or shown.word}"
                    yield _Pointed(spot, f"c-{shown.cell}", words, shown.severity, shown.touched)


def _sentences(spots: Spots, found: Findings) -> Iterator[_Pointed]:
    """The paragraphs that findings point at, gravest first, each once."""
    pointed: dict[str, _Pointed] = {}
    for finding in found.standing:
        for span in finding.spans:
            if spot := spots.of_span(span):
                words = gettext("第 %d 页的一段文字") % spot.page
                new = _Pointed(spot, anchor(span), words, finding.severity, [])
                numbers = pointed.setdefault(spot.id, new).touched
                if finding.number not in numbers:
                    numbers.append(finding.number)
    yield from pointed.values()


def _box(pointed: _Pointed, page: PagePicture) -> Box:
    left, top, right, bottom = pointed.spot.box
    return Box(
        pointed.spot.id,
        pointed.target,
        pointed.words,
        left,
        top,
        round(right - left, 1),
        round(bottom - top, 1),
        round(max(0.0, top - _LEAD * page.height), 1),
        pointed.severity,
        pointed.touched,
    )
