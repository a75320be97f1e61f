"""The flow chart of handling (流程图), drawn from the state machine: boxes, lines, words, places.

The shortest way to the answer goes down the middle; on the left is what leads back to it, with the
stages that wait; on the right are the other ends. All of it follows from `passages`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import CAPABILITIES
from yangguang.agencies.models import ROLE_NAMES, Role
from yangguang.inforequests.derivation import CLOSED, Stage
from yangguang.inforequests.event_names import event_name
from yangguang.inforequests.events import LetterKind, What
from yangguang.inforequests.moves import DRAFTS, PLANS, Move, plan
from yangguang.inforequests.names import LETTER_NAMES, STAGE_NAMES
from yangguang.inforequests.offers import OFFERS
from yangguang.inforequests.passages import ISSUED_AS, PLAIN, Passage, passages
from yangguang.law import periods
from yangguang.law.dispositions import Disposition

SPOKEN: Final = {one.move: one for one in OFFERS}
"""How each move is offered."""

_FIRST: Final = Stage.UNASSIGNED
_GOAL: Final = Stage.ANSWERED


@dataclass(frozen=True, slots=True)
class Step:
    """A passage as it is read: what is done, its article, its period, where it leads."""

    passage: Passage
    verb: str
    article: str
    period: str = ""

    @property
    def basis(self) -> str:
        """Article and period in a line."""
        return " · ".join(one for one in (self.article, self.period) if one)


@dataclass
class Place:
    """A stage in the chart: what is done while it lasts, and what leads on."""

    stage: Stage
    within: list[Step] = field(default_factory=list)
    onward: list[Step] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the stage is called."""
        return str(STAGE_NAMES[self.stage])


@dataclass(frozen=True, slots=True)
class Flow:
    """What the chart shows. `spine`: the way to the answer; `waits`, `ends`: the other stages.

    `back`: what leads from the spine back to it; `anywhere`: what ends a request in most stages,
    with these; `always`: what may be done in most stages and leads nowhere.
    """

    places: Mapping[Stage, Place]
    spine: tuple[Stage, ...]
    waits: tuple[Stage, ...]
    ends: tuple[Stage, ...]
    back: tuple[Step, ...]
    anywhere: Mapping[Stage, tuple[Step, tuple[Stage, ...]]]
    always: tuple[Step, ...]

    def step(self, before: Stage, after: Stage) -> Step:
        """The first step that leads from a stage to another."""
        return next(one for one in self.places[before].onward if one.passage.after is after)

    def into(self, after: Stage) -> tuple[Stage, Step]:
        """From where, and by what, one first comes into a stage from another."""
        return next(
            (stage, one)
            for stage, place in self.places.items()
            for one in place.onward
            if one.passage.after is after
        )


def _articles(passage: Passage) -> str:
    """A letter's article is that of what it is about, not of its issue."""
    if passage.what in ISSUED_AS.values() and passage.kind and passage.what is not What.ISSUED:
        return SPOKEN[DRAFTS[passage.kind]].article
    return SPOKEN[passage.move].article


def _period(what: What | None) -> str:
    """The law's period of a step, in working days."""
    match what:
        case What.CORRECTION_ASKED:
            return _("收到申请后 {days} 个工作日内").format(days=periods.CORRECTION_NOTICE)
        case What.CORRECTED:
            return _("答复期限重新计算")
        case What.EXTENDED:
            return _("一次，最多 {days} 个工作日").format(days=periods.EXTENSION)
        case What.POSTED:
            return _("收到申请后 {days} 个工作日内").format(days=periods.ANSWER)
    return ""


def _step(passage: Passage) -> Step:
    stays = passage.before is passage.after
    named = stays or passage.what is None or passage.move is Move.DISPATCH
    verb = str(SPOKEN[passage.move].verb) if named else event_name(passage.what or "")
    return Step(passage, verb, _articles(passage), "" if stays else _period(passage.what))


def flow() -> Flow:
    """What the chart shows, from the passages there are."""
    found = passages()
    spine = _shortest(found)
    reached = {one.after for one in found} | {_FIRST}
    stages = [one for one in Stage if one in reached]
    ends = tuple(one for one in stages if one in CLOSED and one not in spine)
    waits = tuple(one for one in stages if one not in spine and one not in ends)
    always = _always(found)
    places = {stage: Place(stage) for stage in (*spine, *waits, *ends)}
    drawn: set[tuple[What | None, Stage]] = set()
    known: set[tuple[Stage, Move]] = set()
    for one in found:
        if one.before is one.after:
            if one.move not in always and (one.before, one.move) not in known:
                places[one.before].within.append(_step(one))
            known.add((one.before, one.move))
            drawn.add((one.what, one.after))
        elif (one.what, one.after) not in drawn:
            places[one.before].onward.append(_step(one))
            drawn.add((one.what, one.after))
    return Flow(
        places,
        spine,
        waits,
        ends,
        _back(places, spine),
        _anywhere(found, ends),
        tuple(_step(always[move]) for move in Move if move in always),
    )


def _shortest(found: Iterable[Passage]) -> tuple[Stage, ...]:
    """The stages on the shortest way from the receipt to the answer."""
    ways: dict[Stage, tuple[Stage, ...]] = {_FIRST: (_FIRST,)}
    waiting = [_FIRST]
    every = [one for one in found if one.move in PLAIN]
    while waiting:
        here = waiting.pop(0)
        for one in every:
            if one.before is here and one.after not in ways:
                ways[one.after] = (*ways[here], one.after)
                waiting.append(one.after)
    return ways[_GOAL]


def _always(found: Iterable[Passage]) -> dict[Move, Passage]:
    """What may be done in most of the open stages without leading on."""
    where = defaultdict[Move, dict[Stage, Passage]](dict)
    for one in found:
        if one.before is one.after:
            where[one.move].setdefault(one.before, one)
    most = len([one for one in Stage if one not in CLOSED]) / 2
    return {
        move: next(iter(stages.values())) for move, stages in where.items() if len(stages) > most
    }


def _anywhere(
    found: Sequence[Passage], ends: Iterable[Stage]
) -> dict[Stage, tuple[Step, tuple[Stage, ...]]]:
    """The ends to which more than one stage leads, with these."""
    result = {}
    for end in ends:
        into = [one for one in found if one.after is end and one.before is not end]
        before = tuple(dict.fromkeys(one.before for one in into))
        if len(before) > 1:
            result[end] = (_step(into[0]), before)
    return result


def _back(places: Mapping[Stage, Place], spine: Sequence[Stage]) -> tuple[Step, ...]:
    """What leads from a stage on the way back to an earlier one."""
    return tuple(
        step
        for stage in spine
        for step in places[stage].onward
        if step.passage.after in spine and spine.index(step.passage.after) < spine.index(stage)
    )


def levels() -> dict[str, list[str]]:
    """Who approves, level after level, and which kinds of letters they do."""
    result = defaultdict[str, list[str]](list)
    for kind in PLANS:
        result[_approvers(kind)].append(str(LETTER_NAMES[kind]))
    return dict(result)


def _approvers(kind: LetterKind) -> str:
    names = []
    for capability in plan(kind, Disposition.PROVIDED):
        role = next(role for role, may in CAPABILITIES.items() if capability in may)
        names.append(str(ROLE_NAMES[Role(role)]))
    return " → ".join(names)
