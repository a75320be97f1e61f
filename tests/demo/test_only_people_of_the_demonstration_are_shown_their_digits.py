"""The door helps nobody where the database is not a demonstration's, whatever a setting says."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from tests import town
from tests.signing_in import PASSWORD, with_authenticator, with_password
from yangguang.agencies.models import Person, Role
from yangguang.demo import authenticators, mark
from yangguang.demo.models import DemoCity

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    """Someone at work, with a password and an authenticator."""
    someone = with_password(town.person("李文静", Role.HANDLER, town.agency()))
    with_authenticator(someone)
    return someone


@pytest.fixture
def started_as_demo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The process believes that the site is a demonstration."""
    monkeypatch.setattr(mark.SITE, "is_demo", True)
    yield


def _marked(*people: Person) -> None:
    city = DemoCity.objects.create(day=date(2026, 9, 16), finished_at=timezone.now())
    city.people.set(people)


def _second_page(person: Person) -> str:
    entered = {"login": person.username, "password": PASSWORD}
    page = Client().post("/account/login/", entered, follow=True)
    assert page.redirect_chain[-1][0] == "/account/2fa/authenticate/"
    return page.content.decode()


def test_whose_city_is_marked_is_shown_what_their_authenticator_shows(
    person: Person, started_as_demo: None
) -> None:
    _marked(person)

    page = _second_page(person)

    assert "演示城市没有真的手机" in page
    assert str(authenticators.digits(person)) in page


def test_without_the_mark_in_the_database_nobody_is(person: Person, started_as_demo: None) -> None:
    page = _second_page(person)

    assert authenticators.digits(person) is None
    assert "演示城市没有真的手机" not in page


def test_a_city_that_was_not_finished_helps_nobody(person: Person, started_as_demo: None) -> None:
    _marked(person)
    DemoCity.objects.update(finished_at=None)

    assert authenticators.digits(person) is None


def test_who_came_later_is_not(person: Person, started_as_demo: None) -> None:
    _marked()

    assert authenticators.digits(person) is None
    assert "演示城市没有真的手机" not in _second_page(person)


def test_a_site_that_did_not_start_as_a_demonstration_helps_nobody(person: Person) -> None:
    _marked(person)

    assert authenticators.digits(person) is None
    page = Client().get("/account/login/").content.decode()
    assert "演示城市" not in page
    assert person.username not in page


def test_without_the_mark_the_page_of_signing_in_lists_nobody(
    person: Person, started_as_demo: None
) -> None:
    page = Client().get("/account/login/").content.decode()

    assert person.username not in page


def test_the_door_still_wants_the_right_digits(person: Person, started_as_demo: None) -> None:
    _marked(person)
    client = Client()
    client.post("/account/login/", {"login": person.username, "password": PASSWORD}, follow=True)
    shown = authenticators.digits(person)
    wrong = "000000" if shown != "000000" else "111111"

    page = client.post("/account/2fa/authenticate/", {"code": wrong}, follow=True)

    assert "验证码不对" in page.content.decode()
