"""An answer's version for the public: how far it is, and what may be done with it now (Art. 44).

It is written from an answer that has left, approved like one, published, and may be withdrawn; a
new version may be written unless one is being approved or is open to all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability
from yangguang.casework.models import Event
from yangguang.casework.models.approval import Decision
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move

PLAN: Final = (
    Capability.APPROVE_FIRST,
    Capability.APPROVE_SECOND,
    Capability.REVIEW_SECRECY,
    Capability.APPROVE_FINAL,
)
"""The levels that a version passes: reviewed before release (Art. 17), like an answer that releases
something."""
MOVES: Final = frozenset({Move.OFFER_TO_ALL, Move.DECIDE_OFFER, Move.PUBLISH, Move.UNPUBLISH})
SUBJECT: Final = "public answer:"
"""How the subjects of its approvals begin."""


class Phase(StrEnum):
    """How far a version is."""

    IN_APPROVAL = "in_approval"
    RETURNED = "returned"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


UNDER_WAY: Final = frozenset({Phase.IN_APPROVAL, Phase.RETURNED, Phase.APPROVED})
"""The phases in which it waits for the office."""
IN_DOUBT: Final = "in_doubt"
"""Beside these: it is open to all, and has to be looked at again."""


@dataclass(frozen=True, slots=True)
class PublicVersion:
    """A version of an answer (`letter`): its text and approval (ids), the approved digest.

    That is the text's, in which the digests of the files stand that go with it.
    """

    letter: int
    text: int
    digest: str
    approval: int
    waits_for: str
    files: tuple[int, ...] = ()
    """The copies of files that go with it, in the order in which its text lists them."""
    phase: Phase = Phase.IN_APPROVAL
    overturned_in: frozenset[int] = frozenset()
    """The disputes (their numbers) that corrected its answer, as far as nobody has looked since."""
    kept_beside: int | None = None
    """The answer that held when it was last decided that the version stays open to all."""


def waits_for(version: PublicVersion | None, answer: int | None) -> str:
    """Who decides next (a capability), empty where nobody does. `answer`: the one that holds now.

    What was overtaken is decided by nobody.
    """
    return "" if version is None or is_overtaken(version, answer) else version.waits_for


def is_overtaken(version: PublicVersion, answer: int | None) -> bool:
    """Whether its answer was given anew since, or overturned and nobody has looked at it."""
    return version.letter != answer or bool(version.overturned_in)


def subject(case: int) -> str:
    """What the public version of the answer of a case (its id) is called in its approvals."""
    return f"{SUBJECT}{case}"


def after(
    before: PublicVersion | None, what: What, payload: Mapping[str, Any]
) -> PublicVersion | None:
    """The version as an event leaves it; None where there is none."""
    match what:
        case What.OFFERED_TO_ALL:
            return PublicVersion(
                payload["letter"],
                payload["text"],
                payload["digests"][0],
                payload["approval"],
                payload["waits_for"],
                tuple(payload.get("attachments", ())),
            )
        case What.OFFER_DECIDED if before and payload["decision"] == Decision.RETURNED:
            return replace(before, waits_for="", phase=Phase.RETURNED)
        case What.OFFER_DECIDED if before:
            waits_for = payload["waits_for"]
            phase = Phase.IN_APPROVAL if waits_for else Phase.APPROVED
            return replace(before, waits_for=waits_for, phase=phase)
        case What.PUBLISHED if before:
            return replace(before, phase=Phase.PUBLISHED)
        case What.UNPUBLISHED if before:
            return replace(before, phase=Phase.WITHDRAWN)
        case What.KEPT_PUBLIC if before:
            return replace(before, overturned_in=frozenset(), kept_beside=payload["letter"])
    return before


def of(events: Iterable[Event]) -> PublicVersion | None:
    """The version as the events that stand have left it; None where there is none."""
    found = None
    for event in events:
        found = after(found, What(event.kind), event.payload)
    return found


def holds(version: PublicVersion | None, letter: int | None) -> str:
    """Why it stays on record that a letter left: everyone is to read it; empty where it need not.

    A version that was returned, withdrawn, or is of another letter holds nothing, nor one that is
    approved: it is published only while the answer has left.
    """
    if version is None or version.letter != letter:
        return ""
    match version.phase:
        case Phase.IN_APPROVAL:
            return _("公开版正在审批：退回或者批完以后，才能冲正答复发出的那一条。")
        case Phase.PUBLISHED:
            return _("答复已经向社会公开：先撤下公开版，才能冲正答复发出的那一条。")
    return ""


def objection(
    move: Move, version: PublicVersion | None, answer: int | None, *, is_answered: bool
) -> str:
    """Why a move of a public version is not lawful now; empty where it is.

    `answer`: the letter that holds now; another one than the version's was given anew since.
    """
    phase = version.phase if version else None
    is_outdated = version is not None and version.letter != answer
    if move is Move.UNPUBLISH:
        return "" if phase is Phase.PUBLISHED else _("答复没有向社会公开，不用撤下。")
    if not is_answered:
        return _("答复发出以后，才能向社会公开。")
    is_overturned = version is not None and bool(version.overturned_in)
    match move:
        case Move.DECIDE_OFFER | Move.PUBLISH if is_outdated:
            return _("这份公开版写的是以前的答复，申请已经重新答复。请按现在的答复重新编写。")
        case Move.DECIDE_OFFER | Move.PUBLISH if is_overturned:
            return _("送审以后，答复被复议决定或者裁判纠正了。还要公开的，请重新编写、送审。")
        case Move.OFFER_TO_ALL if (
            phase is Phase.IN_APPROVAL and not is_outdated and not is_overturned
        ):
            return _("公开版正在审批，退回后才能修改。")
        case Move.OFFER_TO_ALL if phase is Phase.PUBLISHED:
            return _("答复已经向社会公开；要改，先撤下。")
        case Move.DECIDE_OFFER if phase is not Phase.IN_APPROVAL:
            return _("没有正在审批的公开版。")
        case Move.PUBLISH if phase is not Phase.APPROVED:
            return _("公开版审批通过之后才能发布。")
    return ""
