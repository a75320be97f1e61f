import time

import pytest
from django.test import Client

from tests import town
from tests.signing_in import PASSWORD, with_password


def _try(client: Client, password: str, **more) -> str:
    filled = {"login": "staff-1", "password": password}
    return client.post("/account/login/", filled, follow=True, **more).content.decode()


def test_after_too_many_wrong_passwords_the_right_one_waits_too() -> None:
    with_password(town.person("林晓"))
    client = Client()

    said = [_try(client, "wrong") for _ in range(6)]
    then = _try(client, PASSWORD)

    assert "用户名和密码对不上" in said[0]
    assert "试错的次数太多" in said[-1]
    assert "试错的次数太多" in then


def test_an_unknown_name_is_answered_like_a_wrong_password() -> None:
    with_password(town.person("林晓"))

    known = _try(Client(), "wrong")
    unknown = Client().post("/account/login/", {"login": "nobody", "password": "wrong"})

    assert "用户名和密码对不上" in known
    assert "用户名和密码对不上" in unknown.content.decode()


def test_too_much_from_one_place_gets_a_page_that_says_when_to_come_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client, now = Client(), time.time()
    monkeypatch.setattr(time, "time", lambda: now)  # all within a minute, however slow the machine

    answers = [
        client.post("/account/login/", {"login": f"name{n}", "password": "wrong"})
        for n in range(31)
    ]

    assert answers[-1].status_code == 429
    assert "请过几分钟再试" in answers[-1].content.decode()
