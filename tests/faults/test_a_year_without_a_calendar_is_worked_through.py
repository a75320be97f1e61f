"""A year whose working days nobody has published yet: handled all the same, and said to be so."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from tests import town
from tests.portal.requests import asking, working
from tests.portal.visiting import text_of
from tests.signing_in import signed_in
from yangguang.casework import moment
from yangguang.law import calendar
from yangguang.site import readiness

AFTER_ALL = datetime(
    max(calendar.published().years) + 1, 3, 1, 10, tzinfo=ZoneInfo("Asia/Shanghai")
)


@pytest.fixture(autouse=True)
def _in_that_year():
    with moment.standing_at(AFTER_ALL):
        yield


def test_applicant_and_office_are_warned_and_the_answer_goes_out() -> None:
    office, client = town.office(), Client()
    receipt = asking.ask(client, office.agency)
    case = receipt.case
    working.answer(case, office)

    at_home = text_of(client.get(f"/requests/{case.number}"))
    at_work = text_of(signed_in(office.handler).get(f"/workspace/cases/{case.number}"))

    assert f"{AFTER_ALL.year}" in text_of(receipt.page)
    assert working.standing(case).stage == "answered"
    for page in (text_of(receipt.page), at_home, at_work):
        assert "放假" in page


def test_the_operator_is_told() -> None:
    ok, words = readiness._calendar(moment.today())

    assert not ok
    assert str(AFTER_ALL.year) in words
