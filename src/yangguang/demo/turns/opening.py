"""Answers for everyone, and what was withheld looked at anew."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from yangguang.agencies.capabilities import Capability
from yangguang.casework.models.approval import Decision
from yangguang.demo.desk import Desk, Timed
from yangguang.demo.steps import Far, Offered, Reexamined, Step, TakenBack
from yangguang.inforequests import public_version
from yangguang.inforequests.actions import publish, unpublish
from yangguang.inforequests.actions.reexamine import reexamine

_HOURS: Final = ("10:10", "14:20", "15:10", "16:10")
"""When the levels decide on a version, on the day after it was written."""


def acts(desk: Desk, step: Step) -> Iterator[Timed]:
    """What a step of this subject is made of; nothing for another's."""
    on = desk.on(step.at)
    match step:
        case Offered():
            yield from _offered(desk, step)
        case TakenBack(_, reason):
            yield Timed(
                on, "14:50", lambda: unpublish.unpublish(desk.case, reason, desk.registrar())
            )
        case Reexamined(_, finding, words):
            yield Timed(on, "10:20", lambda: reexamine(desk.case, finding, words, desk.hand()))


def _offered(desk: Desk, step: Offered) -> Iterator[Timed]:
    version = publish.Version(step.title, step.asked, step.answered)
    yield Timed(desk.on(step.at), "11:30", lambda: publish.offer(desk.case, version, desk.hand()))
    if step.far >= Far.APPROVED:
        next_day = desk.on(step.at, 1)
        for capability, hour in zip(public_version.PLAN, _HOURS, strict=True):
            yield Timed(next_day, hour, partial(_decide, desk, capability))
    if step.far is Far.SENT:
        yield Timed(
            desk.on(step.at, 2), "09:30", lambda: publish.publish(desk.case, desk.registrar())
        )


def _decide(desk: Desk, capability: Capability) -> None:
    version = desk.standing().public
    assert version is not None
    publish.decide(desk.case, Decision.APPROVED, version.digest, desk.holder(capability))
