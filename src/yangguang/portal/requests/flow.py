"""The flow chart of handling, for everyone, and for the office's wall."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.inforequests.flow_chart import flow, levels
from yangguang.inforequests.flow_drawing import drawing
from yangguang.inforequests.names import STAGE_NAMES
from yangguang.portal.requests.access import PUBLIC, access


@access(PUBLIC)
@require_safe
def chart(request: HttpRequest) -> HttpResponse:
    """The chart, and the same in words."""
    found = flow()
    shown = {
        "flow": found,
        "drawing": drawing(found),
        "spine": [found.places[one].name for one in found.spine],
        "levels": levels(),
        "stages": [
            (
                place,
                [(step, STAGE_NAMES[step.passage.after]) for step in place.onward],
            )
            for place in found.places.values()
        ],
        "anywhere": [
            (STAGE_NAMES[end], step, [STAGE_NAMES[one] for one in before])
            for end, (step, before) in found.anywhere.items()
        ],
    }
    return render(request, "portal/requests/flow.html", shown)
