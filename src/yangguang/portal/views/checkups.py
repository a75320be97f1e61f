"""What was uploaded in this session: the list, one result, its download, deletion."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from yangguang.annual_report import as_json
from yangguang.annual_report.checking import RULES
from yangguang.annual_report.errors import Unwritable
from yangguang.casework import turns
from yangguang.portal import cells, downloads, findings, prose, sheets
from yangguang.portal.access import UPLOADER, access
from yangguang.portal.checkup import Checkup
from yangguang.portal.rooms import Room
from yangguang.portal.spots import Spots
from yangguang.portal.views import errors

REFRESH_SECONDS = 1


@access(UPLOADER)
@require_safe
def listing(request: HttpRequest, room: Room | None) -> HttpResponse:
    """All reports of the session with their counts; while some are being read it renews itself."""
    return list_page(request, room)


def list_page(
    request: HttpRequest, room: Room | None, mistake: str = "", status: int = 200
) -> HttpResponse:
    """The list, with what is wrong with what was asked of it."""
    checkups = room.checkups() if room else []
    open_ones = [checkup for checkup in checkups if checkup.is_open]
    entries = [_entry(checkup) for checkup in checkups]
    shown = {
        "entries": sorted(entries, key=_by_agency_and_year),
        "done": len(checkups) - len(open_ones),
        "is_open": bool(open_ones),
        "refresh": REFRESH_SECONDS,
        "most": settings.CHECKUPS_PER_SESSION,
        "mistake": mistake,
        "can_compare": sum(checkup.current is not None for checkup in checkups) > 1,
    }
    return render(request, "portal/list.html", shown, status=status)


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
        shown = {"checkup": checkup, "sheets": [sheets.Sheet(page, []) for page in checkup.pages]}
        return render(request, "portal/unreadable.html", shown)
    report = as_json.load(checkup.current["report"])
    before = room.find(checkup.previous) if checkup.previous else None
    previous = as_json.load(before.report["report"]) if before and before.report else None
    others = [other for other in room.checkups() if other.id != checkup.id]
    comparable = [other for other in others if other.current is not None]
    spots = Spots.of(checkup, report)
    found = findings.of(checkup, report, spots)
    boxes = {cell: spot.id for cell, spot in spots.cells.items()}
    figures = cells.of(report, previous, found.standing, boxes)
    shown = {
        "checkup": checkup,
        "report": report,
        "before": before,
        "previous": previous,
        "found": found,
        "repairs": findings.made(checkup),
        "figures": figures,
        "prose": prose.of(report, found.marks),
        "sheets": sheets.of(checkup, spots, figures, found),
        "formats": downloads.FORMATS,
        "rules": RULES,
        "others": others,
        "comparable": sorted(map(_entry, comparable), key=_by_agency_and_year),
    }
    return render(request, "portal/checkup.html", shown)


@access(UPLOADER)
@require_safe
def download(request: HttpRequest, room: Room, checkup: Checkup, to: str) -> HttpResponse:
    """The report, repaired where the visitor asked for it, in the format `to`."""
    if checkup.current is None:
        raise Http404
    report = checkup.current["report"]
    try:
        data = downloads.written(report, to)
    except Unwritable as reason:
        shown = {
            "checkup": checkup,
            "format": downloads.FORMATS[to].name,
            "sentence": str(reason),
            "formats": {end: one for end, one in downloads.FORMATS.items() if end != to},
        }
        return render(request, "portal/unwritable.html", shown, status=503)
    except turns.Crowded:
        return errors.crowded(request)
    response = HttpResponse(data, content_type=downloads.FORMATS[to].kind)
    response["Content-Disposition"] = downloads.disposition(report, to)
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
