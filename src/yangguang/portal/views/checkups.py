"""What was uploaded in this session: the list, one result, its download, deletion."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from yangguang.annual_report import as_json
from yangguang.annual_report.checking import RULES
from yangguang.portal import cells, findings, prose
from yangguang.portal.access import UPLOADER, access
from yangguang.portal.checkup import Checkup
from yangguang.portal.rooms import Room

REFRESH_SECONDS = 1


@access(UPLOADER)
@require_safe
def listing(request: HttpRequest, room: Room | None) -> HttpResponse:
    """All reports of the session with their counts; while some are being read it renews itself."""
    checkups = room.checkups() if room else []
    open_ones = [checkup for checkup in checkups if checkup.is_open]
    entries = [_entry(checkup) for checkup in checkups]
    shown = {
        "entries": sorted(entries, key=_by_agency_and_year),
        "done": len(checkups) - len(open_ones),
        "is_open": bool(open_ones),
        "refresh": REFRESH_SECONDS,
        "most": settings.CHECKUPS_PER_SESSION,
    }
    return render(request, "portal/list.html", shown)


def _entry(checkup: Checkup) -> dict[str, object]:
    report = (checkup.current or {}).get("report", {})
    return {
        "checkup": checkup,
        "agency": report.get("agency") or "",
        "year": report.get("year"),
        "edition": report.get("edition"),
        "counts": findings.counts(checkup),
    }


def _by_agency_and_year(entry: dict[str, object]) -> tuple[str, int]:
    return str(entry["agency"]), -int(str(entry["year"] or 0))


@access(UPLOADER)
@require_safe
def result(request: HttpRequest, room: Room, checkup: Checkup) -> HttpResponse:
    """One report as the official form, with everything found in it."""
    if checkup.is_open:
        return render(
            request, "portal/reading.html", {"checkup": checkup, "refresh": REFRESH_SECONDS}
        )
    if checkup.current is None:
        return render(request, "portal/unreadable.html", {"checkup": checkup})
    report = as_json.load(checkup.current["report"])
    before = room.find(checkup.previous) if checkup.previous else None
    previous = as_json.load(before.report["report"]) if before and before.report else None
    found = findings.of(checkup, report)
    shown = {
        "checkup": checkup,
        "report": report,
        "before": before,
        "previous": previous,
        "found": found,
        "repairs": findings.made(checkup),
        "figures": cells.of(report, previous, found.standing),
        "prose": prose.of(report, found.marks),
        "rules": RULES,
        "others": len(room.checkups()) - 1,
    }
    return render(request, "portal/checkup.html", shown)


@access(UPLOADER)
@require_safe
def download(request: HttpRequest, room: Room, checkup: Checkup) -> HttpResponse:
    """The report and its findings as `yangguang read --json` prints them."""
    if checkup.current is None:
        raise Http404
    line = json.dumps(checkup.current["report"], ensure_ascii=False) + "\n"
    response = HttpResponse(line, content_type="application/json; charset=utf-8")
    year = checkup.current["report"].get("year") or ""
    response["Content-Disposition"] = f'attachment; filename="report-{year}.json"'
    return response


@access(UPLOADER)
@require_POST
def delete(request: HttpRequest, room: Room, checkup: Checkup) -> HttpResponse:
    """Delete one report and its result."""
    room.remove(checkup.id)
    return redirect("checkups")


@access(UPLOADER)
@require_POST
def delete_all(request: HttpRequest, room: Room | None) -> HttpResponse:
    """Delete everything that this session uploaded."""
    if room:
        room.delete()
    request.session.flush()
    return render(request, "portal/deleted.html")
