"""Many requests of the queue given to someone at once; and the ways of narrowing it, kept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from yangguang.agencies.capabilities import Capability, Standing, holders
from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.inforequests import saved_filters
from yangguang.inforequests.actions.assign import assign_each
from yangguang.workspace.access import ASSIGNING, STAFF, access
from yangguang.workspace.ticks import DIGITS, ticked
from yangguang.workspace.views.queue import A_PAGE, listed, sound_query


@access(ASSIGNING)
@require_POST
def assign_many(request: HttpRequest, people: Standing) -> HttpResponse:
    """Assign what is ticked, each by itself, and say what became of each."""
    back = sound_query(request.POST.get("here", ""))
    chosen = [one for one in map(ticked, request.POST.getlist("case")[:A_PAGE]) if one]
    handler = _handler(request.POST.get("handler", ""), people)
    if not chosen or handler is None:
        said = _("请先勾选要分办的申请。") if not chosen else _("请选择交给谁承办。")
        messages.warning(request, said)
        return redirect(f"{reverse('queue')}?{back}")
    told = assign_each(chosen, handler, people)
    shown = {
        "handler": handler,
        "done": [one for one in told if not one.why],
        "refused": [one for one in told if one.why],
        "back": back,
    }
    return render(request, "workspace/assigned.html", shown)


def _handler(chosen: str, people: Standing) -> Person | None:
    """Who was chosen, of those to whom `people` may give requests."""
    for agency in people.agencies(Capability.ASSIGN):
        for one in holders(Capability.HANDLE, agency, moment.today()):
            if str(one.pk) == chosen:
                return one
    return None


@access(STAFF)
@require_POST
def save_filter(request: HttpRequest, people: Standing) -> HttpResponse:
    """Keep the ways in which the queue is narrowed, under a name."""
    query = listed(request, QueryDict(request.POST.get("here", "")), people, moment.today()).query
    try:
        saved_filters.save(people, request.POST.get("name", ""), query)
    except Mistakes as mistakes:
        messages.warning(request, "".join(mistakes.fields.values()))
    except NotAllowed as why:
        messages.warning(request, str(why))
    return redirect(f"{reverse('queue')}?{query}")


@access(STAFF)
@require_POST
def forget_filter(request: HttpRequest, people: Standing) -> HttpResponse:
    """Delete one of one's own ways."""
    chosen = request.POST.get("filter", "")
    if chosen.isdecimal() and len(chosen) < DIGITS:
        saved_filters.forget(people, int(chosen))
    return redirect(f"{reverse('queue')}?{sound_query(request.POST.get('here', ''))}")
