"""For the templates: whether this is a demonstration, and then who can sign in, what to follow."""

from typing import Any

from django.http import HttpRequest

from yangguang.demo import authenticators, people
from yangguang.demo.mark import SITE


def demo(_: HttpRequest) -> dict[str, Any]:
    """`demo_city` in a demonstration; its lists are looked up when a template asks for them."""
    if not SITE.is_demo:
        return {}
    return {
        "demo_city": {
            "people": people.shown,
            "requests": people.requests,
            "password": authenticators.PASSWORD,
        }
    }
