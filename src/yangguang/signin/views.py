"""The own account, and where someone who has just signed in goes."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from yangguang.agencies import sessions
from yangguang.agencies.access import SIGNED_IN, access
from yangguang.agencies.models import Delegation
from yangguang.casework import moment
from yangguang.casework.visitor import standing_of
from yangguang.demo import authenticators
from yangguang.signin.second_factor import is_set_up


@access(SIGNED_IN)
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """What belongs to the account: posts and stand-ins, address, locks, sessions."""
    today = moment.today()
    ahead = Delegation.objects.filter(until__gte=today).select_related(
        "post__agency", "post__person", "to"
    )
    shown = {
        "standing": standing_of(request),
        "has_second_factor": is_set_up(request),
        "has_recovery_codes": Authenticator.objects.filter(
            user=request.user, type=Authenticator.Type.RECOVERY_CODES
        ).exists(),
        "given": ahead.filter(post__person=request.user),
        "received": ahead.filter(to=request.user),
        "session_count": len(sessions.open_sessions(request.user, request.session.session_key)),
    }
    return render(request, "signin/account.html", shown)


@access(SIGNED_IN)
@require_safe
def arrived(request: HttpRequest) -> HttpResponse:
    """Staff to their work, everyone else to their requests."""
    return redirect("workspace" if standing_of(request).is_staff else "my-requests")


class SecondFactorPage(AuthenticateView):
    """Asks for the second factor; in a demonstration it shows what its people's would show."""

    def get_context_data(self, **shown: Any) -> dict[str, Any]:
        """What allauth shows, and the digits of a person who exists nowhere."""
        found = super().get_context_data(**shown)
        found["demo_digits"] = authenticators.digits(self.stage.login.user)
        found["form"].fields["code"].initial = found["demo_digits"]
        return found


class SetUpPage(ActivateTOTPView):
    """Sets an authenticator up; the digits that this takes are the session's second factor."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Set up, and on record for the session."""
        answer: HttpResponse = super().form_valid(form)
        kind = Authenticator.Type.TOTP
        made = Authenticator.objects.get(user_id=self.request.user.pk, type=kind)
        record_authentication(self.request, made.user, "mfa", id=made.pk, type=kind)
        return answer


authenticate = SecondFactorPage.as_view()
set_up = SetUpPage.as_view()
