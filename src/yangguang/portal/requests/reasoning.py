"""An applicant says why so much is asked, or so often (Art. 35)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yangguang.casework import ledger
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case
from yangguang.inforequests import derivation, excess
from yangguang.inforequests.actions import reasons
from yangguang.inforequests.application import LONGEST
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
    words = request.POST.get("words", "").replace("\0", "").replace("\r\n", "\n").strip()
    mistake = ""
    if not words:
        mistake = _("请写明理由。")
    elif len(words) > LONGEST:
        mistake = _("内容有 {count} 字，最多 {most} 字。").format(count=len(words), most=LONGEST)
    if mistake:
        return page(request, case, words, mistake=mistake, status=422)
    try:
        reasons.give(case, words)
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
    mistake: str = "",
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page on which reasons are written."""
    shown = {
        "case": case,
        "words": words,
        "mistake": mistake,
        "mistakes": [("words", mistake)] if mistake else [],
        "notice": notice,
        "most": LONGEST,
    }
    return render(request, "portal/requests/reasons.html", shown, status=status)
