"""The first page's doors: each is a link all over, so that none may hold a second."""

import re

from django.test import Client

from tests import town
from tests.portal.visiting import text_of
from tests.workspace.at_work import words_of


def test_each_leads_to_one_place_that_is_there() -> None:
    town.office()
    browser = Client()
    (doors,) = re.findall('<ul class="doors">(.*?)</ul>', text_of(browser.get("/")), re.DOTALL)

    links = [re.findall('<a href="([^"]+)"', door) for door in doors.split("</li>")[:-1]]

    assert [len(one) for one in links] == [1] * 5
    assert "/reports" in [address for (address,) in links]
    assert [browser.get(address).status_code for (address,) in links] == [200] * 5


def test_a_report_is_looked_for_from_the_first_page() -> None:
    assert "各机关的年报" in words_of(Client().get("/"))
