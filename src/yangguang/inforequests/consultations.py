"""Who is asked about a request beside the applicant, as its events tell it (Arts 32, 34): pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from yangguang.casework.models import Event
from yangguang.inforequests.events import LetterKind, What
from yangguang.law.clock import Party


class Reply(StrEnum):
    """What was answered; another organ agrees or objects."""

    AGREES = "agrees"
    AGREES_IN_PART = "agrees_in_part"
    OBJECTS = "objects"


ASKS: Final = {
    LetterKind.THIRD_PARTY: What.THIRD_PARTY_ASKED,
    LetterKind.CO_PRODUCER: What.CO_PRODUCER_ASKED,
}
"""The event by which a letter asks."""
ASKED: Final = {
    What.THIRD_PARTY_ASKED: Party.THIRD_PARTY,
    What.CO_PRODUCER_ASKED: Party.CO_PRODUCER,
}
RECEIVED: Final = {
    Party.THIRD_PARTY: What.THIRD_PARTY_RECEIVED,
    Party.CO_PRODUCER: What.CO_PRODUCER_RECEIVED,
}
ANSWERED: Final = {
    Party.THIRD_PARTY: What.THIRD_PARTY_ANSWERED,
    Party.CO_PRODUCER: What.CO_PRODUCER_ANSWERED,
}
RECEIPTS: Final = frozenset(RECEIVED.values())
REPLIES: Final = frozenset(ANSWERED.values())
ENTERED: Final = RECEIPTS | REPLIES
"""What the office enters of the one asked; it names the letter by which that one was asked."""
TELLS: Final = {
    LetterKind.THIRD_PARTY_NOTICE: Party.THIRD_PARTY,
    LetterKind.CO_PRODUCER_NOTICE: Party.CO_PRODUCER,
}
"""Whom a letter tells that what it objects to is opened all the same."""
TOLD_BY: Final = {
    Party.THIRD_PARTY: What.THIRD_PARTY_TOLD,
    Party.CO_PRODUCER: What.CO_PRODUCER_TOLD,
}
TOLD: Final = frozenset(TOLD_BY.values())
EVENTS: Final = frozenset((*ASKED, *ENTERED, *TOLD))

_PLACES: Final = "甲乙丙丁戊己庚辛壬癸"


@dataclass(frozen=True, slots=True)
class Asking:
    """One that was asked: by which letter, as what, whose particulars; what came of it.

    `matter` tells it apart from others asked side by side (甲, 乙 …), on the clock and in words,
    without a name.
    """

    letter: int
    who: Party
    party: int
    matter: str
    asked_on: date
    received_on: date | None = None
    answered_on: date | None = None
    reply: Reply | None = None
    told_on: date | None = None
    """When one that objected was told that it is opened all the same."""


def after(askings: Sequence[Asking], event: Event) -> list[Asking]:
    """Who is asked after one of EVENTS."""
    what, payload, on = What(event.kind), event.payload, event.occurred_on
    if what in ASKED:
        who = ASKED[what]
        matter = _place(sum(one.who is who for one in askings))
        return [*askings, Asking(payload["letter"], who, payload["party"], matter, on)]
    letter = payload["asked"] if what in TOLD else payload["letter"]
    return [_noted(one, what, event) if one.letter == letter else one for one in askings]


def matter(askings: Sequence[Asking], event: Event) -> str:
    """What an event is about, as the clock tells it apart; empty for what is no consultation."""
    if event.kind not in EVENTS:
        return ""
    return next((one.matter for one in askings if one.letter == event.payload["letter"]), "")


def _noted(one: Asking, what: What, event: Event) -> Asking:
    if what in RECEIPTS:
        return replace(one, received_on=event.occurred_on)
    if what in REPLIES:
        return replace(one, answered_on=event.occurred_on, reply=Reply(event.payload["reply"]))
    return replace(one, told_on=event.occurred_on)


def _place(index: int) -> str:
    return _PLACES[index] if index < len(_PLACES) else str(index + 1)
