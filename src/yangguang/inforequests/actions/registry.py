"""Keeping the register right: confirmation, notes, returned mail, what was entered by mistake."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import ledger
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, Event
from yangguang.inforequests import derivation, destroyed, disputes, public_version
from yangguang.inforequests.acting import acting
from yangguang.inforequests.actions import unsplit
from yangguang.inforequests.actions.relate import together
from yangguang.inforequests.actions.unpublish import is_open_to_all, take_back
from yangguang.inforequests.consultations import ENTERED, TOLD
from yangguang.inforequests.derivation import ISSUING
from yangguang.inforequests.event_names import event_name
from yangguang.inforequests.events import LEAVES, VoidReason, What
from yangguang.inforequests.moves import Move
from yangguang.inforequests.public_version import PublicVersion


def confirm(case: Case, people: Standing, on: date | None = None, seen: int | None = None) -> Event:
    """Staff have confirmed the receipt with the applicant, on a day, once (Art. 31).

    Within one working day it is the day of receipt, where the office confirms what comes by
    network or fax; later, and for a letter, it is on record only. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.CONFIRM, people, seen) as situation:
        day = situation.day(on, not_before=situation.request.arrived)
        return situation.record(What.CONFIRMED, None, day)


def note(case: Case, words: str, people: Standing) -> Event:
    """A note for the office's own use. Raises NotAllowed, Mistakes."""
    with acting(case, Move.NOTE, people) as situation:
        if not words.strip():
            raise Mistakes({"words": _("记事是空的。")})
        text = situation.keep("note", words)
        return situation.record(What.NOTED, {"text": text.pk})


def came_back(
    case: Case,
    people: Standing,
    on: date | None = None,
    seen: int | None = None,
    letter: int | None = None,
) -> Event:
    """A letter (its id; the answer, if not said) came back and must reach the applicant otherwise.

    An answer left when it left, all the same. What the return of a notice does to the period the
    law does not say: it is recorded, the clock runs on, and whoever handles the case is told.
    Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.CAME_BACK, people, seen) as situation:
        out, answer = situation.request.out, situation.request.answer
        back = letter or (answer if answer in out else next(reversed(out)))
        if back not in out:
            raise NotAllowed(_("这份文书没有寄出，或者已经登记过退回。"))
        day = situation.day(on, not_before=out[back])
        return situation.record(What.CAME_BACK, {"letter": back}, day)


def void(case: Case, reason: VoidReason, people: Standing, seen: int | None = None) -> Event:
    """The registration was a mistake: the case is closed and never counted, answered or not.

    What of it is open to everyone is taken back with it. Raises NotAllowed.
    """
    with acting(case, Move.VOID, people, seen) as situation:
        if is_open_to_all(situation.request):
            take_back(situation, _("这件申请的登记已经作废。"))
        return situation.record(What.VOIDED, {"reason": reason})


_LEAVING: Final = frozenset(LEAVES.values())
VOIDABLE: Final = frozenset(
    {
        What.CONFIRMED,
        What.CORRECTED,
        What.SECRECY_REFERRED,
        What.SECRECY_DETERMINED,
        What.REASONS_GIVEN,
        What.FEE_NOTICE_RECEIVED,
        What.FEE_PAID,
        What.SEALED,
        What.POSTED,
        What.SIGNED,
        What.SENT,
        What.DELIVERED,
        What.CAME_BACK,
        *ENTERED,
        What.REEXAMINED,
        What.WITHDRAWN,
        What.VOIDED,
        What.NOTED,
        What.KEPT_PUBLIC,
        What.FILED,
        What.SPLIT,
        *disputes.KINDS,
    }
)
"""What can have been entered by mistake. What an approval made cannot: that is a new decision."""


_DECIDED: Final = frozenset({What.AGREED, What.RETURNED, What.APPROVED})
_AFTER_IT_LEFT: Final = frozenset(
    {
        What.CAME_BACK,
        What.DELIVERED,
        What.REEXAMINED,
        What.DISPUTE_OPENED,
        What.DISPUTE_DECIDED,
        What.FILED,
    }
)
_RESTING: Final[Mapping[str, AbstractSet[str]]] = {
    What.CONFIRMED: ISSUING | {What.CORRECTED, What.SPLIT, What.CARRIED_OVER},
    What.CORRECTED: ISSUING | {What.SPLIT},
    What.SECRECY_REFERRED: _DECIDED | {What.SECRECY_DETERMINED},
    What.SECRECY_DETERMINED: _DECIDED | {What.SECRECY_REFERRED},
    What.REASONS_GIVEN: frozenset({What.DELAY_SET, What.ISSUED}),
    What.FEE_PAID: ISSUING,
    What.CAME_BACK: _LEAVING | {What.DELIVERED},
    What.WITHDRAWN: {What.FILED},
    What.SPLIT: disputes.KINDS | {What.FILED, What.VOIDED},
    **dict.fromkeys(_LEAVING, _LEAVING | _AFTER_IT_LEFT),
    **dict.fromkeys(ENTERED, frozenset({What.ISSUED, *TOLD})),
    What.DISPUTE_OPENED: disputes.KINDS,
    What.DISPUTE_STATED: {What.DISPUTE_APPEALED, What.DISPUTE_RETRIED},
    What.DISPUTE_DECIDED: disputes.KINDS | {What.ISSUED},
    What.DISPUTE_APPEALED: disputes.KINDS,
    What.DISPUTE_RETRIED: disputes.KINDS,
}
"""What, entered later, rests on an entry: letters on the dates that they state, a return on the
dispatch, the answer on what others said, the parts of a split request on its period, a dispute on
what it is about, the filing on what closed the case. A return and what it rests on are about one
letter, those of a dispute about that one."""


def can_be_voided(standing: Iterable[Event]) -> frozenset[int]:
    """The places of the events that a counter-entry can take back, among those that hold.

    A sealed file that was given out stays: first the entry by which it left is voided. So does
    everything on which a later entry rests, and that an answer left which everyone is to read; and
    what closed a request of which nothing can be read any more.
    """
    holding = list(standing)
    version = public_version.of(holding)
    gone = destroyed.is_destroyed(derivation.standing(holding))
    left = {event.payload.get("file") for event in holding if event.kind in _LEAVING}
    return frozenset(
        event.seq
        for at, event in enumerate(holding, 1)
        if event.kind in VOIDABLE
        and not (event.kind == What.SEALED and event.payload["file"] in left)
        and _what_rests_on(event, holding[at:]) is None
        and not _held(event, version)
        and not unsplit.is_part_of_none(event.payload)
        and not unsplit.objection(event)
        and not (gone and destroyed.opens_again(event, holding))
    )


def _what_rests_on(event: Event, later: Iterable[Event]) -> Event | None:
    is_of_dispute = event.kind in disputes.KINDS
    by = "dispute" if is_of_dispute else "letter"
    about = None if event.kind in ENTERED else event.payload.get(by)
    return next(
        (
            one
            for one in later
            if one.kind in _RESTING.get(event.kind, ())
            and (
                about in (None, one.payload.get(by))
                or (is_of_dispute and about in one.payload.get("orders", ()))
                or one.kind == What.FILED
            )
        ),
        None,
    )


def _held(event: Event, version: PublicVersion | None) -> str:
    """Why an entry stays while the answer's version for the public is as it is; or empty."""
    return public_version.holds(version, event.payload["letter"]) if event.kind in _LEAVING else ""


