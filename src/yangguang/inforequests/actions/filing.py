"""Filing closed requests, one or many, and what goes to the archives with one (Art. 45)."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from django.db import OperationalError
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.casework import ledger
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, CaseState, Event
from yangguang.casework.numbers import next_number
from yangguang.inforequests import derivation, filing_classes, queries
from yangguang.inforequests.acting import acting
from yangguang.inforequests.events import What
from yangguang.inforequests.filing_classes import Kind
from yangguang.inforequests.moves import Move
from yangguang.law.filing import RecordClass, Retention, reference

MOST_BOXES: Final = 999
"""The highest number that a box can have."""


class InBox(NamedTuple):
    """Into which box, under which class and period: none is each one's own."""

    box: int
    kind: Kind | None = None
    retention: Retention | None = None


class Told(NamedTuple):
    """What became of one request of many: its number, its place, or why it has none.

    `is_there`: whether who asks may know of it.
    """

    number: str
    place: str = ""
    why: str = ""
    is_there: bool = True


def file(
    case: Case,
    record_class: RecordClass,
    retention: Retention,
    box: int,
    people: Standing,
    seen: int | None = None,
    own: int | None = None,
) -> Event:
    """Give a closed request its class, its period, its box; the item's number is the next there is.

    Items are numbered by agency, year and period. `own` is the class of the agency's own, by its
    id. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.FILE, people, seen) as situation:
        if not 1 <= box <= MOST_BOXES:
            raise Mistakes({"box": _("盒号请填 1 到 999 之间的整数。")})
        if (record_class is RecordClass.OWN or own) and own not in _own(situation.agency):
            raise Mistakes({"kind": _("没有这个类别，或者它已经停用。请重新选择。")})
        year = situation.request.file_year
        series = f"filing {situation.agency.pk} {year} {retention}"
        return situation.record(
            What.FILED,
            {
                "record_class": record_class,
                **({"own": own} if own else {}),
                "retention": retention,
                "year": year,
                "box": box,
                "item": next_number(series),
            },
        )


def _own(agency: Agency) -> set[int]:
    return {one.own for one in filing_classes.kinds_of(agency).values() if one.own}


def file_each(
    chosen: Sequence[tuple[str, int]], agency: Agency, into: InBox, people: Standing
) -> list[Told]:
    """File many requests of an agency, each by itself: what fails of one touches no other.

    `chosen` are numbers, each with the last event that was on the screen. Items are numbered in the
    order in which the requests were closed.
    """
    numbers = [number for number, _seen in chosen]
    states = queries.states_visible_to(people).filter(agency=agency, number__in=numbers)
    closed = {one.number: one for one in states.select_related("case")}
    seen = dict(chosen)
    unknown = [number for number in numbers if number not in closed]
    order = sorted(closed.values(), key=lambda one: (str(one.closed_on), one.pk))
    said = _("没有这件申请，或者它不在这个机关。")
    return [
        *(_told(one, into, people, seen[one.number]) for one in order),
        *(Told(number, why=said, is_there=False) for number in unknown),
    ]


def _told(state: CaseState, into: InBox, people: Standing, seen: int) -> Told:
    try:
        kind = into.kind or _proposed(state)
        retention = into.retention or kind.retention
        event = file(state.case, kind.record_class, retention, into.box, people, seen, kind.own)
    except NotAllowed as why:
        return Told(state.number, why=str(why))
    except Mistakes as mistakes:
        return Told(state.number, why="".join(mistakes.fields.values()))
    except OperationalError:
        return Told(state.number, why=_("数据库正忙，这一件没有归档，请再试一次。"))
    kept = event.payload
    return Told(state.number, reference(kept["year"], retention, kept["box"], kept["item"]))


def _proposed(state: CaseState) -> Kind:
    events = ledger.standing_events(state.case.events.order_by("seq"))
    is_disputed = bool(derivation.standing(events).disputes)
    return filing_classes.kinds_of(state.agency)[filing_classes.proposed(is_disputed)]


def latest_box(agency: Agency) -> int:
    """The box into which the agency filed last; 1 where it never did."""
    filed = Event.objects.filter(case__agency=agency, kind=What.FILED).order_by("-pk").first()
    return filed.payload["box"] if filed else 1
