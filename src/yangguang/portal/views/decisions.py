"""What a visitor decides about a finding: it is explained, or its repair is made; and back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from yangguang.annual_report.worker import Worker
from yangguang.portal import findings, pairs
from yangguang.portal.access import UPLOADER, access
from yangguang.portal.checkup import Checkup
from yangguang.portal.rooms import Room

LONGEST_REASON = 500


@access(UPLOADER)
@require_POST
def answer(request: HttpRequest, room: Room, checkup: Checkup) -> HttpResponse:
    """Mark a finding as explained, with the visitor's reason; it stays listed."""
    key, reason = request.POST.get("finding", ""), request.POST.get("reason", "").strip()
    with _changing(room, checkup) as kept:
        if reason and key in findings.keys(kept):
            kept.answers[key] = reason[:LONGEST_REASON]
    return _back(request, checkup)


@access(UPLOADER)
@require_POST
def reopen(request: HttpRequest, room: Room, checkup: Checkup) -> HttpResponse:
    """Take the explanation back."""
    with _changing(room, checkup) as kept:
        kept.answers.pop(request.POST.get("finding", ""), None)
    return _back(request, checkup)


@access(UPLOADER)
@require_POST
def repair(request: HttpRequest, room: Room, checkup: Checkup) -> HttpResponse:
    """Put the proposed figure into a cell, and check the report anew."""
    cell = request.POST.get("cell", "")
    with _changing(room, checkup) as kept:
        proposal = findings.proposal(kept, cell)
        if proposal:
            kept.repairs.append(proposal)
            _examine(room, kept)
    return _back(request, checkup)


@access(UPLOADER)
@require_POST
def unrepair(request: HttpRequest, room: Room, checkup: Checkup) -> HttpResponse:
    """Put back what the file has, and check the report anew."""
    cell = request.POST.get("cell", "")
    with _changing(room, checkup) as kept:
        kept.repairs = [repair for repair in kept.repairs if repair["cell"] != cell]
        _examine(room, kept)
    return _back(request, checkup)


@contextmanager
def _changing(room: Room, checkup: Checkup) -> Iterator[Checkup]:
    """The check-up to change; a 404 where it was deleted meanwhile."""
    try:
        with room.change(checkup.id) as kept:
            yield kept
    except FileNotFoundError:
        raise Http404 from None


def _examine(room: Room, checkup: Checkup) -> None:
    with Worker(pairs.limits()) as worker:
        pairs.examine(room, checkup, worker)


def _back(request: HttpRequest, checkup: Checkup) -> HttpResponse:
    """To where the visitor was: the finding, or the list of repairs."""
    number = request.POST.get("number", "")
    place = f"#f-{number}" if number.isdecimal() else "#findings"
    return redirect(reverse("checkup", args=[checkup.id]) + place)
