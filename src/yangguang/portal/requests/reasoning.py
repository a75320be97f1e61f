"""An applicant says why so much is asked, or so often (Art. 35)."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yangguang.casework import ledger
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case
from yangguang.inforequests import derivation, drafts, excess
from yangguang.inforequests.actions import reasons
from yangguang.inforequests.application import LONGEST
from yangguang.portal.requests import uploading, writing
from yangguang.portal.requests.access import APPLICANT, access
from yangguang.portal.requests.expired import EXPIRED, shown_again_by


@access(APPLICANT)
def explain_again(request: HttpRequest, case: Case) -> HttpResponse:
    """The page where the form had expired: with the words that were typed."""
    return page(request, case, request.POST.get("words", ""), notice=str(EXPIRED), status=403)


@access(APPLICANT)
@require_http_methods(["GET", "HEAD", "POST"])
@shown_again_by(explain_again)
def explain(request: HttpRequest, case: Case) -> HttpResponse:
    """Write the reasons, and send them, once."""
    if request.method != "POST":
        return page(request, case)
    words = writing.written(request)
    said = writing.mistake(words, _("请写明理由。"))
    mistakes = [("words", said)] if said else []
    files, refused = uploading.sent(request)
    refused += drafts.too_many(files)
    refused += [said for one in files for said in drafts.refusals(one)]
    mistakes += [("files", said) for said in refused]
    if mistakes:
        return page(request, case, words, mistakes=mistakes, status=422)
    try:
        reasons.give(case, words, files)
    except NotAllowed as refusal:
        if _is_given(case):
            return redirect("request", number=case.number)
        return page(request, case, words, notice=str(refusal), status=409)
    request.session["said"] = _("已经收到您说明的理由。")
    return redirect("request", number=case.number)


def _is_given(case: Case) -> bool:
    events = ledger.standing_events(case.events.order_by("seq"))
    return excess.gave_reasons(derivation.standing(events))


def page(
    request: HttpRequest,
    case: Case,
    words: str = "",
    *,
    mistakes: Sequence[tuple[str, str]] = (),
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page on which reasons are written."""
    shown = {
        "case": case,
        "words": words,
        "mistakes": mistakes,
        "wrong": dict(mistakes),
        "notice": notice,
        "most": LONGEST,
        **uploading.limits(),
    }
    return render(request, "portal/requests/reasons.html", shown, status=status)
