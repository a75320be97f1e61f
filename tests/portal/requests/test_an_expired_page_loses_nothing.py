"""A page that was open too long, a session or a draft that is gone: what was typed is still there.

Given a browser that checks forms as the site does.
"""

from datetime import timedelta

import pytest
from django.test import Client

from tests.portal.requests.asking import (
    WANTED,
    asked_in,
    at,
    carried,
    fill,
    receipt_of,
    send,
)
from tests.portal.visiting import a_file, text_of, words_of
from tests.prepared import MONDAY
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.inforequests import drafts
from yangguang.inforequests.models import FormDraft


@pytest.fixture
def strict() -> Client:
    """A browser whose forms are checked for the page's own token."""
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


def test_a_step_without_a_valid_token_is_shown_again_with_its_words(
    strict: Client, agency: Agency
) -> None:
    answer = strict.post(at(agency, "wanted"), {"wanted": WANTED})

    assert answer.status_code == 403
    assert WANTED in text_of(answer)
    assert "您填的都还在" in words_of(answer)
    assert not FormDraft.objects.exists(), "nothing is kept of what a stranger may have sent"


def test_the_page_shown_again_can_be_sent(strict: Client, agency: Agency) -> None:
    again = strict.post(at(agency, "wanted"), {"wanted": WANTED})
    token = strict.cookies["yangguang_form"].value

    answer = strict.post(
        at(agency, "wanted"),
        {"wanted": WANTED, "carried": carried(again), "csrfmiddlewaretoken": token},
    )

    assert answer["Location"] == at(agency, "delivery")


def test_all_steps_are_still_there_after_the_session_is_gone(
    client: Client, agency: Agency
) -> None:
    page = fill(client, agency)
    client.cookies.clear()

    receipt = send(client, agency, page)

    assert asked_in(receipt.case) == WANTED


def test_all_steps_are_still_there_after_the_draft_was_purged(
    client: Client, agency: Agency
) -> None:
    page = fill(client, agency)
    with moment.standing_at(MONDAY + timedelta(days=2)):
        assert drafts.purge() == 1
        led = client.post(at(agency, "contact"), {"phone": "13800000001", "carried": carried(page)})
        checked = client.get(at(agency, "check"))

    assert led["Location"] == at(agency, "files")
    assert WANTED in text_of(checked)


def test_an_expired_page_to_check_sends_nothing_and_shows_everything(
    strict: Client, client: Client, agency: Agency
) -> None:
    page = fill(client, agency)

    answer = strict.post(at(agency, "check"), {"carried": carried(page)})

    assert answer.status_code == 403
    assert WANTED in text_of(answer)
    assert not agency.cases.exists()


def test_files_that_are_gone_with_the_draft_are_asked_for_again(
    client: Client, agency: Agency
) -> None:
    fill(client, agency)
    client.post(at(agency, "files"), {"files": a_file("委托书", "a.txt"), "add": "yes"})
    page = client.get(at(agency, "check"))
    with moment.standing_at(MONDAY + timedelta(days=2)):
        drafts.purge()
        first = client.post(at(agency, "check"), {"carried": carried(page)})
        assert first.status_code == 422
        assert "已经过期删除了" in words_of(first)

        sent = client.post(at(agency, "check"), {"carried": carried(first)}, follow=True)

    assert receipt_of(sent).code


def test_what_a_stranger_puts_into_the_carried_field_is_ignored(
    client: Client, agency: Agency
) -> None:
    for made_up in ("x", "a.b.c", "Zg==.Zg==.Zg==", "." * 50, "é.é.é"):
        answer = client.post(at(agency, "wanted"), {"wanted": WANTED, "carried": made_up})

        assert answer.status_code == 302
