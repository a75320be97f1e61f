from types import ModuleType

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from yangguang.agencies.access import PUBLIC, Rule, access, addresses, every_view_declares_access


@access(PUBLIC)
def declared(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def _site(*patterns) -> ModuleType:
    site = ModuleType("a_site")
    site.urlpatterns = list(patterns)  # type: ignore[attr-defined]
    return site


def test_every_address_of_the_site_declares_its_access() -> None:
    found = dict(addresses())

    assert len(found) > 10
    assert all(isinstance(getattr(view, "access", None), Rule) for view in found.values())
    assert every_view_declares_access() == []


def test_a_view_without_a_declaration_is_an_error_at_start_up() -> None:
    with override_settings(ROOT_URLCONF=_site(path("a", declared), path("b", undeclared))):
        (error,) = every_view_declares_access()

    assert error.id == "yangguang.E001"
    assert "/b " in error.msg


def test_the_site_does_not_start_with_such_a_view() -> None:
    site = _site(path("b", undeclared))

    with override_settings(ROOT_URLCONF=site), pytest.raises(SystemCheckError, match="E001"):
        call_command("check")
