"""How a visitor wants the pages shown: large print (长者版), high contrast. Kept in a cookie."""

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

COOKIE: Final = f"{settings.COOKIE_PREFIX}yangguang_display"
KEPT_SECONDS: Final = 365 * 24 * 60 * 60
CHOICES: Final = {"large": gettext_lazy("长者版"), "contrast": gettext_lazy("高对比")}


def chosen(request: HttpRequest) -> list[str]:
    """What the visitor switched on, in the order of CHOICES."""
    wanted = request.COOKIES.get(COOKIE, "").split(".")
    return [choice for choice in CHOICES if choice in wanted]


def switch(request: HttpRequest, response: HttpResponse, choice: str) -> None:
    """Switch `choice` on or off for the pages to come."""
    wanted = set(chosen(request)) ^ ({choice} & CHOICES.keys())
    response.set_cookie(
        COOKIE,
        ".".join(sorted(wanted)),
        max_age=KEPT_SECONDS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def display(request: HttpRequest) -> dict[str, Any]:
    """For the templates: the switches with their state."""
    on = chosen(request)
    return {
        "display_on": on,
        "display_choices": [(choice, word, choice in on) for choice, word in CHOICES.items()],
    }
