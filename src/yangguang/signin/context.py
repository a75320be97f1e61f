"""For the templates: what who has signed in may do."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from yangguang.casework.visitor import standing_of


def people(request: HttpRequest) -> dict[str, Any]:
    """`standing`, looked up when a template asks for it; pages for the public do not."""
    return {"standing": SimpleLazyObject(lambda: standing_of(request))}
