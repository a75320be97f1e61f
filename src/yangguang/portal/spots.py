"""Where the figures and sentences of a report stand on the pictures of its pages."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from yangguang.annual_report.blocks import Place
from yangguang.annual_report.report import AnnualReport, Span
from yangguang.portal.checkup import Checkup


class Spot(NamedTuple):
    """A box on a page: its id on ours, the page's number, left, top, right, bottom in points."""

    id: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spots:
    """The spots by cell; and by section, where its paragraphs begin."""

    cells: Mapping[str, Spot] = field(default_factory=dict)
    paragraphs: Mapping[int, Sequence[tuple[int, Spot | None]]] = field(default_factory=dict)

    @classmethod
    def of(cls, checkup: Checkup, report: AnnualReport) -> Self:
        """The spots of `report` on the pages of its file that have a picture."""
        drawn = {page.number for page in checkup.pages}
        if not drawn:
            return cls()
        places = {
            cell_id: c.provenance.place for cell_id, c in report.cells.items() if c.provenance
        }
        cells = {cell: _spot(f"b-{cell}", place, drawn) for cell, place in places.items()}
        texts = [(0, report.preamble_lines)] + [(s.number, s.lines) for s in report.sections]
        return cls(
            {cell: spot for cell, spot in cells.items() if spot},
            {
                number: [
                    (line.start, _spot(f"p-{number}-{line.start}", line.place, drawn))
                    for line in lines
                ]
                for number, lines in texts
            },
        )

    def of_span(self, span: Span) -> Spot | None:
        """The paragraph in which a stretch of prose begins."""
        paragraphs = self.paragraphs.get(span.section, ())
        at = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph[0])
        return paragraphs[at - 1][1] if at else None


def _spot(name: str, place: Place, drawn: set[int]) -> Spot | None:
    if place.box is None or place.page not in drawn:
        return None
    return Spot(name, place.page, place.box)
