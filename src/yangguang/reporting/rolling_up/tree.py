"""Which agencies a government's report adds up: the tree below it, each agency once.

Pure: ids and kinds, no database. A lower government's report adds up its own members, so it stands
for all of them: it is taken, or they are, never both (Arts 49, 50).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

from yangguang.agencies.models import AgencyKind


class Preset(StrEnum):
    """How far a roll-up reaches: the government's own departments and office, or all below it."""

    OWN = "own"
    WHOLE = "whole"


class Node(NamedTuple):
    """An agency in the tree: its id, the one it belongs under, its kind."""

    id: int
    parent: int | None
    kind: str


_REPORTS: Final = frozenset({*AgencyKind} - {AgencyKind.PUBLIC_ENTERPRISE})
"""Who has the duty to report: public enterprises have not (Art. 55)."""
_NOT_OWN: Final = frozenset({AgencyKind.GOVERNMENT, AgencyKind.TOWN})


class Chosen(NamedTuple):
    """What is added up below a government.

    `members`: agencies whose reports are taken; a lower government's stands for all below it.
    `opened`: lower governments that are not taken as a whole: their members are, and of themselves
    only what was asked of them directly, by their own ledger.
    """

    members: frozenset[int]
    opened: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Tree:
    """The agencies there are, by id."""

    nodes: Mapping[int, Node]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, int | None, str]]) -> "Tree":
        """From rows of id, parent, kind."""
        return cls({row[0]: Node(*row) for row in rows})

    @cached_property
    def _under(self) -> Mapping[int | None, list[int]]:
        found: dict[int | None, list[int]] = {}
        for one in self.nodes.values():
            found.setdefault(one.parent, []).append(one.id)
        return found

    def is_government(self, agency: int) -> bool:
        """Whether its report adds up others'."""
        return self.nodes[agency].kind == AgencyKind.GOVERNMENT

    def below(self, agency: int) -> frozenset[int]:
        """Those that report, at any depth."""
        return frozenset(one for one in self._descend(agency) if self.nodes[one].kind in _REPORTS)

    def domain(self, government: int, preset: Preset) -> frozenset[int]:
        """Whom a roll-up of that reach is about, the government itself left out."""
        if preset is Preset.WHOLE:
            return self.below(government)
        own = self._descend(government, stop=_NOT_OWN)
        return frozenset(
            one for one in own if self.nodes[one].kind in _REPORTS and not self._is_apart(one)
        )

    def chosen(
        self, government: int, preset: Preset, opened: Collection[int] = frozenset()
    ) -> Chosen:
        """What a preset takes: lower governments as a whole, except those that are `opened`."""
        members, own = set[int](), set[int]()
        domain = self.domain(government, preset)
        waiting, seen = list(self._under.get(government, ())), {government}
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            is_whole = self.is_government(one) and one not in opened
            if one in domain:
                (own if self.is_government(one) and one in opened else members).add(one)
            if not is_whole:
                waiting += self._under.get(one, ())
        return Chosen(frozenset(members), frozenset(own))

    def stands_for(self, member: int) -> frozenset[int]:
        """Whose figures a member's report holds: its own, and a government's all below it."""
        return frozenset({member}) | (self.below(member) if self.is_government(member) else set())

    def times(self, chosen: Chosen) -> Counter[int]:
        """How often each agency is counted."""
        found = Counter(chosen.opened)
        for one in chosen.members:
            found.update(self.stands_for(one))
        return found

    def both(self, chosen: Chosen) -> list[tuple[int, int]]:
        """Lower governments that are taken as a whole, each with one below that is taken too."""
        every = chosen.members | chosen.opened
        whole = sorted(one for one in chosen.members if self.is_government(one))
        return [
            (one, min(twice))
            for one in whole
            if (twice := (self.below(one) & every) | ({one} & chosen.opened))
        ]

    def left_out(
        self, government: int, preset: Preset, chosen: Chosen, excluded: Collection[int]
    ) -> frozenset[int]:
        """Whom it is about and who is neither counted nor left out for a reason."""
        counted = frozenset(self.times(chosen))
        without = {far for one in excluded for far in self.stands_for(one)}
        return self.domain(government, preset) - counted - without

    def _is_apart(self, agency: int) -> bool:
        return self.nodes[agency].kind in _NOT_OWN

    def _descend(self, agency: int, stop: Collection[str] = frozenset()) -> Iterator[int]:
        """All below, not passing those of the kinds in `stop`, which are given themselves."""
        waiting, seen = list(self._under.get(agency, ())), {agency}
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            yield one
            if self.nodes[one].kind not in stop:
                waiting += self._under.get(one, ())
