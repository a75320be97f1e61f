"""Where figures of the records are asked for: which there are, what they are, what they count."""

from collections.abc import Collection
from datetime import datetime
from decimal import Decimal
from typing import Final

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.reporting.recorded.fees import Fees
from yangguang.reporting.recorded.figure import Recorded, Source
from yangguang.reporting.recorded.letters import Letters
from yangguang.reporting.recorded.requests import Requests
from yangguang.reporting.rolling_up.scope import adds_up

_SOURCES: Final[list[Source]] = [Requests(), Letters(), Fees()]


def register(source: Source) -> None:
    """Let a room count figures; it does so when the site starts."""
    _SOURCES.append(source)


def figures(agency: Agency) -> tuple[Recorded, ...]:
    """Those that an agency's report can name, in the order of the sources.

    A government's report names none: it adds up what its members' reports state, and these state
    no such figures but in words.
    """
    if adds_up(agency):
        return ()
    return tuple(figure for source in _SOURCES for figure in source.figures)


def values(
    agency: Agency, year: int, known_at: datetime, names: Collection[str] | None = None
) -> dict[str, Decimal]:
    """Name → the figure as known at a moment; what has no value (a share of nothing) is not there.

    `names`: only these, and only the sources that have them are asked.
    """
    known = figures(agency)
    wanted = {one.id: one.name for one in known if names is None or one.name in names}
    found: dict[str, Decimal] = {}
    for source in _SOURCES:
        if any(one.id in wanted for one in source.figures):
            counted = source.values(agency, year, known_at)
            found |= {wanted[id]: value for id, value in counted.items() if id in wanted}
    return found


def named(agency: Agency, name: str) -> Recorded | None:
    """The figure of that name, if an agency's report can name it."""
    return next((one for one in figures(agency) if one.name == name), None)


def with_id(agency: Agency, id: str) -> Recorded | None:
    """The figure of that id, if an agency's report can name it."""
    return next((one for one in figures(agency) if one.id == id), None)


def counted(figure: Recorded, agency: Agency, year: int, known_at: datetime) -> list[int]:
    """The ids of the cases that a figure counts, in the order in which they were opened."""
    source = next(one for one in _SOURCES if figure in one.figures)
    return sorted(source.cases(figure.id, agency, year, known_at))


def cases_behind(
    figure: Recorded, agency: Agency, year: int, known_at: datetime, people: Standing
) -> list[int]:
    """The same, for who may see the agency's cases; nothing for anyone else."""
    if not people.can(Capability.SEE_CASES, agency.pk):
        return []
    return counted(figure, agency, year, known_at)
