"""From which stage a request comes to which, by what: found by playing the state machine through.

Nothing of it is written down a second time. Every move is tried wherever `lawful` lets it be made,
and `derivation` says where it leads. A move that is not in `_EFFECTS` is one that leaves a request
where it is: it is still found wherever it may be made.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings

from yangguang.casework import moment
from yangguang.casework.models import Event
from yangguang.inforequests import lawful
from yangguang.inforequests.derivation import Draft, Stage, Standing, standing
from yangguang.inforequests.events import LetterKind, Way, What
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.law.dispositions import Disposition
from yangguang.law.receipt import Channel, Confirmation
from yangguang.law.requests import ApplicantKind


@dataclass(frozen=True, slots=True)
class Passage:
    """A move in a stage, what it puts on record, and the stage after it; often the same one.

    `kind`: of the letter that is being worked on, where the move is about one. `what` is None for
    a move that is no step on the way.
    """

    before: Stage
    move: Move
    what: What | None
    after: Stage
    kind: LetterKind | None = None


ISSUED_AS: Final = {
    LetterKind.CORRECTION: What.CORRECTION_ASKED,
    LetterKind.EXTENSION: What.EXTENDED,
    LetterKind.ANSWER: What.ISSUED,
    LetterKind.LAPSE: What.LAPSED,
}
"""What is on record once a letter of the kind is issued."""

_Fact = tuple[What, dict[str, Any]]
_Played = tuple[Event, ...]

_BEGUN: Final = date(2026, 3, 2)
"""A Monday without holidays after it: any would do."""
_LETTER: Final = 1


def _drafts(kind: LetterKind) -> Callable[[Standing], list[_Fact]]:
    said = {"letter": _LETTER, "kind": kind, "revision": 1, "digest": "", "disposition": ""}
    return lambda _request: [(What.DRAFTED, said)]


def _plain(*facts: What, **payload: Any) -> Callable[[Standing], list[_Fact]]:
    return lambda _request: [(one, {"letter": _LETTER, **payload}) for one in facts]


def _issues(request: Standing) -> list[_Fact]:
    assert request.draft is not None
    payload: dict[str, Any] = {"letter": _LETTER, "way": Way.ELECTRONIC, "days": 20}
    if request.draft.kind is LetterKind.CORRECTION:
        payload["until"] = (_BEGUN + timedelta(days=21)).isoformat()
    ending = {
        LetterKind.ANSWER: Disposition.PROVIDED,
        LetterKind.LAPSE: Disposition.UNCORRECTED,
    }.get(request.draft.kind, "")
    return [(ISSUED_AS[request.draft.kind], {**payload, "disposition": ending})]


_EFFECTS: Final[dict[Move, Callable[[Standing], list[_Fact]]]] = {
    **{move: _drafts(kind) for kind, move in DRAFTS.items()},
    Move.CONFIRM: _plain(What.CONFIRMED),
    Move.ASSIGN: _plain(What.ASSIGNED, handler=1),
    Move.RECEIVE_CORRECTION: _plain(What.CORRECTED),
    Move.SUBMIT: _plain(What.SUBMITTED, approval=1, waits_for=""),
    Move.DECIDE: _plain(What.APPROVED, What.RETURNED),
    Move.ISSUE: _issues,
    Move.DISPATCH: _plain(What.POSTED),
    Move.DELIVERED: _plain(What.DELIVERED),
    Move.CAME_BACK: _plain(What.CAME_BACK),
    Move.WITHDRAW: _plain(What.WITHDRAWN),
    Move.VOID: _plain(What.VOIDED),
}
"""What each move that leads on puts on record, of an invented request; each fact another way."""


@cache
def passages() -> tuple[Passage, ...]:
    """Every passage there is, from the receipt on; first those that come first."""
    received = {
        "channel": Channel.PORTAL,
        "applicant_kind": ApplicantKind.NATURAL_PERSON,
        "party": 1,
        "text": 1,
        "key": 1,
        "confirmation": Confirmation.STAFF,
    }
    waiting: list[_Played] = [(_event(What.RECEIVED, received, _BEGUN),)]
    seen, found = set(), dict[Passage, None]()
    while waiting:
        played = waiting.pop(0)
        request = standing(played)
        if _key(request) in seen:
            continue
        seen.add(_key(request))
        for passage, after in _from(played, request):
            found.setdefault(passage)
            waiting.append(after)
    return tuple(found)


def _from(played: _Played, request: Standing) -> Iterator[tuple[Passage, _Played]]:
    for move in Move:
        day = _day_for(move, played, request)
        if day is None:
            continue
        if move not in _EFFECTS:
            yield Passage(request.stage, move, None, request.stage), played
            continue
        for what, payload in _EFFECTS[move](request):
            after = (*played, _event(what, payload, day))
            then = standing(after)
            yield Passage(request.stage, move, what, then.stage, _kind(then.draft, request)), after


def _day_for(move: Move, played: _Played, request: Standing) -> date | None:
    """The day on which the move may be made: at once, or once the applicant's time is over."""
    days = [played[-1].occurred_on]
    if request.correction_until:
        days.append(request.correction_until + timedelta(days=1))
    for day in days:
        noon = datetime.combine(day, time(12), ZoneInfo(settings.TIME_ZONE))
        with moment.standing_at(noon):
            if not lawful.not_now(move, request):
                return day
    return None


def _kind(draft: Draft | None, before: Standing) -> LetterKind | None:
    worked_on = draft or before.draft
    return worked_on.kind if worked_on else None


def _key(request: Standing) -> tuple[Any, ...]:
    """What makes a difference for what may be done; not how often it came to that."""
    return (
        request.stage,
        request.draft and request.draft.kind,
        request.handler,
        request.confirmed_on is None,
        request.correction_until is None,
        request.extended,
        request.delivered,
        request.came_back,
        bool(request.out),
    )


def _event(what: What, payload: dict[str, Any], on: date) -> Event:
    return Event(kind=what, payload=payload, occurred_on=on)
