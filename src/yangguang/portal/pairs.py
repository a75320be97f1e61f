"""Putting each report beside the same agency's report of the year before."""

from django.conf import settings
from django.utils.translation import gettext

from yangguang.annual_report import as_json, pairing
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.worker import Limits, Worker
from yangguang.portal.checkup import Checkup, State
from yangguang.portal.rooms import Room


def limits() -> Limits:
    """What a worker may use, the largest file from the settings."""
    return Limits(file=settings.UPLOAD_FILE_BYTES)


def compare(room: Room, worker: Worker) -> None:
    """Find last year's report for each report in `room`, and check anew those that gain one."""
    read = [c for c in room.checkups() if c.state is State.READ and c.report]
    reports = {c.id: as_json.load(c.report["report"]) for c in read if c.report}
    found = previous_of(reports)
    for checkup in read:
        previous, note = _choose(checkup, reports, found)
        if (previous, note) != (checkup.previous, checkup.compared):
            with room.change(checkup.id) as kept:
                kept.previous, kept.compared = previous, note
                examine(room, kept, worker)


def previous_of(reports: dict[str, AnnualReport]) -> dict[str, str]:
    """Id of a report → id of the same agency's report of the year before."""
    previous = pairing.previous_of(list(reports.values()))
    return {
        this: next(other for other, report in reports.items() if report is before)
        for this, before in zip(reports, previous, strict=True)
        if before is not None
    }


def _choose(
    checkup: Checkup, reports: dict[str, AnnualReport], found: dict[str, str]
) -> tuple[str | None, str]:
    """The report that the visitor named, where it is of the year before; else the one found."""
    given = reports.get(checkup.given or "")
    if given is None or checkup.given is None:
        return found.get(checkup.id), ""
    this = reports[checkup.id]
    if this.year is None or given.year is None or given.year == this.year - 1:
        return checkup.given, ""
    note = gettext("您选的上一年报告写的是 %(given)d 年，不是 %(wanted)d 年，没有用来比对。")
    return found.get(checkup.id), note % {"given": given.year, "wanted": this.year - 1}


def examine(room: Room, checkup: Checkup, worker: Worker) -> None:
    """Check a report anew, beside last year's if there is one, and with its repairs applied.

    Where the checks fail (too slow, say) the findings stay as they were.
    """
    before = room.find(checkup.previous) if checkup.previous else None
    previous = before.report["report"] if before and before.report else None
    if checkup.report is None:
        return
    try:
        checkup.report = worker.check(checkup.report["report"], previous)
        checkup.repaired = None
        if checkup.repairs:
            report = checkup.report["report"]
            checkup.repaired = worker.check(report, previous, checkup.repairs)
    except Unreadable as reason:
        checkup.compared = str(reason)
