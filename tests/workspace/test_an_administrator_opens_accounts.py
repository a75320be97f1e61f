"""An agency's administrator gives its people a way in, and never a password; nobody else's."""

import re

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client

from tests import town
from tests.signing_in import PASSWORD, signed_in, with_password
from yangguang.agencies.models import Person, Post, Role

PAGE = "/workspace/people"


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def administrator(office: town.Office) -> Client:
    return signed_in(town.person("吴管理", Role.ADMINISTRATOR, office.agency))


def _link(page: str) -> str:
    found = re.search(r"https?://[^/]+(/account/first-password/[^<]+)</code>", page)
    assert found is not None
    return found.group(1)


def _has_password(person: Person) -> bool:
    person.refresh_from_db()
    return person.has_usable_password()


def test_the_link_shown_once_leads_the_person_in(
    administrator: Client, office: town.Office
) -> None:
    shown = administrator.post(f"{PAGE}/{office.handler.pk}/open", {"way": "hand"})
    client = Client()
    client.get(_link(shown.content.decode()))
    client.post("/account/first-password/", {"first": PASSWORD, "second": PASSWORD})
    client.post("/account/login/", {"login": office.handler.username, "password": PASSWORD})

    assert client.session[SESSION_KEY] == str(office.handler.pk)
    assert "first-password" not in administrator.get(PAGE).content.decode()


def test_by_mail_the_administrator_does_not_see_it(
    administrator: Client, office: town.Office, mailoutbox: list
) -> None:
    Person.objects.filter(pk=office.handler.pk).update(email="li@qinglan.example.com")

    told = administrator.post(
        f"{PAGE}/{office.handler.pk}/open", {"way": "mail"}, follow=True
    ).content.decode()

    assert "/account/first-password/" in mailoutbox[0].body
    assert "已经寄给李承办" in told
    assert "first-password" not in told


def test_without_an_address_no_mail_and_no_end_of_the_password(
    administrator: Client, office: town.Office, mailoutbox: list
) -> None:
    with_password(office.handler)

    administrator.post(f"{PAGE}/{office.handler.pk}/open", {"way": "mail"})

    assert mailoutbox == []
    assert _has_password(office.handler)


def test_a_person_is_signed_out_everywhere(administrator: Client, office: town.Office) -> None:
    theirs = signed_in(office.handler)

    administrator.post(f"{PAGE}/{office.handler.pk}/sign-out")

    assert theirs.get("/workspace/").status_code == 302


def _of_another_agency(office: town.Office) -> Person:
    return town.person("周兰", Role.HANDLER, town.agency("jiaoyu", "青岚市教育局"))


def _with_a_post_elsewhere_too(office: town.Office) -> Person:
    other = town.agency("jiaoyu", "青岚市教育局")
    Post.objects.create(person=office.handler, agency=other, role=Role.LEADER, since=town.LONG_AGO)
    return office.handler


def _a_citizen(office: town.Office) -> Person:
    return town.person("林晓")


def _oneself(office: town.Office) -> Person:
    return Person.objects.get(name="吴管理")


@pytest.mark.parametrize(
    "whose", [_of_another_agency, _with_a_post_elsewhere_too, _a_citizen, _oneself]
)
def test_other_accounts_are_not_there(administrator: Client, office: town.Office, whose) -> None:
    person = whose(office)
    before = person.password

    opened = administrator.post(f"{PAGE}/{person.pk}/open", {"way": "hand"})
    out = administrator.post(f"{PAGE}/{person.pk}/sign-out")

    person.refresh_from_db()
    assert (opened.status_code, out.status_code) == (404, 404)
    assert person.password == before


def test_nobody_else_opens_any(office: town.Office) -> None:
    client = signed_in(office.disclosure_head)
    with_password(office.handler)

    tried = client.post(f"{PAGE}/{office.handler.pk}/open", {"way": "hand"})

    assert (client.get(PAGE).status_code, tried.status_code) == (403, 403)
    assert _has_password(office.handler)
