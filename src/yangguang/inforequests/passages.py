"""From which stage a request comes to which, by what: found by playing the state machine through.

Nothing of it is written down a second time. Every move is tried wherever `lawful` lets it be made,
and `derivation` says where it leads. A move that is not in `_EFFECTS` is one that leaves a request
where it is: it is still found wherever it may be made.

The turns that a request can take (`_TURNS`) are played one by one, each on the plain way to the
answer: all of them upon one another would be more histories than there is time for, and no other
passages.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings

from yangguang.agencies.capabilities import Capability
from yangguang.casework import moment
from yangguang.casework.models import Event
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import lapsing, lawful
from yangguang.inforequests.consultations import ANSWERED, RECEIVED, Reply
from yangguang.inforequests.derivation import Draft, Stage, Standing, standing
from yangguang.inforequests.events import LetterKind, Way, What
from yangguang.inforequests.fee import Tariff
from yangguang.inforequests.moves import DRAFTS, Move
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law.dispositions import Disposition
from yangguang.law.disputes import DisputeTrack, Ruling, Unit
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
    LetterKind.REASONS: What.REASONS_ASKED,
    LetterKind.DELAY: What.DELAY_SET,
    LetterKind.FEE: What.FEE_NOTICED,
    LetterKind.FEE_WAIVER: What.FEE_WAIVED,
    LetterKind.ANSWER: What.ISSUED,
    LetterKind.LAPSE: What.LAPSED,
    LetterKind.THIRD_PARTY: What.THIRD_PARTY_ASKED,
    LetterKind.CO_PRODUCER: What.CO_PRODUCER_ASKED,
    LetterKind.THIRD_PARTY_NOTICE: What.THIRD_PARTY_TOLD,
    LetterKind.CO_PRODUCER_NOTICE: What.CO_PRODUCER_TOLD,
}
"""What is on record once a letter of the kind is issued."""

_Fact = tuple[What, dict[str, Any]]
_Played = tuple[Event, ...]

_BEGUN: Final = date(2026, 3, 2)
"""A Monday without holidays after it: any would do."""
_SOON: Final = (_BEGUN + timedelta(days=21)).isoformat()
_LATER: Final = (_BEGUN + timedelta(days=100)).isoformat()


def _new(request: Standing) -> int:
    """The id of the letter that is written next."""
    return len(request.issued) + 1


def _sent(request: Standing) -> int:
    """The id of the letter that something is about: the answer, else what went out last."""
    return request.answer or next(reversed(request.out), 1)


def _drafts(kind: LetterKind) -> Callable[[Standing], list[_Fact]]:
    said: dict[str, Any] = {"kind": kind, "revision": 1, "digest": "", "disposition": ""}
    if kind is LetterKind.DELAY:
        said["until"] = _LATER
    return lambda request: [
        (What.DRAFTED, {**said, "letter": _new(request), "party": 1, "asked": _objecting(request)})
    ]


def _objecting(request: Standing) -> int:
    """The letter by which one was asked that objects; 0 where none is."""
    return next((one.letter for one in request.askings if one.reply), 0)


def _plain(*facts: What, **payload: Any) -> Callable[[Standing], list[_Fact]]:
    return lambda request: [(one, {"letter": _sent(request), **payload}) for one in facts]


def _issues(request: Standing) -> list[_Fact]:
    assert request.draft is not None
    payload: dict[str, Any] = {"letter": _new(request), "way": Way.ELECTRONIC, "days": 20}
    payload |= {
        "party": 1,
        "asked": _objecting(request),
        "sum": 10,
        "tariff": Tariff.BY_PAGE,
        "pages": 31,
    }
    if request.draft.kind in (LetterKind.CORRECTION, LetterKind.REASONS):
        payload["until"] = _SOON
    if request.draft.kind is LetterKind.DELAY:
        payload["until"] = _LATER
    ending: Disposition | str = ""
    if request.draft.kind is LetterKind.ANSWER:
        ending = Disposition.INTERNAL_AFFAIRS  # withheld: it is looked at anew (Art. 18)
    elif request.draft.kind is LetterKind.LAPSE:
        ending = lapsing.end(request)
    return [(ISSUED_AS[request.draft.kind], {**payload, "disposition": ending})]


def _decides(request: Standing) -> list[_Fact]:
    """One level is enough to play; an answer waits in the secrecy review before the last."""
    letter = {"letter": _new(request)}
    return [(What.APPROVED, letter), (What.RETURNED, letter)]


def _submits(request: Standing) -> list[_Fact]:
    is_answer = request.draft is not None and request.draft.kind is LetterKind.ANSWER
    level = Capability.REVIEW_SECRECY if is_answer else Capability.APPROVE_SECOND
    said = {"letter": _new(request), "approval": 1, "waits_for": level}
    return [(What.SUBMITTED, said)]


def _replies(request: Standing) -> list[_Fact]:
    """From the one that is still asked."""
    open_ = [one for one in request.askings if one.reply is None][:1]
    return [(ANSWERED[one.who], {"letter": one.letter, "reply": Reply.OBJECTS}) for one in open_]


def _receipts(request: Standing) -> list[_Fact]:
    open_ = [one for one in request.askings if one.received_on is None][:1]
    return [(RECEIVED[one.who], {"letter": one.letter}) for one in open_]


def _in_dispute(what: What, **payload: Any) -> Callable[[Standing], list[_Fact]]:
    """Of the dispute that there is; opening makes the first."""
    return lambda request: [(what, {"dispute": 1, "letter": _sent(request), **payload})]


def _looks_again(request: Standing) -> list[_Fact]:
    """What is open to all is taken back; where there is a doubt about it, or left."""
    kept = [(What.KEPT_PUBLIC, {"letter": request.answer})] if request.public_doubt else []
    return [(What.UNPUBLISHED, {}), *kept]


_EFFECTS: Final[dict[Move, Callable[[Standing], list[_Fact]]]] = {
    **{move: _drafts(kind) for kind, move in DRAFTS.items()},
    Move.CONFIRM: _plain(What.CONFIRMED),
    Move.ASSIGN: _plain(What.ASSIGNED, handler=1),
    Move.RECEIVE_CORRECTION: _plain(What.CORRECTED),
    Move.RECEIVE_REASONS: _plain(What.REASONS_GIVEN),
    Move.FEE_NOTICE_RECEIVED: _plain(What.FEE_NOTICE_RECEIVED),
    Move.RECEIVE_FEE: _plain(What.FEE_PAID, sum=10),
    Move.CONSULTATION_RECEIVED: _receipts,
    Move.CONSULTATION_ANSWERED: _replies,
    Move.SUBMIT: _submits,
    Move.REFER_SECRECY: _plain(What.SECRECY_REFERRED, to=Referee.DEPARTMENT),
    Move.SECRECY_ANSWER: _plain(What.SECRECY_DETERMINED, outcome=Outcome.MAY_OPEN),
    Move.DECIDE: _decides,
    Move.ISSUE: _issues,
    Move.DISPATCH: _plain(What.POSTED),
    Move.DELIVERED: _plain(What.DELIVERED),
    Move.CAME_BACK: _plain(What.CAME_BACK),
    Move.SPLIT: _plain(What.SPLIT, children=(2, 3)),
    Move.JOIN: _plain(What.JOINED, case=2),
    Move.SEPARATE: _plain(What.SEPARATED, case=2),
    Move.OPEN_DISPUTE: _in_dispute(What.DISPUTE_OPENED, track=DisputeTrack.SUIT, simplified=0),
    Move.STATE_IN_DISPUTE: _in_dispute(What.DISPUTE_STATED),
    Move.DECIDE_DISPUTE: _in_dispute(
        What.DISPUTE_DECIDED, ruling=Ruling.REVOKED, period=20, unit=Unit.WORKING, stated=0
    ),
    Move.APPEAL_DISPUTE: _in_dispute(What.DISPUTE_APPEALED, ours=0),
    Move.RETRY_DISPUTE: _in_dispute(What.DISPUTE_RETRIED, first=1),
    Move.OFFER_TO_ALL: _plain(What.OFFERED_TO_ALL, text=1, digests=("",), approval=1, waits_for=""),
    Move.DECIDE_OFFER: _plain(What.OFFER_DECIDED, decision=Decision.APPROVED, waits_for=""),
    Move.PUBLISH: _plain(What.PUBLISHED),
    Move.UNPUBLISH: _looks_again,
    Move.WITHDRAW: _plain(What.WITHDRAWN),
    Move.VOID: _plain(What.VOIDED),
}
"""What each move that leads on puts on record, of an invented request; each fact another way."""

_EXCESS: Final = frozenset({Move.DRAFT_REASONS, Move.RECEIVE_REASONS, Move.DRAFT_DELAY})
_FEE: Final = frozenset(
    {Move.DRAFT_FEE, Move.FEE_NOTICE_RECEIVED, Move.RECEIVE_FEE, Move.DRAFT_FEE_WAIVER}
)
_ASKED: Final = frozenset({Move.CONSULTATION_RECEIVED, Move.CONSULTATION_ANSWERED})
_THIRD_PARTIES: Final = _ASKED | {Move.DRAFT_THIRD_PARTY, Move.DRAFT_THIRD_PARTY_NOTICE}
_CO_PRODUCERS: Final = _ASKED | {Move.DRAFT_CO_PRODUCER, Move.DRAFT_CO_PRODUCER_NOTICE}
_SECRECY: Final = frozenset({Move.REFER_SECRECY, Move.SECRECY_ANSWER})
_RELATED: Final = frozenset({Move.SPLIT, Move.JOIN, Move.SEPARATE})
_AFTER: Final = frozenset(
    {
        Move.REEXAMINE,
        Move.FILE,
        Move.OPEN_DISPUTE,
        Move.STATE_IN_DISPUTE,
        Move.DECIDE_DISPUTE,
        Move.APPEAL_DISPUTE,
        Move.RETRY_DISPUTE,
    }
)
_PUBLIC: Final = frozenset({Move.OFFER_TO_ALL, Move.DECIDE_OFFER, Move.PUBLISH, Move.UNPUBLISH})
PLAIN: Final = frozenset(
    {Move.ASSIGN, Move.DRAFT_ANSWER, Move.SUBMIT, Move.DECIDE, Move.ISSUE, Move.DISPATCH}
)
"""The plain way, from the receipt to the answer."""
_TURNS: Final = (
    frozenset(Move)
    - _EXCESS
    - _FEE
    - _THIRD_PARTIES
    - _CO_PRODUCERS
    - _SECRECY
    - _RELATED
    - _AFTER
    - _PUBLIC,
    PLAIN | _EXCESS,
    PLAIN | _FEE | {Move.DRAFT_LAPSE},
    PLAIN | _THIRD_PARTIES,
    PLAIN | _CO_PRODUCERS,
    PLAIN | _SECRECY,
    PLAIN | _RELATED,
    PLAIN | _AFTER,
    PLAIN | _PUBLIC,
)
"""The moves that are played together; every move is in one of them."""


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
    begun = (_event(What.RECEIVED, received, _BEGUN),)
    found = dict[Passage, None]()
    for moves in _TURNS:
        _play(begun, moves, found)
    return tuple(found)


def _play(begun: _Played, moves: frozenset[Move], found: dict[Passage, None]) -> None:
    """Whatever can become of a request by these moves, added to what was found."""
    waiting, seen = [begun], set()
    while waiting:
        played = waiting.pop(0)
        request = standing(played)
        if _key(request) in seen:
            continue
        seen.add(_key(request))
        for passage, after in _from(played, request, moves):
            found.setdefault(passage)
            waiting.append(after)


def _from(
    played: _Played, request: Standing, moves: frozenset[Move]
) -> Iterator[tuple[Passage, _Played]]:
    for move in (one for one in Move if one in moves):
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
    if request.fee and request.fee.is_awaited:
        days.append(days[0] + timedelta(days=60))
    decided = (one.decision and one.effective_on(one.decision) for one in request.disputes.values())
    days += [day for day in decided if day]
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
        frozenset(one.kind for one in request.clock_events),
        request.fee and (request.fee.received_on is None, request.fee.is_awaited),
        tuple((one.who, one.received_on is None, one.reply) for one in request.askings[:1]),
        request.question is None,
        request.question and request.question.outcome,
        bool(request.joined),
        tuple((min(len(one.steps), 3), one.decision is None) for one in request.disputes.values()),
        request.is_reopened,
        request.public and request.public.phase,
    )


def _event(what: What, payload: dict[str, Any], on: date) -> Event:
    return Event(kind=what, payload=payload, occurred_on=on)
