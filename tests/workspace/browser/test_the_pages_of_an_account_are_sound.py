"""The pages of one's own account, and the administrator's of all: by axe and by their width."""

import pytest
from django.test import Client

from tests import town
from tests.browsing import PHONE, WIDE, Visit, sound
from tests.signing_in import signed_in
from yangguang.agencies.models import Person, Role

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize(("size", "scheme"), [(WIDE, "dark"), (PHONE, "light")]),
]

PAGES = (
    "/account/",
    "/account/sessions/",
    "/account/address/",
    "/account/first-password/",
    "/workspace/people",
)


def _administrator() -> Person:
    office = town.office()
    Person.objects.filter(pk=office.handler.pk).update(email="li@qinglan.example.com")
    return town.person("吴管理", Role.ADMINISTRATOR, office.agency)


def test_wherever_one_comes(visit: Visit, size: tuple[int, int], scheme: str) -> None:
    person = _administrator()
    Client().force_login(person)  # and elsewhere
    page = visit("/", size, color_scheme=scheme)
    cookie = signed_in(person).cookies["yangguang"].value
    page.context.add_cookies([{"name": "yangguang", "value": cookie, "url": page.url}])

    for address in PAGES:
        answer = page.goto(address)
        assert answer and answer.status == 200, address
        for summary in page.locator("main summary").all():
            summary.click()
        sound(page)
