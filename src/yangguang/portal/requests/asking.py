"""The form in steps, its files, the check before sending, and the receipt."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.inforequests import drafts, filling, query_code
from yangguang.inforequests.milestones import calendar_warning, milestones
from yangguang.inforequests.models import FormDraft
from yangguang.law.receipt import Channel
from yangguang.portal.requests import keeping, steps, uploading
from yangguang.portal.requests.access import ASKER, access
from yangguang.portal.requests.expired import EXPIRED, shown_again_by
from yangguang.portal.requests.steps import CHECK, COUNT, FILES, STEPS, Step


def _ask(agency: Agency, name: str) -> str:
    if name in (FILES, CHECK):
        return reverse(f"ask-{name}", args=[agency.slug])
    return reverse("ask", args=[agency.slug, name])


@access(ASKER)
def step_again(
    request: HttpRequest, agency: Agency, draft: FormDraft | None, step: str
) -> HttpResponse:
    """The page as it was sent, where the form had expired: with all that was typed."""
    at = _step(step)
    answers = _answers(request, draft)
    answers |= steps.given(at, answers, request.POST)
    return _step_page(request, agency, draft, at, answers, notice=EXPIRED, status=403)


@access(ASKER)
@require_http_methods(["GET", "HEAD", "POST"])
@shown_again_by(step_again)
def step(request: HttpRequest, agency: Agency, draft: FormDraft | None, step: str) -> HttpResponse:
    """Show a step; or keep its answers and go on."""
    at = _step(step)
    if request.method != "POST":
        if draft is None and at is not STEPS[0]:
            return redirect(_beginning(request, agency))
        return _step_page(request, agency, draft, at, _answers(request, draft))
    if case := keeping.sent_before(request, draft):
        return _sent_already(request, agency, case.number)
    draft = keeping.draft_for(request, agency, draft)
    answers = drafts.answers_of(draft)
    given = steps.given(at, answers, request.POST)
    draft = drafts.keep(draft, given)
    answers |= given
    names = {field.name for field in at.fields(answers)}
    found = filling.mistakes(answers, moment.today())
    mistakes = {name: found[name] for name in found if name in names}
    if mistakes:
        return _step_page(request, agency, draft, at, answers, mistakes, status=422)
    return redirect(_ask(agency, CHECK if "from" in request.GET else steps.after(at)))


def _step(name: str) -> Step:
    found = steps.step_named(name)
    if found is None:
        raise Http404
    return found


def _answers(request: HttpRequest, draft: FormDraft | None) -> dict[str, str]:
    if draft is not None:
        return drafts.answers_of(draft)
    carried = drafts.opened(request.POST.get(keeping.CARRIED, ""))
    return dict(carried.answers) if carried else {}


def _carried(request: HttpRequest, draft: FormDraft | None) -> str:
    """What the page carries: its draft's answers, or what the page before it carried."""
    return drafts.carried(draft) if draft else request.POST.get(keeping.CARRIED, "")


def _beginning(request: HttpRequest, agency: Agency) -> str:
    """Where one goes who has no draft: to the receipt of what was just sent, or to the start."""
    if keeping.receipt_of(request, agency):
        return reverse("ask-receipt", args=[agency.slug])
    return _ask(agency, STEPS[0].name)


