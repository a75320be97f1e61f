"""Packages for the archives: of one request; of a box or a year, made in the background."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.errors import Unwritable
from yangguang.casework.download import answer
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, Package
from yangguang.inforequests import archives, packages
from yangguang.inforequests.actions import packing
from yangguang.law.filing import RETENTION_NAMES
from yangguang.workspace.access import ARCHIVES, HANDLING, PACKAGE, access, refusing
from yangguang.workspace.ticks import DIGITS
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


@access(ARCHIVES)
@require_POST
def ask(request: HttpRequest, people: Standing, agency: Agency) -> HttpResponse:
    """Have a package of a box, or of a year, made."""
    year, number = _number(request.POST.get("year", "")), _number(request.POST.get("box", ""))
    box = archives.box_of(year or 0, request.POST.get("retention", ""), number)
    with refusing():
        try:
            asked = packages.ask(agency, packages.Which(year or 0, box), people)
        except Mistakes as mistakes:
            raise NotAllowed("".join(mistakes.fields.values())) from None
    return redirect("package", package=asked.pk)


@access(PACKAGE)
@require_safe
def package_page(request: HttpRequest, people: Standing, package: Package) -> HttpResponse:
    """How far a package is, and where it is fetched."""
    shown = {
        "package": package,
        "retention": RETENTION_NAMES.get(package.retention, ""),
        "progress": packages.progress(package, people),
        "until": packages.until(package),
    }
    return render(request, "workspace/package.html", shown)


@access(PACKAGE)
@require_safe
def fetch(request: HttpRequest, people: Standing, package: Package) -> HttpResponseBase:
    """The package, as it is read."""
    with refusing():
        content = packages.pieces(package, people)
    given = StreamingHttpResponse(content, content_type="application/zip")
    box = archives.box_of(package.year, package.retention, package.box)
    place = box.reference if box else str(package.year)
    name = _("归档_{agency}_{place}.zip").format(agency=package.agency.short_name, place=place)
    given["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return given


def _number(value: str) -> int | None:
    return int(value) if value.isdecimal() and len(value) < DIGITS else None
