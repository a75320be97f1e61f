"""Signing in by an OpenID Connect provider: a small one of our own, on this machine."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client, override_settings

from tests import town
from tests.signing_in import digits, with_authenticator
from yangguang.agencies.models import Person, Post, Role
from yangguang.site.sign_in import openid_providers

CLAIMS = {"sub": "8848", "preferred_username": "zhoulan", "name": "周岚"}


class _Server(ThreadingHTTPServer):
    issuer = ""
    """What it says that it is; empty: what it is."""


class _Provider(BaseHTTPRequestHandler):
    """Says who came: always the same person."""

    server: _Server

    def do_GET(self) -> None:
        home = f"http://127.0.0.1:{self.server.server_port}"
        if self.path.endswith("openid-configuration"):
            self._answer(
                {
                    "issuer": self.server.issuer or home,
                    "authorization_endpoint": f"{home}/authorize",
                    "token_endpoint": f"{home}/token",
                    "userinfo_endpoint": f"{home}/userinfo",
                    "jwks_uri": f"{home}/jwks",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        else:
            self._answer(CLAIMS)

    def do_POST(self) -> None:
        home = f"http://127.0.0.1:{self.server.server_port}"
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert sent["code"] == ["a code"] and sent["client_secret"] == ["our secret"]
        assert "code_verifier" in sent
        now = int(time.time())
        issuer = self.server.issuer or home
        token = {**CLAIMS, "iss": issuer, "aud": "yangguang", "iat": now, "exp": now + 60}
        signed = jwt.encode(token, "a key of the provider's, 32 bytes")
        self._answer({"access_token": "a token", "token_type": "Bearer", "id_token": signed})

    def _answer(self, what: dict) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[_Server]:
    server = _Server(("127.0.0.1", 0), _Provider)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def provider(server: _Server) -> Iterator[str]:
    """A provider that the site knows by its environment."""
    home = f"http://127.0.0.1:{server.server_port}"
    known = openid_providers(home, "yangguang", "our secret", "统一身份认证")
    with override_settings(SOCIALACCOUNT_PROVIDERS=known):
        yield home


def _come_by(client: Client, home: str) -> str:
    """Go to the provider and come back; the last address."""
    away = client.post("/account/other/agency/login/").headers["Location"]
    assert away.startswith(f"{home}/authorize?")
    state = parse_qs(urlsplit(away).query)["state"][0]
    back = {"code": "a code", "state": state}
    answer = client.get("/account/other/agency/callback/", back, follow=True)
    return answer.redirect_chain[-1][0] if answer.redirect_chain else ""


def test_who_comes_for_the_first_time_has_an_account_without_a_post(provider: str) -> None:
    where = _come_by(Client(), provider)

    person = Person.objects.get()
    assert (person.username, person.name) == ("zhoulan", "周岚")
    assert not person.has_usable_password()
    assert where == "/requests/mine"


def test_staff_who_come_by_it_are_asked_for_their_second_factor(provider: str) -> None:
    _come_by(Client(), provider)
    person = Person.objects.get()
    Post.objects.create(person=person, agency=town.agency(), role=Role.HANDLER, since=town.LONG_AGO)
    secret = with_authenticator(person)
    client = Client()

    asked = _come_by(client, provider)
    client.post("/account/2fa/authenticate/", {"code": digits(secret)})

    assert asked == "/account/2fa/authenticate/"
    assert client.get("/workspace/").status_code == 200


def test_the_page_offers_it_by_its_name(provider: str) -> None:
    page = Client().get("/account/login/").content.decode()

    assert "用统一身份认证登录" in page


def test_an_answer_that_nobody_asked_for_opens_nothing(provider: str) -> None:
    client = Client()

    answer = client.get(
        "/account/other/agency/callback/", {"code": "a code", "state": "forged"}, follow=True
    )

    assert "没有登录成功" in answer.content.decode()
    assert not Person.objects.exists()


def test_a_provider_that_says_it_is_another_lets_nobody_in(provider: str, server: _Server) -> None:
    server.issuer = "https://another.qinglan.example.com"

    client = Client()

    _come_by(client, provider)

    assert not Person.objects.exists()
    assert SESSION_KEY not in client.session