def _step_page(
    request: HttpRequest,
    agency: Agency,
    draft: FormDraft | None,
    at: Step,
    answers: Mapping[str, str],
    mistakes: Mapping[str, str] | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    fields = steps.asked(at, answers, mistakes or {})
    before = steps.before(at)
    shown = {
        "agency": agency,
        "step": at,
        "number": STEPS.index(at) + 1,
        "count": COUNT,
        "fields": fields,
        "mistakes": [(one.field.name, one.mistake) for one in fields if one.mistake],
        "notice": notice,
        "carried": _carried(request, draft),
        "back": _ask(agency, before) if before else reverse("agency", args=[agency.slug]),
    }
    return render(request, "portal/requests/step.html", shown, status=status)


@access(ASKER)
def files_again(request: HttpRequest, agency: Agency, draft: FormDraft | None) -> HttpResponse:
    """The page where the form had expired; files chosen just now must be chosen again."""
    return _files_page(request, agency, draft, notice=EXPIRED, status=403)


@access(ASKER)
@require_http_methods(["GET", "HEAD", "POST"])
@shown_again_by(files_again)
def files(request: HttpRequest, agency: Agency, draft: FormDraft | None) -> HttpResponse:
    """Show the files; add some, take one out, go on."""
    if request.method != "POST":
        if draft is None:
            return redirect(_beginning(request, agency))
        return _files_page(request, agency, draft)
    if case := keeping.sent_before(request, draft):
        return _sent_already(request, agency, case.number)
    draft = keeping.draft_for(request, agency, draft)
    refused = uploading.change(request, draft)
    if draft.files.exists():
        draft = drafts.keep(draft, {keeping.FILES_LOST: ""})
    if refused:
        return _files_page(request, agency, draft, refused, status=422)
    return redirect(_ask(agency, CHECK if "go" in request.POST else FILES))


def _files_page(
    request: HttpRequest,
    agency: Agency,
    draft: FormDraft | None,
    refused: list[str] | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    answers = _answers(request, draft)
    shown = {
        "agency": agency,
        "number": COUNT - 1,
        "count": COUNT,
        "files": drafts.files_of(draft) if draft else [],
        "files_lost": answers.get(keeping.FILES_LOST),
        "acting": answers.get("acting"),
        "mistakes": [("files", sentence) for sentence in refused or ()],
        "notice": notice,
        "carried": _carried(request, draft),
        "back": _ask(agency, STEPS[-1].name),
        **uploading.limits(),
    }
    return render(request, "portal/requests/files.html", shown, status=status)


@access(ASKER)
def check_again(request: HttpRequest, agency: Agency, draft: FormDraft | None) -> HttpResponse:
    """The page where the form had expired: nothing was sent."""
    return _check_page(request, agency, draft, notice=EXPIRED, status=403)


@access(ASKER)
@require_http_methods(["GET", "HEAD", "POST"])
@shown_again_by(check_again)
def check(request: HttpRequest, agency: Agency, draft: FormDraft | None) -> HttpResponse:
    """Show all answers; or send the request, once, and lead to the receipt."""
    if request.method != "POST":
        if draft is None:
            return redirect(_beginning(request, agency))
        return _check_page(request, agency, draft)
    if case := keeping.sent_before(request, draft):
        return _sent_already(request, agency, case.number)
    is_restored = draft is None
    draft = keeping.draft_for(request, agency, draft)
    if is_restored and drafts.answers_of(draft).get(keeping.FILES_LOST):
        return _check_page(request, agency, draft, status=422)
    try:
        taken = drafts.send_request(draft)
    except Mistakes as mistakes:
        return _check_page(request, agency, draft, mistakes.fields, status=422)
    except NotAllowed as refusal:
        return _check_page(request, agency, draft, notice=str(refusal), status=409)
    keeping.sent(request, agency, draft, taken.case)
    return redirect("ask-receipt", slug=agency.slug)


def _check_page(
    request: HttpRequest,
    agency: Agency,
    draft: FormDraft | None,
    mistakes: Mapping[str, str] | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    answers = _answers(request, draft)
    if mistakes is None and answers:
        mistakes = filling.mistakes(answers, moment.today())
    parts: list[dict[str, Any]] = [
        {"step": one, "address": _ask(agency, one.name), "answers": steps.summary(one, answers)}
        for one in STEPS
    ]
    shown = {
        "agency": agency,
        "number": COUNT,
        "count": COUNT,
        "parts": parts,
        "files": drafts.files_of(draft) if draft else [],
        "files_address": _ask(agency, FILES),
        "files_lost": answers.get(keeping.FILES_LOST),
        "acting": answers.get("acting"),
        "mistakes": [
            (f"{_ask(agency, steps.step_of_field(name, answers))}?from=check#{name}", sentence)
            for name, sentence in steps.in_order(mistakes or {}, answers)
        ],
        "notice": notice,
        "carried": _carried(request, draft),
        "back": _ask(agency, FILES),
    }
    return render(request, "portal/requests/check.html", shown, status=status)


def _sent_already(request: HttpRequest, agency: Agency, number: str) -> HttpResponse:
    """A form that was sent is sent again, from an old page: it is one request, and this is it."""
    receipt = keeping.receipt_of(request, agency)
    if receipt and receipt.case and receipt.case.number == number:
        return redirect("ask-receipt", slug=agency.slug)
    shown = {"agency": agency, "number": number}
    return render(request, "portal/requests/sent_already.html", shown)


@access(ASKER)
@require_safe
def receipt(request: HttpRequest, agency: Agency, draft: FormDraft | None) -> HttpResponse:
    """The receipt of what this session sent last to the agency."""
    found = keeping.receipt_of(request, agency)
    if found is None or found.case is None:
        return redirect("requests")
    case = found.case
    state = case.state
    code = drafts.code_of(found)
    shown = {
        "agency": agency,
        "case": case,
        "code": query_code.shown(code) if code else "",
        "milestones": milestones(state.received_on, Channel(state.channel), state.to_be_confirmed),
        "calendar_warning": calendar_warning(state.received_on, state.due_on),
        "is_mailed": drafts.is_mailed(found),
        "sent_at": case.opened_at,
        "title": _("申请已提交"),
    }
    return render(request, "portal/requests/receipt.html", shown)
