"""The own account, and where someone who has just signed in goes."""

from typing import Any

from allauth.mfa.base.views import AuthenticateView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from yangguang.agencies.access import access
from yangguang.casework.visitor import standing_of
from yangguang.demo import authenticators
from yangguang.signin.access import SIGNED_IN
from yangguang.signin.second_factor import has_second_factor


@access(SIGNED_IN)
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """What belongs to the account: name, posts, password, second factor."""
    shown = {
        "standing": standing_of(request),
        "has_second_factor": has_second_factor(request),
    }
    return render(request, "signin/account.html", shown)


@access(SIGNED_IN)
@require_safe
def arrived(request: HttpRequest) -> HttpResponse:
    """Staff to their work, everyone else to the first page."""
    return redirect("workspace" if standing_of(request).is_staff else "home")


class SecondFactorPage(AuthenticateView):
    """Asks for the second factor; in a demonstration it shows what its people's would show."""

    def get_context_data(self, **shown: Any) -> dict[str, Any]:
        """What allauth shows, and the digits of a person who exists nowhere."""
        found = super().get_context_data(**shown)
        found["demo_digits"] = authenticators.digits(self.stage.login.user)
        found["form"].fields["code"].initial = found["demo_digits"]
        return found


authenticate = SecondFactorPage.as_view()
