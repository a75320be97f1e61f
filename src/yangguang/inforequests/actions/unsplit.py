"""A split that was a mistake is taken back: the request is handled as one again (Art. 45).

Its counter-entry opens the whole again, with the period that it had; the parts are void, and what
was drafted for them with them. That is so only while nothing of a part has left the house and
nothing has come for it: what was said about one matter is not unsaid.
"""

from collections.abc import Collection, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.casework import erasure, ledger
from yangguang.casework.models import Case, Event
from yangguang.inforequests import derivation
from yangguang.inforequests.acting import Situation
from yangguang.inforequests.event_names import event_name
from yangguang.inforequests.events import VoidReason, What

_WITHIN: Final = frozenset(
    {
        What.RECEIVED,
        What.CONFIRMED,
        What.CARRIED_OVER,
        What.ASSIGNED,
        What.DRAFTED,
        What.SUBMITTED,
        What.AGREED,
        What.RETURNED,
        What.APPROVED,
        What.SECRECY_REFERRED,
        What.SECRECY_DETERMINED,
        What.JOINED,
        What.SEPARATED,
        What.NOTED,
        What.VOIDED,
    }
)
"""What can have been done with a part without anything having left the house, or come for it."""


def parts_of(event: Event | None) -> list[int]:
    """The ids of the parts that an entry made; none where it is no split."""
    return list(event.payload["children"]) if event and event.kind == What.SPLIT else []


def objection(event: Event) -> str:
    """Why a split stays; empty where it can be taken back, and for any other entry.

    Of a split one query, and one for each part; of anything else none.
    """
    parts = parts_of(event)
    if parts and erasure.erased_on([event.case_id]):
        return _("这件申请的内容已经按规定销毁，拆分不能撤销。")
    for part in Case.objects.filter(pk__in=parts).order_by("pk") if parts else ():
        if said := _gone_on(part):
            return said
    return ""


def _gone_on(part: Case) -> str:
    events = ledger.standing_events(part.events.order_by("seq"))
    if derivation.standing(events).joined:
        said = _("拆分出来的 {number} 正在和别的申请合并办理：先分开办理，再撤销拆分。")
        return said.format(number=part.number)
    done = next((one.kind for one in events if one.kind not in _WITHIN), None)
    if done is None:
        return ""
    said = _("拆分出来的 {number} 已经有“{what}”，拆分不能撤销，请按拆分的各件分别答复。")
    return said.format(number=part.number, what=event_name(done))


def is_part_of_none(payload: Mapping[str, Any]) -> bool:
    """Whether a case is void for its split was taken back: nothing brings it back but a new one."""
    return payload.get("reason") == VoidReason.SPLIT_UNDONE


def void_parts(situation: Situation, parts: Collection[int]) -> None:
    """Void the parts of a split that is taken back, in the action's transaction; all are locked."""
    for part in Case.objects.filter(pk__in=parts).order_by("pk"):
        ledger.record(
            part,
            What.VOIDED,
            occurred_on=situation.on,
            actor=situation.actor,
            payload={"reason": VoidReason.SPLIT_UNDONE},
        )
