"""Who may open the pages of the door: anyone, or who has signed in."""

from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from yangguang.agencies.access import Rule


def _signed_in(request: HttpRequest, arguments: dict[str, Any]) -> dict[str, Any] | HttpResponse:
    if request.user.is_authenticated:
        return arguments
    return redirect_to_login(request.get_full_path())


SIGNED_IN: Final = Rule("who has signed in, for the own account", _signed_in)
