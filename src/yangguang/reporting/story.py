"""What happened to a report, as a page tells it: what, when, by whom, with which words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from django.utils.translation import gettext as _

from yangguang.agencies.models import Person
from yangguang.casework import ledger, personal
from yangguang.casework.models import ApprovalStep, Event
from yangguang.casework.sealing import CannotOpen
from yangguang.reporting.events import NAMES, What
from yangguang.reporting.models import Urging, YearReport


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `words`: a comment that came with it; `more`: what else matters."""

    name: str
    on: date
    entered: datetime
    who: Person | None
    instead_of: Person | None
    version: int | None
    words: str
    more: str


def story(report: YearReport) -> list[Entry]:
    """All that happened, the latest first."""
    rows = Event.objects.filter(case=report.case_id).order_by("seq")
    events = ledger.standing_events(rows.select_related("actor", "instead_of"))
    said = _comments(events)
    every = [*(_entry(one, said) for one in events), *_urgings(report)]
    return sorted(reversed(every), key=attrgetter("entered"), reverse=True)


def _urgings(report: YearReport) -> Iterator[Entry]:
    """When the supervising office reminded of it, before it was begun, too."""
    rows = Urging.objects.filter(agency=report.agency_id, year=report.year)
    for one in rows.select_related("by", "instead_of"):
        name = _("主管部门提醒报送")
        yield Entry(name, one.day, one.at, one.by, one.instead_of, None, "", "")


def _entry(event: Event, said: dict[int, str]) -> Entry:
    late = event.payload.get("late")
    overridden = event.payload.get("overridden")
    return Entry(
        str(NAMES[What(event.kind)]),
        event.occurred_on,
        event.recorded_at,
        event.actor,
        event.instead_of,
        event.payload.get("version"),
        said.get(event.payload.get("step", 0), ""),
        _("晚于法定日期") if late else _("还有没有解决的问题，写明了理由") if overridden else "",
    )


def _comments(events: list[Event]) -> dict[int, str]:
    """The comments of the steps of approval, by the step's id."""
    steps = [one.payload["step"] for one in events if "step" in one.payload]
    found = ApprovalStep.objects.filter(pk__in=steps, comment__isnull=False)
    return {one.pk: _words(one) for one in found.select_related("comment__case", "comment__key")}


def _words(step: ApprovalStep) -> str:
    assert step.comment is not None
    try:
        return str(personal.words_of(step.comment))
    except (personal.Erased, CannotOpen):
        return ""
