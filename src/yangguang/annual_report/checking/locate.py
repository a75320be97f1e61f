"""Which cell is wrong when identities are violated, and what it should hold.

Table 3 is a grid with checksums: one wrong cell breaks every sum that it stands in, all by the
same amount, and no others. So a cell is a candidate if each of its sums (at least two) is broken
and one and the same correction mends them all. Several wrong cells are told apart as long as
the candidates cover the broken sums in exactly one way; otherwise nothing is proposed.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from yangguang.annual_report.checking.sums import (
    EQUATIONS,
    PLACES,
    Identity,
    Standing,
    State,
    is_count,
)
from yangguang.annual_report.report import AnnualReport, Status

_BROKEN: Final = (State.BROKEN, State.UNEXPLAINED)
_FEWEST_SUMS: Final = 2
_MOST_CANDIDATES: Final = 12
_ZERO: Final = Decimal(0)


class Candidate(NamedTuple):
    """A cell whose correction to `value` mends all the equations (indices) that it stands in."""

    cell: str
    value: Decimal
    equations: tuple[int, ...]


class Location(NamedTuple):
    """The cells that must be wrong, those that may be, and the broken sums left unexplained."""

    certain: tuple[Candidate, ...]
    possible: tuple[Candidate, ...]
    unexplained: tuple[int, ...]


def locate(report: AnnualReport, standings: Sequence[Standing]) -> Location:
    """Where the figures of Table 3 must be wrong, given how its sums stand (see above)."""
    broken = {
        index: standing.difference
        for index, standing in enumerate(standings)
        if standing.state in _BROKEN and standing.equation.identity is not Identity.GROUP_SUM
    }
    if not broken:
        return Location((), (), ())
    certain: list[Candidate] = []
    possible: list[Candidate] = []
    for group in _groups(list(_candidates(report, standings, broken))):
        cover = _only_cover(group)
        if cover is None:
            possible.extend(group)
        else:
            certain.extend(cover)
    explained = {index for candidate in certain for index in candidate.equations}
    left = tuple(i for i in broken if i not in explained and standings[i].state is State.BROKEN)
    return Location(tuple(certain), tuple(possible), left)


def _candidates(
    report: AnnualReport, standings: Sequence[Standing], broken: dict[int, Decimal]
) -> Iterator[Candidate]:
    suspects = dict.fromkeys(
        cell for i in broken for cell in EQUATIONS[i].parts + EQUATIONS[i].wholes
    )
    for cell_id in suspects:
        cell = report.cells.get(cell_id)
        if cell is None or cell.status in (Status.ABSENT, Status.UNREADABLE):
            continue
        places = [p for p in PLACES[cell_id] if standings[p.equation].state is not State.SILENT]
        corrections = {-p.sign * broken.get(p.equation, _ZERO) for p in places}
        if len(places) < _FEWEST_SUMS or len(corrections) != 1:
            continue
        correction = corrections.pop()
        value = (cell.value or _ZERO) + correction
        if correction and is_count(value):
            yield Candidate(cell_id, value, tuple(p.equation for p in places))


def _groups(candidates: list[Candidate]) -> list[list[Candidate]]:
    """Candidates that share equations, directly or through others, stand in one group."""
    groups: list[tuple[set[int], list[Candidate]]] = []
    for candidate in candidates:
        equations, members = set(candidate.equations), [candidate]
        apart = []
        for group in groups:
            if group[0].isdisjoint(candidate.equations):
                apart.append(group)
            else:
                equations |= group[0]
                members = group[1] + members
        groups = [*apart, (equations, members)]
    return [members for _, members in groups]


def _only_cover(group: list[Candidate]) -> list[Candidate] | None:
    """The one choice of candidates that explains each equation of the group once, if only one."""
    if len(group) > _MOST_CANDIDATES:
        return None
    covers = _covers({i for candidate in group for i in candidate.equations}, group)
    first = next(covers, None)
    return first if next(covers, None) is None else None


def _covers(left: set[int], usable: list[Candidate]) -> Iterator[list[Candidate]]:
    if not left:
        yield []
        return
    hardest = min(left, key=lambda i: sum(i in candidate.equations for candidate in usable))
    for chosen in usable:
        if hardest not in chosen.equations:
            continue
        rest = [c for c in usable if not set(c.equations) & set(chosen.equations)]
        for others in _covers(left - set(chosen.equations), rest):
            yield [chosen, *others]
