import re

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.signing_in import PASSWORD, digits, signed_in, with_authenticator, with_password
from yangguang.agencies.models import Person, Role


def _sign_in(client: Client, person: Person) -> HttpResponse:
    filled = {"login": person.username, "password": PASSWORD}
    return client.post("/account/login/", filled, follow=True)


def _last(answer: HttpResponse) -> str:
    return answer.redirect_chain[-1][0]


def _handler() -> Person:
    return with_password(town.person("李承办", Role.HANDLER, town.agency()))


def test_who_has_none_sets_one_up_before_anything_else() -> None:
    client = Client()

    arrived = _sign_in(client, _handler())
    queue = client.get("/workspace/queue")

    assert _last(arrived) == "/account/2fa/totp/activate/"
    assert queue.headers["Location"] == "/account/2fa/totp/activate/"


def test_setting_one_up_gives_recovery_codes_and_opens_the_workspace() -> None:
    client = Client()
    page = _sign_in(client, _handler())

    answer = client.post(
        "/account/2fa/totp/activate/", {"code": digits(page.context["form"].secret)}, follow=True
    )

    codes = re.findall(r"<code>(\d{8})</code>", answer.content.decode())
    assert len(codes) == 10
    assert client.get("/workspace/").status_code == 200
    assert 'href="/account/2fa/recovery-codes/"' in client.get("/account/").content.decode()


def test_codes_are_not_offered_to_who_has_none() -> None:
    browser = signed_in(_handler())

    page = browser.get("/account/").content.decode()

    assert "已启用" in page
    assert 'href="/account/2fa/recovery-codes/"' not in page


def test_the_picture_stands_in_the_page_for_the_policy_allows_no_other() -> None:
    page = _sign_in(Client(), _handler()).content.decode()

    assert "<svg" in page
    assert "data:image" not in page


def test_who_has_one_is_asked_for_it_at_every_signing_in() -> None:
    handler = _handler()
    secret = with_authenticator(handler)
    client = Client()

    asked = _sign_in(client, handler)
    before = client.get("/workspace/")
    wrong = client.post("/account/2fa/authenticate/", {"code": "000000"})
    client.post("/account/2fa/authenticate/", {"code": digits(secret)})

    assert _last(asked) == "/account/2fa/authenticate/"
    assert before.headers["Location"].startswith("/account/login/")
    assert "验证码不对" in wrong.content.decode()
    assert client.get("/workspace/").status_code == 200


def _in_before_it_was_set_up() -> tuple[Client, str]:
    """A browser let in by password alone, and the secret that was set up in another one later."""
    handler, client = _handler(), Client()
    _sign_in(client, handler)
    return client, with_authenticator(handler)


def test_who_came_in_by_password_before_is_asked_for_it_now() -> None:
    client, _ = _in_before_it_was_set_up()

    answer = client.get("/workspace/queue?tab=all")

    assert answer.headers["Location"].startswith("/account/2fa/reauthenticate/?next=%2Fworkspace")


@pytest.mark.parametrize("page", ["", "2fa/recovery-codes/generate/", "password/change/"])
def test_nor_can_they_get_at_the_recovery_codes(page: str) -> None:
    client, _ = _in_before_it_was_set_up()

    answer = client.get(f"/account/{page}")

    assert answer.headers["Location"].startswith("/account/2fa/reauthenticate/")


def test_having_shown_it_they_are_back_where_they_were() -> None:
    client, secret = _in_before_it_was_set_up()
    asked = client.get("/workspace/queue").headers["Location"]
    assert client.get(asked).status_code == 200

    answer = client.post(asked, {"code": digits(secret)}, follow=True)

    assert _last(answer) == "/workspace/queue"
    assert answer.status_code == 200


def test_staff_cannot_do_without_it_again() -> None:
    handler = _handler()
    secret = with_authenticator(handler)
    client = Client()
    _sign_in(client, handler)
    client.post("/account/2fa/authenticate/", {"code": digits(secret)})

    answer = client.post("/account/2fa/totp/deactivate/")

    assert "工作人员必须使用两步验证" in answer.content.decode()
    assert handler.authenticator_set.filter(type="totp").exists()


def test_a_citizen_needs_none() -> None:
    client = Client()

    arrived = _sign_in(client, with_password(town.person("林晓")))

    assert _last(arrived) == "/requests/mine"
    assert client.get("/account/").status_code == 200


def test_someone_without_a_post_is_told_that_the_workspace_is_for_staff() -> None:
    client = Client()
    client.force_login(town.person("林晓"))

    answer = client.get("/workspace/")

    assert answer.status_code == 403
    assert "工作台只对有岗位的工作人员开放" in answer.content.decode()
