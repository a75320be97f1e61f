"""Lists for disposal: what is on one, its approval, and carrying it out."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import approval, disposal, erasure
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case, DisposalList
from yangguang.casework.models.approval import Decision
from yangguang.workspace.access import DISPOSAL, access


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


def _listed(
    request: HttpRequest,
    people: Standing,
    listed: DisposalList,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    opened = disposal.round_of(listed)
    shown: dict[str, Any] = {
        **stands(listed),
        "cases": _cases(listed),
        "steps": opened.steps.select_related("person", "instead_of"),
        "not_mine": approval.objection(opened, people),
        "too_few": approval.too_few(opened, people),
        "not_now": disposal.objection(listed, people),
        "may_carry_out": people.can(Capability.ADMINISTER, listed.agency_id),
        "refused": refused,
    }
    return render(request, "workspace/disposal.html", shown, status=status)


def stands(listed: DisposalList) -> dict[str, Any]:
    """How a list stands, for a page or a line."""
    now = approval.progress(disposal.round_of(listed))
    remaining = disposal.left(listed).count()
    match now:
        case approval.Progress(is_returned=True):
            said = _("没有同意")
        case approval.Progress(is_complete=True) if remaining == len(listed.stood):
            said = _("已经审批，等执行")
        case approval.Progress(is_complete=True) if remaining:
            done = len(listed.stood) - remaining
            said = _("已经销毁 {done} 件，还有 {remaining} 件").format(
                done=done, remaining=remaining
            )
        case approval.Progress(is_complete=True):
            said = _("已经销毁")
        case _:
            assert now.capability is not None
            said = _("等{who}审批").format(who=approval.LEVEL_NAMES[now.capability])
    return {"listed": listed, "stands": said, "remaining": remaining, "progress": now}


def _cases(listed: DisposalList) -> list[dict[str, Any]]:
    """The cases on a list, each with what became of it."""
    every = Case.objects.filter(pk__in=listed.stood).select_related("state").order_by("number")
    remaining = list(disposal.left(listed))
    changed = {one.number: one.why for one in disposal.changed(listed, remaining)}
    left = {one.pk for one in remaining}
    done = erasure.erased_on(set(listed.stood) - left)
    return [
        {"case": one, "done": done.get(one.pk), "why": changed.get(one.number, "")} for one in every
    ]
