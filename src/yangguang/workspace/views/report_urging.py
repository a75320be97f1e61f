"""The supervising office reminds agencies of their reports: one, or all who are late."""

from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yangguang.agencies.capabilities import Capability, Standing, holders_at
from yangguang.agencies.models import DisclosureOffice
from yangguang.annual_report.form import FIRST_YEAR
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.reporting.actions import urge as urging
from yangguang.reporting.board import Line
from yangguang.workspace.access import SUPERVISING, access


class Which(forms.Form):
    """Of which year, and one agency (its id); without it, all who are late."""

    year = forms.IntegerField(required=False, min_value=FIRST_YEAR, max_value=2100)
    agency = forms.IntegerField(required=False, min_value=1)


class Asked(NamedTuple):
    """Whom to remind of which year's report; no `agency`: all who are late."""

    year: int
    agency: int | None

    @property
    def agencies(self) -> list[int] | None:
        """As the action takes them."""
        return [self.agency] if self.agency else None


@access(SUPERVISING)
@require_http_methods(["GET", "HEAD", "POST"])
def urge(request: HttpRequest, people: Standing) -> HttpResponse:
    """Who would be reminded; confirmed, they are."""
    asked = _asked(request.POST if request.method == "POST" else request.GET)
    if request.method != "POST":
        return _page(request, people, asked)
    try:
        reminded = urging.urge(people, asked.year, asked.agencies, late=asked.agency is None)
    except NotAllowed as why:
        return _page(request, people, asked, str(why), status=409)
    said = _("提醒了 {count} 个机关，邮件十分钟以内寄出。").format(count=len(reminded))
    messages.success(request, said)
    return redirect(f"{reverse('reports')}?year={asked.year}")


def _asked(given: QueryDict) -> Asked:
    form = Which(given)
    said = form.cleaned_data if form.is_valid() else {}
    return Asked(said.get("year") or moment.today().year - 1, said.get("agency"))


def _page(
    request: HttpRequest, people: Standing, asked: Asked, refused: str = "", status: int = 200
) -> HttpResponse:
    found = urging.to_urge(people, asked.year, asked.agencies, late=asked.agency is None)
    context = {
        "asked": asked,
        "found": found,
        "lines": _with_phones(found.now),
        "refused": refused,
    }
    return render(request, "workspace/reports/urge.html", context, status=status)


def _with_phones(lines: list[Line]) -> list[tuple[Line, str]]:
    """Each with the telephone of its disclosure office, where no mail reaches anyone there."""
    agencies = [one.agency.pk for one in lines]
    writers = holders_at(Capability.REPORT, agencies, moment.today())
    unreachable = [one for one in agencies if not any(person.email for person in writers[one])]
    offices = DisclosureOffice.objects.filter(agency__in=unreachable)
    phones = dict(offices.values_list("agency", "phone"))
    call = {one: phones.get(one) or _("电话没有登记") for one in unreachable}
    return [(one, call.get(one.agency.pk, "")) for one in lines]
