"""Reloading the page after a form was sent leads to an address that takes no visit: it says so."""

import pytest
from django.test import Client

from tests.reporting.reported import YEAR, Reporting
from tests.workspace.at_work import words_of

pytestmark = pytest.mark.django_db


def test_the_office_is_led_back_to_its_work() -> None:
    reporting = Reporting()
    browser = reporting.browser(reporting.office.handler)

    opened = browser.get(f"/workspace/reports/jiaotong/{YEAR}/way/submit")

    assert (opened.status_code, opened["Allow"]) == (405, "POST")
    assert "不能直接打开" in words_of(opened)
    assert 'href="/workspace/"' in opened.content.decode()


def test_the_public_is_led_home_and_a_program_gets_what_the_protocol_says() -> None:
    opened = Client().get("/display")
    asked = Client().delete("/display")

    assert "不能直接打开" in words_of(opened)
    assert (asked.status_code, asked["Allow"]) == (405, "POST")
