"""Putting each report beside the same agency's report of the year before."""

from contextlib import suppress

from django.conf import settings

from yangguang.annual_report import as_json, pairing
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.worker import Limits, Worker
from yangguang.portal.checkup import Checkup, State
from yangguang.portal.rooms import Gone, Room


def limits() -> Limits:
    """What a worker may use, the largest file from the settings."""
    return Limits(file=settings.UPLOAD_FILE_BYTES)


def compare(room: Room, worker: Worker) -> None:
    """Find last year's report for each report in `room`, and check anew those that gain one.

    What the visitor named as last year's report is taken as such; the rules say so if it is not.
    """
    read = [c for c in room.checkups() if c.state is State.READ and c.report]
    reports = {c.id: as_json.load(c.report["report"]) for c in read if c.report}
    found = previous_of(reports)
    for checkup in read:
        previous = checkup.given if checkup.given in reports else found.get(checkup.id)
        if previous != checkup.previous:
            # The visitor may have deleted it meanwhile.
            with suppress(Gone), room.change(checkup.id) as kept:
                kept.previous = previous
                examine(room, kept, worker)


def previous_of(reports: dict[str, AnnualReport]) -> dict[str, str]:
    """Id of a report → id of the same agency's report of the year before."""
    previous = pairing.previous_of(list(reports.values()))
    return {
        this: next(other for other, report in reports.items() if report is before)
        for this, before in zip(reports, previous, strict=True)
        if before is not None
    }


def examine(room: Room, checkup: Checkup, worker: Worker) -> None:
    """Check a report anew, beside last year's if there is one, and with its repairs applied.

    Where the checks fail (too slow, say) the findings stay as they were, and `trouble` says why.
    """
    before = room.find(checkup.previous) if checkup.previous else None
    previous = before.report["report"] if before and before.report else None
    if checkup.report is None:
        return
    checkup.trouble = ""
    try:
        checkup.report = worker.check(checkup.report["report"], previous)
        checkup.repaired = None
        if checkup.repairs:
            report = checkup.report["report"]
            checkup.repaired = worker.check(report, previous, checkup.repairs)
    except Unreadable as reason:
        checkup.trouble = str(reason)
