"""The history played through the actions, each step at its moment, all requests in order of time.

Every step asks what a clerk's page would ask; nothing is written but by the actions.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from typing import Final, NamedTuple

from django.utils import timezone

from yangguang.agencies.capabilities import Capability
from yangguang.casework import moment
from yangguang.demo.desk import City, Desk, Do, Timed
from yangguang.demo.models import DemoRequest
from yangguang.demo.steps import Split, Step
from yangguang.demo.story import Asked, On
from yangguang.demo.turns import asking_others, contesting, handling, opening, writing
from yangguang.inforequests.actions import receive, relate
from yangguang.inforequests.application import Application
from yangguang.law.receipt import Channel

_TURNS: Final = (
    handling.acts,
    writing.acts,
    asking_others.acts,
    contesting.acts,
    opening.acts,
)


class Act(NamedTuple):
    """One thing that is done, and when."""

    moment: datetime
    request: int
    order: int
    do: Do


def acts(history: Sequence[Asked], city: City) -> list[Act]:
    """Everything that happened until the day before the city's, in the order of time.

    Of a request that came on a day of the calendar either all has happened by then, or nothing.
    """
    found: list[Act] = []
    for index, asked in enumerate(history):
        desk = Desk(asked, city)
        its = list(_played(desk, index))
        if isinstance(asked.came, On) and max(one.on for one in its) >= city.day:
            continue
        city.known[asked.name] = desk
        found += [Act(_moment(one, index), index, order, one.do) for order, one in enumerate(its)]
    return sorted(found, key=lambda act: act[:3])


def play(timed: Iterable[tuple[datetime, Do]], done: Callable[[], object]) -> None:
    """Do what is to be done, each at its moment; `done` is called after each."""
    for at, do in timed:
        with moment.standing_at(at):
            do()
        done()


def _played(desk: Desk, index: int) -> Iterator[Timed]:
    """All that happens to a request, in the order of its steps; `index`: its place in the list."""
    hour = 8 + index * 5 % 9
    came_at = f"{hour:02}:{index * 13 % 30:02}"
    yield Timed(desk.came_on, came_at, lambda: _received(desk, f"demo {index}"))
    for step in desk.asked.steps:
        yield from _acts(desk, step)


def _acts(desk: Desk, step: Step) -> Iterator[Timed]:
    if isinstance(step, Split):
        yield from _split(desk, step)
        return
    for turn in _TURNS:
        yield from turn(desk, step)


def _split(desk: Desk, step: Split) -> Iterator[Timed]:
    """What happens to the parts follows, part by part."""
    parts = [desk.part(matter) for matter in step.matters]

    def split() -> None:
        made = relate.split(desk.case, step.matters, desk.hand())
        for part, case in zip(parts, made, strict=True):
            part.kept, part.author = case, desk.author

    yield Timed(desk.on(step.at), "10:15", split)
    for part, steps in zip(parts, step.parts, strict=False):
        for one in steps:
            yield from _acts(part, one)


def _moment(one: Timed, index: int) -> datetime:
    """Requests differ by some minutes, for not all is done at once."""
    at = datetime.combine(one.on, time.fromisoformat(one.at)) + timedelta(minutes=index * 7 % 29)
    return timezone.make_aware(at)


def _received(desk: Desk, token: str) -> None:
    asked, today = desk.asked, moment.today()
    application = Application(
        asked.kind,
        asked.applicant,
        asked.wanted,
        form=asked.form,
        receiving=asked.receiving,
        purpose=asked.purpose,
        agent=asked.agent,
    )
    take = partial(receive.submit, desk.agency, application, ())
    if asked.channel is not Channel.PORTAL:
        by = desk.holder(Capability.REGISTER)
        take = partial(receive.register, desk.agency, application, (), asked.channel, today, by)
    taken = take(token)
    desk.kept = taken.case
    if asked.shows:
        DemoRequest.objects.create(case=taken.case, code=taken.code, shows=asked.shows)
