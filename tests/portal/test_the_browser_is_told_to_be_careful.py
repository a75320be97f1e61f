import re
from contextlib import closing
from pathlib import Path

import pytest
from django.test import Client

from tests.portal.visiting import a_report, result_of, text_of

ADDRESSES = (
    "/",
    "/checkups/new",
    "/checkups",
    "/rules",
    "/healthz",
    "/nothing-here",
    "/static/portal/page.css",
)
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", re.I)


@pytest.mark.django_db  # closing an answer closes the connection it may have used
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_headers(client: Client, address: str) -> None:
    with closing(client.get(address)) as answer:
        headers = answer.headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_result_is_never_kept_in_a_cache(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path))

    assert client.get(address).headers["Cache-Control"] == "private, no-store"


def test_asking_for_the_headers_only_gives_the_headers_only(client: Client) -> None:
    whole, headers = client.get("/rules"), client.head("/rules")

    assert headers.content == b""
    assert headers.headers["Content-Length"] == whole.headers["Content-Length"]
    assert headers.headers["Content-Security-Policy"]


def test_no_page_has_script_or_style_within(client: Client, tmp_path: Path) -> None:
    pages = [*ADDRESSES[:3], ADDRESSES[4], result_of(client, a_report(tmp_path))]

    found = [INLINE.search(text_of(client.get(page))) for page in pages]

    assert found == [None] * len(pages)


def test_the_session_s_cookie_ends_with_the_browser_and_no_script_reads_it(
    client: Client, tmp_path: Path
) -> None:
    result_of(client, a_report(tmp_path))

    for name in ("yangguang", "yangguang_form"):
        cookie = client.cookies[name]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["max-age"]
        assert not cookie["expires"]
