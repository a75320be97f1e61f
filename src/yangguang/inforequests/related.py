"""Requests that belong together: the parts that one was split into, and what is handled jointly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from yangguang.casework.models import Case, CaseState, Event
from yangguang.inforequests.derivation import Stage, Standing
from yangguang.inforequests.names import STAGE_NAMES


@dataclass(frozen=True, slots=True)
class Related:
    """Another request: as what it belongs to this one, its number, how it stands."""

    as_what: str
    number: str
    stage: str


def of(request: Standing) -> list[Related]:
    """The requests that belong to one. One query, none where there are none."""
    called = {
        **({request.split_from: _("拆分自")} if request.split_from else {}),
        **dict.fromkeys(request.split_into, _("拆分为")),
        **dict.fromkeys(request.joined, _("合并办理")),
    }
    if not called:
        return []
    states = CaseState.objects.filter(case__in=called).order_by("case")
    return [
        Related(called[one.case_id], one.number, str(STAGE_NAMES[Stage(one.state)]))
        for one in states
    ]


def parts(request: Standing) -> list[CaseState]:
    """What a request was split into, in order. One query, none where it was not."""
    if not request.split_into:
        return []
    return list(CaseState.objects.filter(case__in=request.split_into).order_by("case"))


def numbers(events: Sequence[Event]) -> dict[int, str]:
    """The numbers of the cases that events name. One query, none where none is named."""
    named = {pk for event in events for pk in _named(event.payload)}
    found = Case.objects.filter(pk__in=named).values_list("pk", "number") if named else ()
    return dict(found)


def in_words(event: Event, known: Mapping[int, str]) -> list[str]:
    """What the office's history says of them: their numbers, as far as known."""
    told = [known[pk] for pk in _named(event.payload) if pk in known]
    if told and event.payload.get("split_from"):
        return [_("从 {number} 拆分").format(number=told[0])]
    return ["、".join(told)] if told else []


def _named(payload: Mapping[str, Any]) -> list[int]:
    found = [*payload.get("children", ()), payload.get("case"), payload.get("split_from")]
    return [one for one in found if one]
