"""The page of one's own sessions: where one is signed in, and ending that."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies import sessions
from yangguang.agencies.access import SIGNED_IN, access
from yangguang.signin.record import note_ended


@access(SIGNED_IN)
@require_safe
def own_sessions(request: HttpRequest) -> HttpResponse:
    """Where I am signed in."""
    found = sessions.open_sessions(request.user, request.session.session_key)
    return render(request, "signin/sessions.html", {"sessions": found})


@access(SIGNED_IN)
@require_POST
@reauthentication_required
def end_session(request: HttpRequest) -> HttpResponse:
    """End one of them; this one by signing out."""
    if sessions.end(request.user, request.POST.get("session", "")):
        note_ended(request.user, 1)
        messages.success(request, _("已经让那台设备退出登录。"))
    else:
        messages.warning(request, _("那台设备已经退出登录了。"))
    return redirect("account-sessions")


@access(SIGNED_IN)
@require_POST
@reauthentication_required
def end_others(request: HttpRequest) -> HttpResponse:
    """End all but this one."""
    count = sessions.end_all(request.user, but=request.session.session_key)
    note_ended(request.user, count)
    messages.success(request, _("已经让其他 {count} 台设备退出登录。").format(count=count))
    return redirect("account-sessions")
