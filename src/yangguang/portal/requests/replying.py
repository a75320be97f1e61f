"""What an applicant can do about a request: complete it, confirm the answer, withdraw."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from yangguang.agencies.capabilities import NOBODY
from yangguang.casework import ledger
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case
from yangguang.inforequests import derivation, drafts
from yangguang.inforequests.actions import applicant, fee
from yangguang.inforequests.application import LONGEST
from yangguang.inforequests.models import FormDraft
from yangguang.portal.requests import keeping, uploading, writing
from yangguang.portal.requests.access import APPLICANT, access
from yangguang.portal.requests.expired import EXPIRED, shown_again_by


@access(APPLICANT)
def correct_again(request: HttpRequest, case: Case) -> HttpResponse:
    """The page where the form had expired: with the words that were typed."""
    words = request.POST.get("words", "")
    return words_page(request, case, words, notice=str(EXPIRED), status=403)


@access(APPLICANT)
@require_http_methods(["GET", "HEAD", "POST"])
@shown_again_by(correct_again)
def correct(request: HttpRequest, case: Case) -> HttpResponse:
    """The words of a correction; then its files."""
    draft = _draft(request, case)
    if request.method != "POST":
        return words_page(request, case, drafts.answers_of(draft).get("words", "") if draft else "")
    words = writing.written(request)
    draft = keeping.draft_for(request, case.agency, draft, case)
    drafts.keep(draft, {"words": words})
    if mistake := writing.mistake(words, _("请写明补充的内容。")):
        return words_page(request, case, words, mistake=mistake, status=422)
    return redirect("request-correct-files", number=case.number)


def words_page(
    request: HttpRequest,
    case: Case,
    words: str,
    *,
    mistake: str = "",
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page on which a correction is written."""
    shown = {
        "case": case,
        "words": words,
        "mistake": mistake,
        "mistakes": [("words", mistake)] if mistake else [],
        "notice": notice,
        "most": LONGEST,
    }
    return render(request, "portal/requests/correct.html", shown, status=status)


@access(APPLICANT)
def correct_files_again(request: HttpRequest, case: Case) -> HttpResponse:
    """The page where the form had expired: nothing was sent."""
    draft = _draft(request, case)
    if draft is None:
        return redirect("request-correct", number=case.number)
    return _files_page(request, case, draft, notice=str(EXPIRED), status=403)


@access(APPLICANT)
@require_http_methods(["GET", "HEAD", "POST"])
@shown_again_by(correct_files_again)
def correct_files(request: HttpRequest, case: Case) -> HttpResponse:
    """The files of a correction; and sending it, once."""
    draft = _draft(request, case)
    if draft is None and drafts.opened(request.POST.get(keeping.CARRIED, "")):
        draft = keeping.draft_for(request, case.agency, None, case)
    if draft is None:
        return redirect("request-correct", number=case.number)
    if draft.sent_at:
        return redirect("request", number=case.number)
    if request.method != "POST":
        return _files_page(request, case, draft)
    refused = uploading.change(request, draft)
    if draft.files.exists():
        draft = drafts.keep(draft, {keeping.FILES_LOST: ""})
    if refused:
        return _files_page(request, case, draft, refused=refused, status=422)
    if "go" not in request.POST:
        return redirect("request-correct-files", number=case.number)
    try:
        drafts.send_correction(draft)
    except Mistakes as mistakes:
        said = list(mistakes.fields.values())
        return _files_page(request, case, draft, refused=said, status=422)
    except NotAllowed as refusal:
        return _files_page(request, case, draft, notice=str(refusal), status=409)
    keeping.forget(request, case.agency, case)
    return _said(request, case, _("已经收到您补充的内容。"))


def _draft(request: HttpRequest, case: Case) -> FormDraft | None:
    return keeping.draft_of(request, case.agency, case)


def _files_page(
    request: HttpRequest,
    case: Case,
    draft: FormDraft,
    *,
    refused: list[str] | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = {
        "case": case,
        "words": drafts.answers_of(draft).get("words", ""),
        "files": drafts.files_of(draft),
        "files_lost": drafts.answers_of(draft).get(keeping.FILES_LOST),
        "carried": drafts.carried(draft),
        "mistakes": [("files", sentence) for sentence in refused or ()],
        "notice": notice,
        **uploading.limits(),
    }
    return render(request, "portal/requests/correct_files.html", shown, status=status)


@access(APPLICANT)
@require_POST
def delivered(request: HttpRequest, case: Case) -> HttpResponse:
    """The applicant has the answer."""
    if derivation.standing(ledger.standing_events(case.events.order_by("seq"))).delivered:
        return redirect("request", number=case.number)
    try:
        applicant.delivered(case)
    except NotAllowed as refusal:
        return _said(request, case, str(refusal))
    return _said(request, case, _("谢谢，已经记下您收到了答复。"))


@access(APPLICANT)
@require_POST
def fee_notice_received(request: HttpRequest, case: Case) -> HttpResponse:
    """The applicant has the notice of the fee."""
    standing = derivation.standing(ledger.standing_events(case.events.order_by("seq")))
    if standing.fee and standing.fee.received_on:
        return redirect("request", number=case.number)
    try:
        fee.notice_received(case, NOBODY)
    except NotAllowed as refusal:
        return _said(request, case, str(refusal))
    return _said(request, case, _("谢谢，已经记下您收到了缴费通知。"))


@access(APPLICANT)
def withdraw_again(request: HttpRequest, case: Case) -> HttpResponse:
    """The page where the form had expired: nothing was withdrawn."""
    return _withdraw_page(request, case, request.POST.get("words", ""), str(EXPIRED), 403)


@access(APPLICANT)
@require_http_methods(["GET", "HEAD", "POST"])
@shown_again_by(withdraw_again)
def withdraw(request: HttpRequest, case: Case) -> HttpResponse:
    """Ask whether the request is really withdrawn; then withdraw it."""
    if request.method != "POST":
        return _withdraw_page(request, case)
    words = request.POST.get("words", "").replace("\0", "")[:LONGEST]
    try:
        applicant.withdraw(case, words)
    except NotAllowed as refusal:
        return _said(request, case, str(refusal))
    return _said(request, case, _("申请已经撤回。"))


def _withdraw_page(
    request: HttpRequest, case: Case, words: str = "", notice: str = "", status: int = 200
) -> HttpResponse:
    shown = {"case": case, "words": words, "notice": notice, "mistakes": []}
    return render(request, "portal/requests/withdraw.html", shown, status=status)


def _said(request: HttpRequest, case: Case, sentence: str) -> HttpResponse:
    """Back to the request, where the sentence is shown once."""
    request.session["said"] = sentence
    return redirect("request", number=case.number)
