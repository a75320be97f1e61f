"""What happened to a report, as a page tells it: what, when, by whom, with which words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability
from yangguang.agencies.models import Person
from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.casework import approval, ledger, personal
from yangguang.casework.models import ApprovalStep, Event
from yangguang.casework.sealing import CannotOpen
from yangguang.reporting.events import NAMES, What
from yangguang.reporting.models import CellComment, Urging, YearReport


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `words`: comments that came with it; `more`: what else matters.

    `what`: None where the supervising office reminded of it; `level`: of a decision, at which
    level it was taken.
    """

    what: What | None
    on: date
    entered: datetime
    who: Person | None
    instead_of: Person | None
    version: int | None = None
    words: tuple[str, ...] = ()
    more: str = ""
    level: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return str(NAMES[self.what]) if self.what else _("主管部门提醒报送")


def story(report: YearReport) -> list[Entry]:
    """All that happened, the latest first."""
    rows = Event.objects.filter(case=report.case_id).order_by("seq")
    events = ledger.standing_events(rows.select_related("actor", "instead_of"))
    steps, returned = _steps(events), _returned(report)
    every = [*(_entry(one, steps, returned) for one in events), *_urgings(report)]
    return sorted(reversed(every), key=attrgetter("entered"), reverse=True)


def _urgings(report: YearReport) -> Iterator[Entry]:
    """When the supervising office reminded of it, before it was begun, too."""
    rows = Urging.objects.filter(agency=report.agency_id, year=report.year)
    for one in rows.select_related("by", "instead_of"):
        yield Entry(None, one.day, one.at, one.by, one.instead_of)


def _entry(event: Event, steps: dict[int, ApprovalStep], returned: dict[int, list[str]]) -> Entry:
    late = event.payload.get("late")
    overridden = event.payload.get("overridden")
    version = event.payload.get("version")
    step = steps.get(event.payload.get("step", 0))
    comments = returned.get(version or 0, []) if event.kind == What.RETURNED else []
    return Entry(
        What(event.kind),
        event.occurred_on,
        event.recorded_at,
        event.actor,
        event.instead_of,
        version,
        tuple(comments) if step is None else _words(step),
        _("晚于法定日期") if late else _("还有没有解决的问题，写明了理由") if overridden else "",
        _level(step) if step else "",
    )


def _steps(events: list[Event]) -> dict[int, ApprovalStep]:
    """The steps of approval, by their id."""
    steps = [one.payload["step"] for one in events if "step" in one.payload]
    found = ApprovalStep.objects.filter(pk__in=steps)
    return {
        one.pk: one for one in found.select_related("approval", "comment__case", "comment__key")
    }


def _returned(report: YearReport) -> dict[int, list[str]]:
    """What the supervising office said when it returned a version, by the version's number."""
    found: dict[int, list[str]] = {}
    comments = CellComment.objects.filter(version__report=report)
    for number, cell, text in comments.values_list("version__number", "cell", "text"):
        where = cell_name(cell) if cell else _("整份报告")
        found.setdefault(number, []).append(f"{where}：{text}")
    return found


def _words(step: ApprovalStep) -> tuple[str, ...]:
    if step.comment is None:
        return ()
    try:
        return (str(personal.words_of(step.comment)),)
    except (personal.Erased, CannotOpen):
        return ()


def _level(step: ApprovalStep) -> str:
    return str(approval.LEVEL_NAMES[Capability(step.approval.plan[step.level - 1])])
