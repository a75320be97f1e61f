"""Two reports of the session side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from yangguang.annual_report.errors import Unreadable
from yangguang.casework import turns
from yangguang.portal import comparison
from yangguang.portal.access import UPLOADER, access
from yangguang.portal.checkup import Checkup
from yangguang.portal.rooms import Room
from yangguang.portal.views import checkups, errors


@access(UPLOADER)
@require_safe
def choose(request: HttpRequest, room: Room | None) -> HttpResponse:
    """Lead to the two reports that were chosen; say so where they are not two."""
    chosen = list(dict.fromkeys(filter(None, request.GET.getlist("report"))))
    if len(chosen) == 2 and room and all(room.find(one) for one in chosen):
        return redirect("comparison", *chosen)
    mistake = gettext("比较要选两份报告，您选了 %d 份。请在表里勾选两份，再按“比较选中的两份”。")
    return checkups.list_page(request, room, mistake % len(chosen), status=422)


@access(UPLOADER)
@require_safe
def compare(request: HttpRequest, room: Room | None, first: str, second: str) -> HttpResponse:
    """Figures, text and repeated text of two reports, as they stand with their repairs."""
    left, right = _report_of(room, first), _report_of(room, second)
    try:
        made = comparison.side_by_side(_kept(left), _kept(right))
    except Unreadable:
        return errors.not_compared(request)
    except turns.Crowded:
        return errors.crowded(request)
    if made.is_swapped:
        left, right = right, left
    shown = {
        "left": reverse("checkup", args=[left.id]),
        "right": reverse("checkup", args=[right.id]),
        "both": made.shown,
    }
    return render(request, "portal/comparison.html", shown)


def _report_of(room: Room | None, checkup_id: str) -> Checkup:
    """The check-up, if it is this session's and has a report."""
    checkup = room.find(checkup_id) if room else None
    if checkup is None or checkup.current is None:
        raise Http404
    return checkup


def _kept(checkup: Checkup) -> dict:
    return (checkup.current or {})["report"]
