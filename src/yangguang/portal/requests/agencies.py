"""Whom one can ask, and how: the agencies, their guides (Art. 12), the form on paper."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.agencies.models import KIND_NAMES, Agency, AgencyKind
from yangguang.casework import examining
from yangguang.casework.download import answer
from yangguang.inforequests import blank_form
from yangguang.portal.requests.access import PUBLIC, access


@dataclass(slots=True)
class Branch:
    """An agency in the tree, with those under it."""

    agency: Agency
    below: list["Branch"] = field(default_factory=list)


@access(PUBLIC)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """All agencies as a tree; or those whose name holds what is searched for."""
    sought = " ".join(request.GET.get("q", "").split())[:100]
    agencies = list(Agency.objects.order_by("region__code", "kind", "name"))
    found = [one for one in agencies if sought in one.name] if sought else []
    shown = {"q": sought, "found": found, "tree": _tree(agencies), "kinds": KIND_NAMES}
    return render(request, "portal/requests/agencies.html", shown)


def _tree(agencies: Iterable[Agency]) -> list[Branch]:
    """The agencies under those they belong to; departments before towns before enterprises."""
    order = list(AgencyKind)
    branches = {one.pk: Branch(one) for one in agencies}
    roots: list[Branch] = []
    for branch in branches.values():
        parent = branches.get(branch.agency.parent_id)
        (parent.below if parent else roots).append(branch)
    for branch in branches.values():
        branch.below.sort(key=lambda one: order.index(AgencyKind(one.agency.kind)))
    return roots


@access(PUBLIC)
@require_safe
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """An agency's guide: where its disclosure office is, and by which ways it can be asked."""
    agency = _agency(slug)
    if agency is None:
        return _not_here(request)
    shown = {
        "agency": agency,
        "office": getattr(agency, "office", None),
        "turn_to": _turn_to(agency),
        "can_pdf": find_spec("weasyprint") is not None,
    }
    return render(request, "portal/requests/guide.html", shown)


def _turn_to(agency: Agency) -> Agency | None:
    """To whom one turns about an agency that takes no requests: the department above (Art. 55)."""
    return None if agency.takes_requests else agency.supervising or agency.parent


@access(PUBLIC)
@require_safe
def blank_docx(request: HttpRequest, slug: str) -> HttpResponse:
    """The blank application form as a Word document."""
    agency = _asked(slug)
    return answer(
        blank_form.docx(agency), f"{blank_form.TITLE}（{agency.name}）.docx", examining.WORD
    )


@access(PUBLIC)
@require_safe
def blank_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The blank application form as a PDF."""
    agency = _asked(slug)
    if find_spec("weasyprint") is None:
        raise Http404
    return answer(blank_form.pdf(agency), f"{blank_form.TITLE}（{agency.name}）.pdf", examining.PDF)


def _asked(slug: str) -> Agency:
    """The agency, if it can be asked. Raises Http404."""
    agency = _agency(slug)
    if agency is None or not agency.takes_requests:
        raise Http404
    return agency


def _agency(slug: str) -> Agency | None:
    related = ("office", "parent", "supervising")
    return Agency.objects.select_related(*related).filter(slug=slug).first()


def _not_here(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/requests/no_agency.html", status=404)
