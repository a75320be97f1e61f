"""Packages for the archives: of one request."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.annual_report.errors import Unwritable
from yangguang.casework.download import answer
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case
from yangguang.inforequests.actions import packing
from yangguang.workspace.access import HANDLING, access
from yangguang.workspace.views.personal import WhatForTheFile, openings_of


@access(HANDLING)
def of_case(request: HttpRequest, people: Standing, case: Case) -> HttpResponse:
    """Ask what for; then the package for the archives."""
    form = WhatForTheFile(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            content = packing.of_case(case, people, form.why)
        except (Unwritable, NotAllowed) as why:
            form.add_error(None, str(why))
        else:
            name = _("归档_{number}.zip").format(number=case.number)
            return answer(content, name, "application/zip")
    status = 422 if form.errors else 200
    shown = {"case": case, "form": form, "openings": openings_of(case)}
    return render(request, "workspace/filing_package.html", shown, status=status)
