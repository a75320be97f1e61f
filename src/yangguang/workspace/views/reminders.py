"""How I am reminded: by mail, by a calendar to download or to subscribe to."""

from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.access import Rule
from yangguang.agencies.capabilities import Standing, standing
from yangguang.casework import moment
from yangguang.casework.download import answer
from yangguang.inforequests import due_calendar
from yangguang.inforequests.actions import reminding
from yangguang.inforequests.models import Reminding
from yangguang.workspace.access import STAFF, access


def _by_secret(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any]:
    """Gives the view `people`: what whose secret it is may do today."""
    person = due_calendar.whose(arguments["secret"])
    people = standing(person, moment.today())
    if not people.is_staff:
        raise Http404
    return {"people": people}


SECRET: Final = Rule("whose secret stands in the address, for the own cases", _by_secret)


@access(STAFF)
@require_safe
def reminders(request: HttpRequest, people: Standing) -> HttpResponse:
    """What I am told, and the ways."""
    return _page(request, people)


@access(STAFF)
@require_POST
def choose(request: HttpRequest, people: Standing) -> HttpResponse:
    """Take in whether the mail of what falls due soon is wanted."""
    assert people.person is not None
    reminding.choose(people.person, digest=request.POST.get("digest") == "on")
    messages.success(request, _("记下了。"))
    return redirect("reminders")


@access(STAFF)
@require_POST
def renew(request: HttpRequest, people: Standing) -> HttpResponse:
    """Make a secret address and show it, this once."""
    assert people.person is not None
    secret = reminding.renew_calendar(people.person)
    address = reverse("calendar-by-secret", kwargs={"secret": secret})
    return _page(request, people, f"{settings.SITE_ADDRESS}{address}")


@access(STAFF)
@require_POST
def revoke(request: HttpRequest, people: Standing) -> HttpResponse:
    """End the secret address."""
    assert people.person is not None
    reminding.revoke_calendar(people.person)
    messages.success(request, _("订阅网址停用了，用它的日历不再更新。"))
    return redirect("reminders")


@access(STAFF)
@require_safe
def own_calendar(request: HttpRequest, people: Standing) -> HttpResponse:
    """The calendar as a file."""
    return _file(people)


@access(SECRET)
@require_safe
def calendar_by_secret(request: HttpRequest, people: Standing) -> HttpResponse:
    """The calendar for a programme that fetches it."""
    return _file(people)


def _file(people: Standing) -> HttpResponse:
    content = due_calendar.calendar(people, moment.now()).encode()
    return answer(content, "yangguang.ics", due_calendar.MEDIA_TYPE)


def _page(request: HttpRequest, people: Standing, address: str = "") -> HttpResponse:
    kept = Reminding.objects.filter(person=people.person).first() or Reminding()
    shown = {
        "people": people,
        "wants_digest": kept.digest,
        "has_address": kept.calendar is not None,
        "address": address,
    }
    return render(request, "workspace/reminders.html", shown)
