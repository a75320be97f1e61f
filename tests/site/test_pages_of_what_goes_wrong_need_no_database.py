"""400, 403, 404, 413, 429, 500 and 503 come in Chinese while the database is down, for everyone."""

from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse
from django.test import Client, RequestFactory

from tests.portal.visiting import text_of, words_of
from yangguang.portal.views import errors
from yangguang.site.headers import CONTENT_SECURITY_POLICY, SecurityHeaders


@pytest.fixture(autouse=True)
def _the_database_is_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("connection refused")

    for way in ("ensure_connection", "cursor", "connect"):
        monkeypatch.setattr(BaseDatabaseWrapper, way, fail)


@pytest.fixture(params=["visitor", "signed in"])
def browser(request: pytest.FixtureRequest) -> Client:
    """A browser; the one signed in holds the key of a session in the database."""
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    if request.param == "signed in":
        client.cookies[settings.SESSION_COOKIE_NAME] = "k" * 32
    return client


def _too_often(browser: Client) -> HttpResponse:
    """As allauth shows it, which counts in the database before it comes to that."""
    request = RequestFactory().post("/account/login/")
    request.user = AnonymousUser()
    return SecurityHeaders(errors.too_often)(request)


def _too_large(browser: Client) -> HttpResponse:
    return browser.post("/checkups/new", b"", content_type="text/plain", CONTENT_LENGTH=str(10**12))


def _fails(browser: Client) -> HttpResponse:
    with patch("yangguang.portal.views.rules.render", side_effect=RuntimeError("secret")):
        return browser.get("/rules")


CASES: dict[int, tuple[Callable[[Client], HttpResponse], str]] = {
    400: (lambda browser: browser.get("/", headers={"host": "x.example"}), "网址没有登记"),
    403: (lambda browser: browser.post("/checkups/delete"), "页面已过期"),
    404: (lambda browser: browser.get("/nothing-here"), "没有找到这一页"),
    413: (_too_large, "文件太大"),
    429: (_too_often, "请稍等一会儿"),
    500: (_fails, "出了意外"),
    503: (lambda browser: browser.get("/agencies"), "连不上数据库"),
}


@pytest.mark.parametrize("status", CASES)
def test_the_page_comes_all_the_same(status: int, browser: Client) -> None:
    wrong, said = CASES[status]

    answer = wrong(browser)

    assert answer.status_code == status
    assert said in words_of(answer)
    assert '<html lang="zh-Hans"' in text_of(answer)
    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert "<style" not in text_of(answer)
    assert "style=" not in text_of(answer)
    assert "<script" not in text_of(answer)