def void_entry(case: Case, seq: int, people: Standing, seen: int | None = None) -> Event:
    """A counter-entry for the event at `seq`: it no longer holds, and both stay on record.

    Of a split: its parts are void with it. Raises NotAllowed where there is no such event, it
    cannot be voided, or no longer holds.
    """
    parts = unsplit.parts_of(Event.objects.filter(case=case, seq=seq).first())
    beside = Case.objects.filter(pk__in=parts)
    with together(case, *beside), acting(case, Move.VOID_ENTRY, people, seen) as situation:
        events = list(Event.objects.filter(case=situation.case).order_by("seq"))
        standing = ledger.standing_events(events)
        event = next((one for one in standing if one.seq == seq), None)
        if event is None:
            raise NotAllowed(_("没有这条记录，或者它已经冲正过。"))
        if seq not in can_be_voided(standing):
            raise NotAllowed(_why_it_stays(event, standing))
        unsplit.void_parts(situation, parts)
        return ledger.record(
            situation.case,
            ledger.ENTRY_VOIDED,
            occurred_on=situation.on,
            actor=situation.actor,
            payload={"seq": seq},
        )


def _why_it_stays(event: Event, standing: Sequence[Event]) -> str:
    """Why a counter-entry cannot take back an entry, among those that hold."""
    later = [one for one in standing if one.seq > event.seq]
    if event.kind in VOIDABLE and (resting := _what_rests_on(event, later)):
        return _(
            "后来的“{name}”（第 {seq} 条）以这条记录为前提，这条不能冲正；"
            "那一条也登记错了的，先冲正那一条。"
        ).format(name=event_name(resting.kind), seq=resting.seq)
    if unsplit.is_part_of_none(event.payload):
        return _("拆分已经撤销，这一件不能恢复；仍要分开办理的，在原来的申请上重新拆分。")
    if said := _held(event, public_version.of(standing)) or unsplit.objection(event):
        return said
    if event.kind == What.SEALED:
        return _("这份盖章件已经发出，不能冲正；发出登记错了的，先冲正发出的那一条。")
    if event.kind in VOIDABLE:
        return destroyed.said()
    return _("这一步是审批或登记的结果，不能冲正，请另行办理。")
