import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.portal.requests.asking import look_up
from tests.portal.visiting import text_of, words_of
from tests.prepared import MONDAY
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.inforequests import lookup
from yangguang.inforequests.models import VainTries

UNKNOWN = "2026-0001-99999"


@pytest.fixture
def taken(agency: Agency):
    """A request that was taken in, with its code."""
    return town.request_at(agency)


def test_number_and_code_open_the_request(client: Client, taken) -> None:
    page = look_up(client, taken.case.number, taken.code)

    assert page.redirect_chain[-1][0] == f"/requests/{taken.case.number}"


@pytest.mark.parametrize(
    "way", [str.lower, lambda c: f" {c[:5]} - {c[5:]} ", lambda c: f"{c[:5]}—{c[5:]}"]
)
def test_a_code_may_be_typed_in_any_manner(client: Client, taken, way) -> None:
    assert look_up(client, f" {taken.case.number} ", way(taken.code)).redirect_chain


def _without_what_was_typed(page, *typed: str) -> str:
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text_of(page))
    for one in typed:
        text = text.replace(one, "")
    return text


def test_an_unknown_number_and_a_wrong_code_are_answered_alike(client: Client, taken) -> None:
    wrong = look_up(client, taken.case.number, "AAAAABBBBB")
    unknown = look_up(client, UNKNOWN, "AAAAABBBBB")

    assert wrong.status_code == unknown.status_code == 422
    assert _without_what_was_typed(wrong, taken.case.number) == _without_what_was_typed(
        unknown, UNKNOWN
    )


def test_both_take_the_same_way_through_the_database(client: Client, taken) -> None:
    ways = []
    for number in (taken.case.number, UNKNOWN):
        VainTries.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            lookup.look_up(number, "AAAAABBBBB", "192.0.2.1")
        ways.append([re.sub(r"'[^']*'|\d+", "?", one["sql"]) for one in queries])

    assert ways[0] == ways[1]


def test_a_code_that_holds_for_another_number_opens_nothing(client: Client, agency, taken) -> None:
    other = town.request_at(agency)

    assert look_up(client, taken.case.number, other.code).status_code == 422


def _fail(times: int, number: str = UNKNOWN, address: str = "192.0.2.1") -> None:
    for _ in range(times):
        lookup.look_up(number, "AAAAABBBBB", address)


def test_after_many_vain_tries_even_the_right_code_waits(client: Client, taken) -> None:
    _fail(lookup.MOST_OF_AN_ADDRESS, address="127.0.0.1")

    page = look_up(client, taken.case.number, taken.code)

    assert page.status_code == 429
    assert "请在 10:15 以后再试" in words_of(page)


def test_after_a_quarter_of_an_hour_it_goes_on(client: Client, taken) -> None:
    _fail(lookup.MOST_OF_AN_ADDRESS, address="127.0.0.1")

    with moment.standing_at(MONDAY + timedelta(minutes=15)):
        assert look_up(client, taken.case.number, taken.code).status_code == 200


def test_a_number_is_not_tried_from_ever_new_addresses(taken) -> None:
    for n in range(lookup.MOST_OF_A_NUMBER):
        _fail(1, taken.case.number, f"192.0.2.{n}")

    with pytest.raises(lookup.TooManyTries):
        lookup.look_up(taken.case.number, "AAAAABBBBB", "198.51.100.1")


def test_the_addresses_of_one_ipv6_network_count_together() -> None:
    for n in range(lookup.MOST_OF_AN_ADDRESS):
        _fail(1, f"2026-0001-{n:05}", f"2001:db8::{n:x}")

    with pytest.raises(lookup.TooManyTries):
        lookup.look_up(UNKNOWN, "AAAAABBBBB", "2001:db8::ffff")


def test_right_codes_do_not_count(taken) -> None:
    for _ in range(3 * lookup.MOST_OF_A_NUMBER):
        lookup.look_up(taken.case.number, taken.code, "192.0.2.1")

    assert not VainTries.objects.exists()


def test_neither_address_nor_number_is_kept(taken) -> None:
    _fail(1, taken.case.number, "192.0.2.1")

    kept = " ".join(VainTries.objects.values_list("key", flat=True))
    assert "192.0.2.1" not in kept
    assert taken.case.number not in kept


def test_behind_our_proxy_the_visitor_s_address_counts(client: Client, taken) -> None:
    with override_settings(TRUSTED_PROXIES=1):
        _fail(lookup.MOST_OF_AN_ADDRESS, address="203.0.113.7")

        forged = look_up(
            client,
            taken.case.number,
            taken.code,
            headers={"X-Forwarded-For": "1.2.3.4, 203.0.113.7"},
        )
        other = look_up(
            client, taken.case.number, taken.code, headers={"X-Forwarded-For": "203.0.113.8"}
        )

    assert (forged.status_code, other.status_code) == (429, 200)


def test_without_the_code_a_request_s_pages_ask_for_it(client: Client, taken) -> None:
    for path in ("", "/correct", "/correct/files", "/withdraw", "/letters/1", "/letters/1/1"):
        page = client.get(f"/requests/{taken.case.number}{path}")

        assert page.status_code == 403
        assert "请再填一次查询码" in words_of(page)


def test_an_unknown_request_s_pages_say_the_same(client: Client, taken) -> None:
    known = client.get(f"/requests/{taken.case.number}")
    unknown = client.get(f"/requests/{UNKNOWN}")

    assert _without_what_was_typed(known, taken.case.number) == _without_what_was_typed(
        unknown, UNKNOWN
    )


def test_after_two_idle_hours_the_code_is_asked_for_again(client: Client, taken) -> None:
    look_up(client, taken.case.number, taken.code)

    with moment.standing_at(MONDAY + timedelta(hours=2, minutes=1)):
        assert client.get(f"/requests/{taken.case.number}").status_code == 403


def test_who_leaves_has_left(client: Client, taken) -> None:
    look_up(client, taken.case.number, taken.code)

    client.post("/requests/leave")

    assert client.get(f"/requests/{taken.case.number}").status_code == 403
