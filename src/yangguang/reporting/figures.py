"""Figures that do not come from the requests: the seam for registers, and what people entered."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final, NamedTuple, Protocol

from yangguang.agencies.models import Agency
from yangguang.annual_report.money import in_form_s_unit
from yangguang.reporting.models import EnteredFigure


class FigureSource(Protocol):
    """A register that counts cells of the report (normative documents, licences, …)."""

    name: str
    """What it is called beside its figures."""

    def figures(self, agency: Agency, year: int, known_at: datetime) -> Mapping[str, Decimal]:
        """Cell id → the figure of a year in the form's unit, as known at a moment.

        Only cells that the register counts; a cell that it counts as none is there with 0.
        """


_SOURCES: Final[list[FigureSource]] = []


def register(source: FigureSource) -> None:
    """Let a register count; its room does so when the site starts."""
    _SOURCES.append(source)


def sources() -> tuple[FigureSource, ...]:
    """The registers there are."""
    return tuple(_SOURCES)


def from_registers(
    agency: Agency, year: int, known_at: datetime, given: Iterable[FigureSource]
) -> dict[str, Decimal]:
    """What the registers count; where two count one cell, the first."""
    found: dict[str, Decimal] = {}
    for source in given:
        found = {**source.figures(agency, year, known_at), **found}
    return found


def entered(agency: Agency, year: int, known_at: datetime) -> dict[str, EnteredFigure]:
    """The figures that people entered and that hold, as known at a moment, by cell."""
    rows = EnteredFigure.objects.filter(agency=agency, year=year, at__lte=known_at)
    latest = {one.cell: one for one in rows.select_related("by").order_by("pk")}
    return {cell: one for cell, one in latest.items() if one.value is not None}


class Over(NamedTuple):
    """A figure that was entered over one that the records give."""

    cell: str
    entered: EnteredFigure
    records: Decimal

    @property
    def difference(self) -> Decimal:
        """By how much it exceeds the records, in the form's unit."""
        entered = self.entered
        value = in_form_s_unit(self.cell, entered.value or Decimal(0), entered.unit)
        return value - self.records


def over_the_records(
    by_hand: Mapping[str, EnteredFigure], records: Mapping[str, Decimal]
) -> tuple[Over, ...]:
    """The entered figures for which the records give one too, whether they differ or not."""
    return tuple(Over(cell, one, records[cell]) for cell, one in by_hand.items() if cell in records)
