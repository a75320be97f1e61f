"""A form sent from a page that had expired: shown again with all that was typed, nothing done."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as lazy

EXPIRED = lazy(
    "这一页开得太久，或者浏览器没有保存 Cookie，刚才没有提交成功。您填的都还在，请再点一次按钮。"
)

View = Callable[..., HttpResponse]


def shown_again_by(again: View) -> Callable[[View], View]:
    """Name the view that shows a form again; `access` above it keeps the name."""

    def name(view: View) -> View:
        view.again = again  # type: ignore[attr-defined]  # as Django marks views
        return view

    return name


def shown_again(request: HttpRequest) -> HttpResponse | None:
    """The form's page again, where its view has said how; else nothing."""
    match: Any = request.resolver_match
    again = getattr(match.func, "again", None) if match else None
    return again(request, **match.kwargs) if again else None
