"""Pages of the own mail address: name another, then the code that was sent there."""

from allauth.account.decorators import reauthentication_required
from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from yangguang.agencies.access import SIGNED_IN, access
from yangguang.agencies.mail import NotSent
from yangguang.signin import own_address
from yangguang.signin.forms import Code, NewAddress
from yangguang.signin.own_address import Outcome
from yangguang.signin.record import note_address


@access(SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required
def new_address(request: HttpRequest) -> HttpResponse:
    """Ask for the new address, and send a code there."""
    form = NewAddress(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="manage_email", user=request.user):
            form.add_error(None, _("一小时里发的确认邮件太多了，请过一会儿再试。"))
        elif _was_asked(request, form):
            return redirect("account-address-code")
    return render(request, "signin/address.html", {"form": form})


@access(SIGNED_IN)
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required
def address_code(request: HttpRequest) -> HttpResponse:
    """Take the code; until then nothing has changed."""
    kept = own_address.waiting(request.session, request.user)
    form = Code(request.POST or None)
    if request.method == "POST" and form.is_valid():
        match _outcome(request, form):
            case Outcome.CHANGED:
                note_address(request.user)
                messages.success(request, _("邮箱改好了，以后的邮件寄到新的邮箱。"))
                return redirect("account")
            case Outcome.WRONG:
                form.add_error("code", _("数字不对，请对照邮件再填一次。"))
            case Outcome.OVER:
                kept = None
    if kept is None:
        own_address.give_up(request.session)
        messages.warning(request, _("这个数字已经不能用了，请再填一次邮箱，我们另发一封。"))
        return redirect("account-address")
    shown = {"form": form, "address": kept.address, "minutes": own_address.MINUTES}
    return render(request, "signin/address_code.html", shown)


def _was_asked(request: HttpRequest, form: NewAddress) -> bool:
    try:
        own_address.ask(request.session, request.user, form.cleaned_data["address"])
    except NotSent:
        form.add_error("address", _("邮件没有寄出去。请检查邮箱有没有写错，或者过一会儿再试。"))
        return False
    return True


def _outcome(request: HttpRequest, form: Code) -> Outcome | None:
    try:
        return own_address.confirm(request.session, request.user, form.cleaned_data["code"])
    except NotSent:
        form.add_error(None, _("现在寄不出邮件，没法通知原来的邮箱，所以没有改。请过一会儿再试。"))
        return None
