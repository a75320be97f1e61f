"""Where a check-up begins: what is looked for, and one place to drop a report."""

from typing import Final

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from yangguang.annual_report.checking import RULES
from yangguang.annual_report.formats import NAMES, WITH_LIBREOFFICE
from yangguang.annual_report.refusals import EMPTY, MB, too_large
from yangguang.portal import capacity, example, reading, rooms, uploads
from yangguang.portal.access import PUBLIC, access
from yangguang.portal.checkup import Checkup, State
from yangguang.portal.reading import Arrival
from yangguang.portal.views import errors

SHORT_WAIT_SECONDS: Final = 2.5
"""One report is read in a fraction of this; past it the visitor sees how far we are."""

Mistake = tuple[str, str]
"""What a mistake is about (a file's name, or nothing), and the sentence that says what to do."""


@access(PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Show the page; or take the files in, read them, and lead to what was found."""
    if request.method != "POST":
        return _page(request)
    reports = request.FILES.getlist("report")
    previous = request.FILES.getlist("previous")
    mistakes = _mistakes(request, [*reports, *previous])
    if not reports and not mistakes:
        mistakes = [("", gettext("您还没有选文件。请先选一份年度报告，再按“开始体检”。"))]
    if not any(upload.size for upload in reports):
        return _page(request, mistakes, 413 if request.META.get(uploads.REFUSED) else 422)
    rooms.purge()
    room = rooms.open_for(request)
    arrivals = _arrivals(reports, previous)
    return _read(request, room, arrivals, mistakes)


@access(PUBLIC)
@require_POST
def sample(request: HttpRequest) -> HttpResponse:
    """Read the project's own example, this year's and last year's report."""
    rooms.purge()
    if not capacity.has_space(request, 0):
        return errors.no_space(request)
    room = rooms.open_for(request)
    before = Arrival(Checkup(rooms.new_id(), example.PREVIOUS.name), example.PREVIOUS, keep=True)
    this = Checkup(rooms.new_id(), example.REPORT.name, given=before.checkup.id)
    return _read(request, room, [Arrival(this, example.REPORT, keep=True), before], [])


def _page(
    request: HttpRequest, mistakes: list[Mistake] | None = None, status: int = 200
) -> HttpResponse:
    shown = {
        "mistakes": mistakes or [],
        "limit": settings.UPLOAD_FILE_BYTES // MB,
        "limit_bytes": settings.UPLOAD_FILE_BYTES,
        "formats": NAMES,
        "older": WITH_LIBREOFFICE,
        "rules": len(RULES),
        "example": example.excerpt(),
    }
    return render(request, "portal/start.html", shown, status=status)


def _mistakes(request: HttpRequest, received: list[TemporaryUploadedFile]) -> list[Mistake]:
    """What is wrong with files before they are even read: too large, empty."""
    limit = settings.UPLOAD_FILE_BYTES
    stopped = [(name, too_large(limit)) for name in request.META.get(uploads.REFUSED, [])]
    return stopped + [(upload.name or "", EMPTY) for upload in received if not upload.size]


def _arrivals(
    reports: list[TemporaryUploadedFile], previous: list[TemporaryUploadedFile]
) -> list[Arrival]:
    """Each file that holds anything, as a check-up to be; last year's is named by the others."""
    before = [
        Arrival(Checkup(rooms.new_id(), upload.name or ""), uploads.keep(upload))
        for upload in previous
        if upload.size
    ]
    given = before[0].checkup.id if before else None
    return [
        Arrival(Checkup(rooms.new_id(), upload.name or "", given=given), uploads.keep(upload))
        for upload in reports
        if upload.size
    ] + before


def _read(
    request: HttpRequest, room: rooms.Room, arrivals: list[Arrival], mistakes: list[Mistake]
) -> HttpResponse:
    try:
        reading.begin(room, arrivals).join(SHORT_WAIT_SECONDS)
    except reading.Busy:
        return errors.busy(request)
    ids = [arrival.checkup.id for arrival in arrivals]
    now = [checkup for checkup in map(room.find, ids) if checkup]
    # A scan is not read, but its pages are there to be seen.
    failed = [c for c in now if c.state is State.UNREADABLE and not c.has_pictures]
    if len(failed) == len(now):
        for checkup in failed:
            room.remove(checkup.id)
        told = mistakes + [(checkup.name, checkup.sentence) for checkup in failed]
        return _page(request, told, 422)
    for_list = [arrival for arrival in arrivals if arrival.checkup.id != arrivals[0].checkup.given]
    if len(for_list) == 1 and not mistakes and not failed:
        return redirect("checkup", ids[0])
    return redirect("checkups")
