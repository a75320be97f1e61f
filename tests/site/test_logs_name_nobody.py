"""A citizen asks, an office works, a page fails, someone signs in: no line of the log names anyone.

What is written is what the handler of a site writes, every logger's, in both ways of writing.
"""

import io
import json
import logging
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client, override_settings

from tests import town
from tests.portal.requests.asking import NAME, WANTED, ask, look_up
from tests.prepared import MONDAY
from tests.signing_in import PASSWORD, digits, with_authenticator, with_password
from tests.workspace.at_work import address, an_office, make
from yangguang.agencies.models import Role
from yangguang.casework import moment
from yangguang.site import logs
from yangguang.site.gunicorn_log import GunicornLog

PHONE, STREET = "13800000000", "青岚市和平路 2 号"
PERSONAL = (NAME, town.ID_CARD, PHONE, STREET, WANTED, "长宁路", "李承办", PASSWORD)


@pytest.fixture(autouse=True)
def _prepared(db: None, tmp_path: Path) -> Iterator[None]:
    with override_settings(ATTACHMENTS_FOLDER=tmp_path / "attachments"), moment.standing_at(MONDAY):
        yield


@pytest.fixture(params=[True, False], ids=["json", "plain"])
def written(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What the site writes, at every level."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.formatter(request.param))
    root, requests = logging.getLogger(), logging.getLogger("django.request")
    levels = root.level, requests.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    requests.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(levels[0])
    requests.setLevel(levels[1])


def test_from_the_form_to_the_office(
    written: io.StringIO, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = an_office()
    secret = _knocks(office.office.section_head.username)

    receipt = ask(client, office.agency)
    look_up(Client(), receipt.number, receipt.code)
    look_up(Client(), receipt.number, "WRONG")
    case = office.assigned()
    office.handler.get("/workspace/queue", {"q": NAME})
    office.handler.get(address(case))
    assert make(office.handler, case, "note", words=f"{NAME}来过电话").status_code == 302
    _fails(office.handler, monkeypatch)

    said = written.getvalue()
    assert "yangguang.access" in said
    assert "failure" in said
    forbidden = (*PERSONAL, receipt.code, receipt.number, case.number, secret)
    assert [one for one in forbidden if one in said] == []


def _knocks(username: str) -> str:
    """Someone signs in, first wrongly; gives the digits of the second factor."""
    person = town.person("周岚", Role.SUPERVISOR, town.agency("zhengfu", "青岚市人民政府"))
    secret = with_authenticator(with_password(person))
    door = Client()
    door.post("/account/login/", {"login": NAME, "password": "wrong"})
    door.post("/account/login/", {"login": person.username, "password": PASSWORD})
    door.post("/account/2fa/authenticate/", {"code": digits(secret)})
    assert door.get("/workspace/").status_code == 200
    return secret


def _fails(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError(f"{NAME} {town.ID_CARD}")

    monkeypatch.setattr("yangguang.portal.example.excerpt", fail)
    assert client.get("/checkups/new", {"name": NAME}).status_code == 500


def test_a_strange_request_is_not_quoted_by_those_below_us(written: io.StringIO) -> None:
    Client().get(f"/{NAME}", headers={"host": f"{PHONE}.example"})
    Client().post("/requests", {"x": "1"}, headers={"referer": NAME})

    assert [one for one in PERSONAL if one in written.getvalue()] == []


def test_gunicorn_quotes_neither_address_nor_head(
    written: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    from gunicorn.config import Config

    log = GunicornLog(Config())
    try:
        log.warning(f"Invalid request from ip=10.0.0.1: GET /?q={NAME}")
        try:
            raise ValueError(town.ID_CARD)
        except ValueError:
            log.exception("Error handling request %s", f"/workspace/queue?q={NAME}")
        log.critical("WORKER TIMEOUT (pid:%s)", 4711)
        log.access(SimpleNamespace(status="200", headers=[]), SimpleNamespace(headers=[]), {}, None)
    finally:
        for handler in log.error_log.handlers:
            handler.flush()

    said = capsys.readouterr().err + written.getvalue()
    assert [one for one in (*PERSONAL, "10.0.0.1") if one in said] == []
    assert "Error handling request …" in said
    assert "WORKER TIMEOUT (pid:4711)" in said


def test_a_line_of_json_names_route_status_and_number_of_the_request(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="yangguang.access"):
        answer = client.get("/requests/2026-0001-00001")

    (record,) = (one for one in caplog.records if one.name == "yangguang.access")
    line = json.loads(logs.formatter(True).format(record))
    assert line["message"] == "answered"
    assert (line["method"], line["route"], line["status"]) == ("GET", "request", answer.status_code)
    assert isinstance(line["ms"], int)
    assert "2026-0001" not in json.dumps(line)


def test_the_page_of_a_failure_the_head_and_the_log_have_one_number(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yangguang.portal.example.excerpt", lambda: 1 / 0)

    answer = Client(raise_request_exception=False).get(
        "/checkups/new", headers={"x-request-id": "theirs"}
    )

    number = answer.headers["X-Request-ID"]
    assert number != "theirs"
    assert f'class="reference">{number}<' in answer.content.decode()
    lines = [
        one for one in written.getvalue().splitlines() if "failure" in one or "answered" in one
    ]
    assert len(lines) == 2
    assert all(number in line for line in lines)


def test_a_failure_before_any_view_is_logged_too(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(NAME)

    monkeypatch.setattr("yangguang.portal.uploads.RefuseTooMuch.__call__", fail)

    answer = Client(raise_request_exception=False).get("/rules")

    assert answer.status_code == 500
    assert f"failure {answer.headers['X-Request-ID']}" in written.getvalue()
    assert NAME not in written.getvalue()


def test_a_thread_that_fails_is_logged_without_its_words(
    written: io.StringIO, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(logging, "raiseExceptions", True)
    logs.quote_nothing_elsewhere()

    def fail() -> None:
        raise ValueError(NAME)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    assert "ValueError" in written.getvalue()
    assert NAME not in written.getvalue() + capfd.readouterr().err
