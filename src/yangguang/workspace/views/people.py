"""The accounts of an agency's people, for its administrator: a way in, and out of everywhere."""

import logging
from typing import Any, Final

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yangguang.agencies import sessions
from yangguang.agencies.actions.invite import HOURS, invite, send
from yangguang.agencies.administering import administered
from yangguang.agencies.capabilities import Standing
from yangguang.agencies.mail import NotSent
from yangguang.agencies.models import Person, Post
from yangguang.casework import moment
from yangguang.workspace.access import ACCOUNT, ADMINISTRATOR, access

LOG: Final = logging.getLogger(__name__)


@access(ADMINISTRATOR)
@require_safe
def accounts(request: HttpRequest, people: Standing) -> HttpResponse:
    """Everyone with what their account lacks."""
    return _page(request, people)


@access(ACCOUNT)
@require_POST
@reauthentication_required
def open_anew(request: HttpRequest, people: Standing, person: Person) -> HttpResponse:
    """A link that serves once: sent to the person, or shown this once to be handed over."""
    is_mailed = request.POST.get("way") == "mail"
    if is_mailed and not person.email:
        messages.warning(request, _("这个人没有登记邮箱，请显示链接，当面交给本人。"))
        return redirect("people")
    link = invite(person)
    _note("a link that serves once was made", person, people)
    if not is_mailed:
        return _page(request, people, person, link)
    try:
        send(person, link)
    except NotSent:
        said = _(
            "邮件寄不出去，请过一会儿再开一个，或者显示链接，当面交给本人；原来的密码已经停用。"
        )
        messages.warning(request, said)
    else:
        said = _("一次性链接已经寄给{name}，{hours} 小时内有效。")
        messages.success(request, said.format(name=person, hours=HOURS))
    return redirect("people")


@access(ACCOUNT)
@require_POST
@reauthentication_required
def sign_out(request: HttpRequest, people: Standing, person: Person) -> HttpResponse:
    """End the person's sessions."""
    count = sessions.end_all(person)
    _note("sessions ended", person, people)
    said = _("{name}已经在 {count} 台设备上退出登录。")
    messages.success(request, said.format(name=person, count=count))
    return redirect("people")


def _page(
    request: HttpRequest, people: Standing, person: Person | None = None, link: str = ""
) -> HttpResponse:
    theirs = Prefetch("posts", Post.objects.select_related("agency"))
    kept = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    shown: dict[str, Any] = {
        "people": people,
        "accounts": administered(people, moment.today()).prefetch_related(theirs),
        "with_second_factor": set(kept.values_list("user_id", flat=True)),
        "opened": person,
        "link": link,
        "hours": HOURS,
    }
    return render(request, "workspace/people.html", shown)


def _note(said: str, person: Person, people: Standing) -> None:
    by = people.person.pk if people.person else None
    LOG.info(said, extra={"more": {"person": person.pk, "by": by}})
