"""Where an address or a form says where to go next, it goes nowhere else than here."""

from urllib.parse import quote, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.signing_in import PASSWORD, digits, signed_in, with_authenticator, with_password
from yangguang.agencies.models import Role

ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "https:evil.example",
    "http://testserver@evil.example/",
    " //evil.example",
    "\t//evil.example",
)


def _stays(answer: HttpResponse) -> bool:
    there = urlsplit(answer.headers.get("Location", "/").strip().replace("\\", "/"))
    return (there.scheme, there.netloc) in (("", ""), ("http", "testserver"))


@pytest.mark.parametrize("there", ELSEWHERE)
def test_after_the_door(there: str) -> None:
    with_password(town.person("林晓"))
    client = Client()
    filled = {"login": "staff-1", "password": PASSWORD, "next": there}

    came = client.post(f"/account/login/?next={quote(there)}", filled)
    page = client.get("/account/logout/", {"next": there})
    went = client.post("/account/logout/", {"next": there})

    assert (came.status_code, went.status_code) == (302, 302)
    assert _stays(came)
    assert _stays(went)
    assert f'href="{there}"' not in page.content.decode()


@pytest.mark.parametrize("there", ELSEWHERE[:5])
def test_after_the_second_factor(there: str) -> None:
    person = with_password(town.person("李承办", Role.HANDLER, town.agency()))
    secret, client = with_authenticator(person), Client()
    client.post(f"/account/login/?next={quote(there)}", {"login": "staff-1", "password": PASSWORD})

    came = client.post(
        f"/account/2fa/authenticate/?next={quote(there)}", {"code": digits(secret), "next": there}
    )

    assert came.status_code == 302
    assert _stays(came)


def test_from_an_address_that_looks_like_another_host() -> None:
    client = signed_in(town.person("李承办", Role.HANDLER, town.agency()))

    for path in ("//evil.example/workspace/queue", "/\\evil.example", "//evil.example/account/"):
        assert _stays(client.get(path))
        assert _stays(Client().get(path))


def test_from_what_narrows_the_queue() -> None:
    client = signed_in(town.person("李承办", Role.HANDLER, town.agency()))

    led = client.post(
        "/workspace/queue/search",
        {"words": "长宁路", "filters": "tab=all&x=\r\nLocation: //evil.example"},
    )

    assert led.status_code == 302
    assert led.headers["Location"].startswith("/workspace/queue?")
    assert "\n" not in led.headers["Location"]
