import re
from urllib.parse import unquote

import pytest
from django.test import Client

from tests import town
from tests.portal.requests import asking, working
from tests.portal.visiting import text_of
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case, IssuedLetter
from yangguang.inforequests.actions import letters
from yangguang.inforequests.actions.receive import Acknowledged
from yangguang.inforequests.actions.seal import keep_scan
from yangguang.inforequests.events import Way

PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def sent(office: town.Office) -> Acknowledged:
    return town.request_at(office.agency)


@pytest.fixture
def client(sent: Acknowledged) -> Client:
    found = Client()
    asking.look_up(found, sent.case.number, sent.code)
    return found


def _links(client: Client, case: Case) -> list[str]:
    page = text_of(client.get(f"/requests/{case.number}"))
    return re.findall(rf'href="(/requests/{case.number}/letters/\d+/\d+)"', page)


def test_the_status_page_gives_the_letter_as_it_was_frozen(client, sent, office) -> None:
    working.answer(sent.case, office)

    (link,) = _links(client, sent.case)
    file = client.get(link)

    assert file["Content-Type"] == "application/pdf"
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file.content.startswith(b"%PDF")
    number = IssuedLetter.objects.get().number
    assert f"政府信息公开告知书（{number}）.pdf" in unquote(file["Content-Disposition"])


def test_with_a_seal_on_it_that_is_the_letter(client, sent, office) -> None:
    working.issue_answer(sent.case, office)
    letter, handler = IssuedLetter.objects.get(), town.may(office.handler)
    keep_scan(sent.case, letter.pk, Upload("盖章.png", PHOTO), handler)
    letters.dispatch(sent.case, Way.ELECTRONIC, moment.today(), handler)

    (link,) = _links(client, sent.case)

    assert client.get(link).content == PHOTO
    frozen = f"/requests/{sent.case.number}/letters/{letter.pk}/{letter.file.pk}"
    assert client.get(frozen).status_code == 404


def test_a_letter_that_has_not_left_is_not_given(client, sent, office) -> None:
    working.issue_answer(sent.case, office)
    letter = IssuedLetter.objects.get()

    assert _links(client, sent.case) == []
    address = f"/requests/{sent.case.number}/letters/{letter.pk}/{letter.file.pk}"
    assert client.get(address).status_code == 404


def test_who_has_no_code_gets_none(client, sent, office) -> None:
    working.answer(sent.case, office)
    (link,) = _links(client, sent.case)

    assert Client().get(link).status_code == 403


def test_after_the_data_are_destroyed_the_page_says_so(client, sent, office) -> None:
    working.answer(sent.case, office)
    (link,) = _links(client, sent.case)
    town.destroy(sent.case)

    for address in (link, link.rpartition("/")[0]):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "已经按规定销毁" in text_of(answer)
