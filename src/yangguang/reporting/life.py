"""Where a report stands, from what happened to it; and what may be done with it now (Art. 49)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability
from yangguang.casework import ledger
from yangguang.casework.models import Case, Event
from yangguang.reporting.events import What
from yangguang.reporting.models import YearReport


class Stage(StrEnum):
    """How far a report is; after its publication a corrected version goes the way again."""

    DRAFTING = "drafting"
    IN_APPROVAL = "in_approval"
    APPROVED = "approved"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    PUBLISHED = "published"


STAGE_NAMES: Final = {
    Stage.DRAFTING: lazy("编制中"),
    Stage.IN_APPROVAL: lazy("审批中"),
    Stage.APPROVED: lazy("审批通过，待报送"),
    Stage.SUBMITTED: lazy("已报送"),
    Stage.RETURNED: lazy("主管部门退回"),
    Stage.ACCEPTED: lazy("主管部门已收下"),
    Stage.PUBLISHED: lazy("已公布"),
}

_CORRECTED_NAMES: Final = {
    Stage.DRAFTING: lazy("更正中"),
    Stage.IN_APPROVAL: lazy("更正版审批中"),
    Stage.APPROVED: lazy("更正版审批通过，待报送"),
    Stage.SUBMITTED: lazy("更正版已报送"),
    Stage.RETURNED: lazy("更正版被主管部门退回"),
    Stage.ACCEPTED: lazy("更正版主管部门已收下"),
    Stage.PUBLISHED: STAGE_NAMES[Stage.PUBLISHED],
}


def stage_name(stage: Stage, *, is_public: bool) -> str:
    """How far it is, in words; `is_public`: what goes the way is a corrected version."""
    return str((_CORRECTED_NAMES if is_public else STAGE_NAMES)[stage])


BEING_WRITTEN: Final = frozenset({Stage.DRAFTING, Stage.RETURNED})
"""When its words and figures can be changed."""


class Move(StrEnum):
    """What can be done with a report."""

    WRITE = "write"
    SEND_UP = "send_up"
    DECIDE = "decide"
    TAKE_BACK = "take_back"
    SUBMIT = "submit"
    RETURN = "return"
    ACCEPT = "accept"
    PUBLISH = "publish"
    CORRECT = "correct"
    STOP_CORRECTING = "stop_correcting"
    BRING_IN = "bring_in"


CAPABILITY: Final = {
    Move.WRITE: Capability.REPORT,
    Move.SEND_UP: Capability.REPORT,
    Move.TAKE_BACK: Capability.REPORT,
    Move.SUBMIT: Capability.REPORT,
    Move.RETURN: Capability.TAKE_REPORTS,
    Move.ACCEPT: Capability.TAKE_REPORTS,
    Move.PUBLISH: Capability.REPORT,
    Move.CORRECT: Capability.REPORT,
    Move.STOP_CORRECTING: Capability.REPORT,
    Move.BRING_IN: Capability.REPORT,
}
"""What each takes; a decision takes what the level asks for."""

PLAN: Final = (
    Capability.APPROVE_FIRST,
    Capability.APPROVE_SECOND,
    Capability.REVIEW_SECRECY,
    Capability.APPROVE_FINAL,
)
"""The levels that a report passes: what is published is reviewed for secrecy (Art. 17)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands. `version`: the one under way; `published`: what everyone reads.

    `due`: the day by which it is submitted and published, as it was when it was begun (a local
    notice may come later: `due.due_day` is what counts); `submitted_on`: when it first went to
    the supervising office.
    """

    year: int = 0
    due: date | None = None
    stage: Stage = Stage.DRAFTING
    version: int | None = None
    approval: int | None = None
    waits_for: str = ""
    published: int | None = None
    submitted: int | None = None
    submitted_on: date | None = None
    published_on: date | None = None
    is_brought_in: bool = False
    last_seq: int = 0

    @property
    def is_being_written(self) -> bool:
        """Whether its words and figures can be changed."""
        return self.stage in BEING_WRITTEN

    @property
    def name(self) -> str:
        """How far it is, in words."""
        return stage_name(self.stage, is_public=self.published is not None)


def standing(events: Iterable[Event]) -> Standing:
    """Where a report stands after these events (those that hold, in order)."""
    now = Standing()
    for event in events:
        now = replace(_after(now, event), last_seq=event.seq)
    return now


def _after(now: Standing, event: Event) -> Standing:
    said = event.payload
    match What(event.kind):
        case What.BEGUN:
            due = said["due"]
            return replace(now, year=said["year"], due=date.fromisoformat(due) if due else None)
        case What.SENT_UP:
            return replace(
                now,
                stage=Stage.IN_APPROVAL,
                version=said["version"],
                approval=said["approval"],
                waits_for=said["waits_for"],
            )
        case What.AGREED:
            return replace(now, waits_for=said["waits_for"])
        case What.APPROVED:
            return replace(now, stage=Stage.APPROVED, waits_for="")
        case What.SENT_BACK | What.TAKEN_BACK | What.CORRECTING:
            return replace(now, stage=Stage.DRAFTING, waits_for="")
        case What.SUBMITTED:
            first = now.submitted_on or event.occurred_on
            return replace(
                now, stage=Stage.SUBMITTED, submitted=said["version"], submitted_on=first
            )
        case What.RETURNED:
            return replace(now, stage=Stage.RETURNED)
        case What.ACCEPTED:
            return replace(now, stage=Stage.ACCEPTED)
        case What.CORRECTION_STOPPED:
            return replace(now, stage=Stage.PUBLISHED, version=now.published, waits_for="")
        case What.PUBLISHED | What.BROUGHT_IN:
            return replace(
                now,
                stage=Stage.PUBLISHED,
                version=said["version"],
                published=said["version"],
                published_on=event.occurred_on,
                is_brought_in=event.kind == What.BROUGHT_IN,
            )


def standing_of(report: YearReport) -> Standing:
    """Where a report stands now."""
    events = Event.objects.filter(case=report.case_id).order_by("seq")
    return standing(ledger.standing_events(events))


def standings(events: QuerySet[Event]) -> dict[int, Standing]:
    """Case → where its report stands after these of its events. One query."""
    ordered = events.order_by("case_id", "seq")
    return {
        case: standing(ledger.standing_events(entered))
        for case, entered in groupby(ordered, key=attrgetter("case_id"))
    }


_WHEN: Final = {
    Move.WRITE: BEING_WRITTEN,
    Move.SEND_UP: BEING_WRITTEN,
    Move.DECIDE: {Stage.IN_APPROVAL},
    Move.TAKE_BACK: {Stage.IN_APPROVAL, Stage.APPROVED},
    Move.SUBMIT: {Stage.APPROVED},
    Move.RETURN: {Stage.SUBMITTED},
    Move.ACCEPT: {Stage.SUBMITTED},
    Move.CORRECT: {Stage.PUBLISHED},
    Move.STOP_CORRECTING: BEING_WRITTEN,
    Move.BRING_IN: {Stage.DRAFTING, Stage.PUBLISHED},
}


def not_now(move: Move, now: Standing, *, has_supervisor: bool) -> str:
    """Why a move cannot be made as things stand; empty where it can.

    An agency publishes what it has submitted (Art. 49: submit, and publish); who has nobody to
    submit it to publishes what is approved.
    """
    if move is Move.SUBMIT and not has_supervisor:
        return _("本机关没有上级主管部门，审批通过以后直接公布。")
    if move is Move.PUBLISH:
        ready = {Stage.SUBMITTED, Stage.ACCEPTED} if has_supervisor else {Stage.APPROVED}
    else:
        ready = set(_WHEN[move])
    if move is Move.BRING_IN and now.version and not now.is_brought_in:
        return _("这一年的年报是在系统里编制的，不能再导入，请编制更正版。")
    if move is Move.CORRECT and now.is_brought_in:
        return _("这一年的年报是导入的，更正请重新导入更正后的文件。")
    if move is Move.STOP_CORRECTING and now.published is None:
        return _("这份年度报告还没有公布过，没有更正可以停止。")
    if now.stage in ready:
        return ""
    is_public = now.published is not None
    wanted = "、".join(stage_name(one, is_public=is_public) for one in Stage if one in ready)
    return _("年度报告现在是“{now}”，这一步要在“{wanted}”的时候办。").format(
        now=now.name, wanted=wanted
    )


def needed(events: Sequence[Event]) -> str:
    """Why what is sealed beside a report (comments of those who approved) is not destroyed."""
    del events  # of any report the same
    return _("年度报告长期保存，没有申请人的个人信息，不需要销毁。")


def derive(case: Case, events: Sequence[Event]) -> dict[str, Any]:
    """What the case's state is after these events. It is done when it is published."""
    now = standing(events)
    return {
        "state": now.stage.value,
        "received_on": events[0].occurred_on if events else None,
        "due_on": now.due,
        "closed_on": now.published_on if now.stage is Stage.PUBLISHED else None,
    }
