"""What has just happened to reports, told to those whose turn it is now.

Of each report only where it stands: what someone has already gone on from is not told any more.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yangguang.agencies.capabilities import Capability, Standing, holders_at, standing
from yangguang.agencies.models import Person
from yangguang.casework import approval, ledger
from yangguang.casework.models import Approval, Event
from yangguang.reporting import comments, life
from yangguang.reporting.board import board
from yangguang.reporting.events import KIND, What
from yangguang.reporting.life import Stage
from yangguang.reporting.models import Urging, YearReport
from yangguang.reporting.reminding.notice import Notice, named, way_of

SINCE: Final = timedelta(days=14)
"""How long what happened is news: as long as a mail server may be away."""


@dataclass(frozen=True, slots=True)
class _Now:
    """A report, where it stands, and what brought it there."""

    report: YearReport
    stands: life.Standing
    last: Event


def news(now: datetime, on: date) -> Iterator[Notice]:
    """What is told at a moment, `on` being its day."""
    fresh = list(_latest(now - SINCE))
    writers = holders_at(Capability.REPORT, {one.report.agency_id for one in fresh}, on)
    said = comments.how_many([one.report.pk for one in fresh])
    for one in fresh:
        if one.stands.stage is Stage.IN_APPROVAL:
            continue
        told = _to_writers(one, said.get(one.report.pk, 0))
        if told is not None:
            title, line, is_pressing = told
            for person in writers[one.report.agency_id]:
                yield _notice(person, one, title, line, is_pressing=is_pressing)
    yield from _waiting([one for one in fresh if one.stands.stage is Stage.IN_APPROVAL], on)
    yield from _urged(now - SINCE, on)


def _latest(since: datetime) -> Iterator[_Now]:
    """The reports to which something happened since a moment. Two queries."""
    moved = Event.objects.filter(case__kind=KIND, recorded_at__gte=since).values("case")
    reports = YearReport.objects.filter(case__in=moved).select_related("agency")
    of_case = {one.case_id: one for one in reports}
    events = Event.objects.filter(case__in=of_case).order_by("case_id", "seq")
    for case, entered in groupby(events, key=attrgetter("case_id")):
        holding = ledger.standing_events(entered)
        yield _Now(of_case[case], life.standing(holding), holding[-1])


def _to_writers(one: _Now, many: int) -> tuple[str, str, bool] | None:
    """Title, sentence, whether it presses; None where those who write it have nothing to do.

    `many`: how many comments it was returned with.
    """
    match What(one.last.kind):
        case What.RETURNED:
            said = ngettext(
                "主管部门退回了，有 {n} 条意见。", "主管部门退回了，有 {n} 条意见。", many
            )
            return _("年报被退回"), said.format(n=many), True
        case What.SENT_BACK:
            return _("年报审批退回"), _("审批没有通过，意见在页面上。"), True
        case What.APPROVED:
            return _("年报审批通过"), _("审批通过了，请报送、公布。"), True
        case What.ACCEPTED:
            return _("年报已收下"), _("主管部门收下了，请向社会公布。"), False
    return None


def _waiting(in_approval: list[_Now], on: date) -> Iterator[Notice]:
    """To each who can decide the level that is due."""
    rounds = Approval.objects.prefetch_related("steps").in_bulk(
        [one.stands.approval for one in in_approval]
    )
    by_level = defaultdict[Capability, set[int]](set)
    for one in in_approval:
        by_level[Capability(one.stands.waits_for)].add(one.report.agency_id)
    holders = {level: holders_at(level, agencies, on) for level, agencies in by_level.items()}
    standings: dict[int, Standing] = {}
    for one in in_approval:
        assert one.stands.approval is not None
        level = Capability(one.stands.waits_for)
        for person in holders[level][one.report.agency_id]:
            people = standings.setdefault(person.pk, standing(person, on))
            if not approval.objection(rounds[one.stands.approval], people):
                said = _("送到{level}，等您审批。").format(level=approval.LEVEL_NAMES[level])
                yield _notice(person, one, _("年报待审批"), said, is_pressing=False)


def _notice(person: Person, one: _Now, title: str, line: str, *, is_pressing: bool) -> Notice:
    agency, year = one.report.agency, one.report.year
    words = f"{named(agency, year)}：{line}"
    key = f"event:{one.last.pk}"
    return Notice(person, key, title, (words,), way_of(agency, year), is_pressing)


def _urged(since: datetime, on: date) -> Iterator[Notice]:
    """To those who write what the supervising office reminded of and has not received yet."""
    urgings = list(_urgings(since))
    agencies = {one.agency_id for one in urgings}
    writers = holders_at(Capability.REPORT, agencies, on)
    open_ = {
        (line.agency.pk, year): line
        for year in {one.year for one in urgings}
        for line in board(agencies, year, on)
        if line.is_open
    }
    for one in urgings:
        line = open_.get((one.agency_id, one.year))
        if line is None:
            continue
        said = _("主管部门 {month}月{day}日提醒：还没有报送，现在是“{stage}”。").format(
            month=one.day.month, day=one.day.day, stage=line.stage
        )
        address = way_of(one.agency, one.year, is_begun=line.report is not None)
        for person in writers[one.agency_id]:
            lines = (f"{named(one.agency, one.year)}：{said}",)
            yield Notice(person, f"urged:{one.pk}", _("主管部门提醒报送年报"), lines, address)


def _urgings(since: datetime) -> QuerySet[Urging]:
    return Urging.objects.filter(at__gte=since).select_related("agency").order_by("pk")
