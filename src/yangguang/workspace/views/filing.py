"""The archives: what is to be filed, what lies in which box, whose period is over."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.errors import Unwritable
from yangguang.casework import approval, disposal, moment
from yangguang.casework.download import answer
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, DisposalList
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import queries
from yangguang.inforequests.actions import filing as filings
from yangguang.workspace.access import ARCHIVES, DISPOSAL, HANDLING, STAFF, access
from yangguang.workspace.filing_forms import ForDisposal
from yangguang.workspace.rows import rows
from yangguang.workspace.views.personal import WhatForTheFile, openings_of

A_PAGE = 25


@access(STAFF)
@require_safe
def first(request: HttpRequest, people: Standing) -> HttpResponse:
    """To the archives of the agency that one works at; of several, the first."""
    seen = Agency.objects.filter(pk__in=people.agencies(Capability.SEE_CASES)).order_by("pk")
    own = seen.filter(pk__in=people.agencies(Capability.REGISTER)).first() or seen.first()
    if own is None:
        raise PermissionDenied(_("您的岗位不办理申请，没有档案可看。"))
    return redirect("archives", slug=own.slug)


@access(ARCHIVES)
@require_http_methods(["GET", "HEAD", "POST"])
def archives(request: HttpRequest, people: Standing, agency: Agency) -> HttpResponse:
    """One agency's archives; POST puts up a list for disposal."""
    today = moment.today()
    over = list(disposal.over(agency, today)[:200])
    form = ForDisposal(over, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            listed = disposal.make(agency, form.cleaned_data["cases"], people)
        except (Mistakes, NotAllowed) as why:
            fault = why if isinstance(why, Mistakes) else Mistakes({"cases": str(why)})
            form.take(fault)
        else:
            messages.success(request, _("销毁清册已经编好，等负责人审批。"))
            return redirect("disposal", listed=listed.pk)
    if form.errors:
        status = 422
    unfiled = queries.unfiled(people, agency)
    page = Paginator(unfiled, A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "agency": agency,
        "page": page,
        "rows": rows(page.object_list, today),
        "kept": queries.filed(people, agency).values("kept_until").annotate(count=Count("pk")),
        "over": over,
        "form": form,
        "may_list": people.can(Capability.REGISTER, agency.pk),
        "lists": [_shown(one) for one in agency.disposal_lists.order_by("-pk")[:20]],
        "agencies": Agency.objects.filter(pk__in=people.agencies(Capability.SEE_CASES)),
    }
    return render(request, "workspace/archives.html", shown, status=status)


@access(DISPOSAL)
@require_safe
def listed_page(request: HttpRequest, people: Standing, listed: DisposalList) -> HttpResponse:
    """A list: its cases, its approval, what may be done."""
    return _listed(request, people, listed)


@access(DISPOSAL)
@require_POST
def decide(request: HttpRequest, people: Standing, listed: DisposalList) -> HttpResponse:
    """Agree to a list, or refuse it."""
    wanted = request.POST.get("decision", "")
    if wanted not in set(Decision):
        return _listed(request, people, listed, _("请选择同意或者不同意。"), 422)
    try:
        disposal.decide(listed, people, Decision(wanted))
    except NotAllowed as why:
        return _listed(request, people, listed, str(why), 409)
    messages.success(request, _("您的意见已经记录。"))
    return redirect("disposal", listed=listed.pk)


@access(DISPOSAL)
@require_POST
def carry_out(request: HttpRequest, people: Standing, listed: DisposalList) -> HttpResponse:
    """Destroy what the approved list names; confirmed by a tick."""
    if request.POST.get("checked") != "on":
        said = _("销毁以后谁也打不开，不能恢复。请核对清册，打勾确认后再执行。")
        return _listed(request, people, listed, said, 422)
    try:
        done = disposal.carry_out(listed, people)
    except NotAllowed as why:
        return _listed(request, people, listed, str(why), 409)
    messages.success(request, _("{count} 件的个人信息已经销毁，台账保留。").format(count=done.done))
    for one in done.left_out:
        said = _("{number} 没有销毁：{why}").format(number=one.number, why=one.why)
        messages.warning(request, said)
    return redirect("disposal", listed=listed.pk)


@access(HANDLING)
def export(request: HttpRequest, people: Standing, case: Case) -> HttpResponse:
    """Ask what for; then the package for the archives."""
    form = WhatForTheFile(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            content = filings.export(case, people, form.why)
        except (Unwritable, NotAllowed) as why:
            form.add_error(None, str(why))
        else:
            name = _("归档_{number}.zip").format(number=case.number)
            return answer(content, name, "application/zip")
    status = 422 if form.errors else 200
    shown = {"case": case, "form": form, "openings": openings_of(case)}
    return render(request, "workspace/filing_package.html", shown, status=status)


def _listed(
    request: HttpRequest,
    people: Standing,
    listed: DisposalList,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    opened = disposal.round_of(listed)
    shown: dict[str, Any] = {
        **_shown(listed),
        "cases": Case.objects.filter(pk__in=listed.stood)
        .select_related("state")
        .order_by("number"),
        "steps": opened.steps.select_related("person", "instead_of"),
        "not_mine": approval.objection(opened, people),
        "not_now": disposal.objection(listed, people),
        "may_carry_out": people.can(Capability.ADMINISTER, listed.agency_id),
        "refused": refused,
    }
    return render(request, "workspace/disposal.html", shown, status=status)


def _shown(listed: DisposalList) -> dict[str, Any]:
    now = approval.progress(disposal.round_of(listed))
    remaining = disposal.left(listed).count()
    match now:
        case approval.Progress(is_returned=True):
            stands = _("没有同意")
        case approval.Progress(is_complete=True) if remaining:
            stands = _("已经审批，等执行")
        case approval.Progress(is_complete=True):
            stands = _("已经销毁")
        case _:
            assert now.capability is not None
            stands = _("等{who}审批").format(who=approval.LEVEL_NAMES[now.capability])
    return {"listed": listed, "stands": stands, "remaining": remaining, "progress": now}
