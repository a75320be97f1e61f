"""Who may open the citizen's pages: anyone, who fills in a form, who has a request's code."""

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from yangguang.agencies.access import PUBLIC, SIGNED_IN, Rule, access
from yangguang.agencies.models import Agency
from yangguang.inforequests import drafts
from yangguang.portal.requests import door, keeping

__all__ = ["APPLICANT", "ASKER", "PUBLIC", "SIGNED_IN", "access"]


def _asker(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `agency` and `draft`, the session's own that is not sent yet, or None."""
    rest = dict(arguments)
    agency = Agency.objects.select_related("office").filter(slug=rest.pop("slug")).first()
    if agency is None:
        raise Http404
    if not agency.takes_requests:
        return redirect("agency", slug=agency.slug)
    draft = keeping.draft_of(request, agency)
    if draft and draft.case:
        # Sent by another click or in another window, whose answer this session has not seen.
        keeping.sent(request, agency, draft, draft.case)
        draft = None
    return {**rest, "agency": agency, "draft": draft}


def _applicant(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    """Gives the view `case`, for the session that showed the code or the account that keeps it.

    Who has not shown the code is asked for it; nothing typed is lost.
    """
    rest = dict(arguments)
    number = rest.pop("number")
    case = keeping.opened_request(request, number)
    if case is None:
        words, of = _words(request)
        return door.ask_for_code(request, number, words=words, of=of, status=403)
    return {**rest, "case": case}


def _words(request: HttpRequest) -> tuple[str, str]:
    """The words of a correction or of reasons being written, and of which; of nothing else."""
    page = str(request.resolver_match.url_name) if request.resolver_match else ""
    of = next((one for one in (door.CORRECTION, door.REASONS) if page.startswith(one)), "")
    if not of:
        return "", ""
    carried = drafts.opened(request.POST.get(keeping.CARRIED, ""))
    kept = carried.answers.get("words", "") if carried else ""
    return request.POST.get("words", "") or kept, of


ASKER: Final = Rule("anyone; a draft is its own session's", _asker)
APPLICANT: Final = Rule(
    "the session that gave the request's number and query code, or the account that keeps it",
    _applicant,
)
