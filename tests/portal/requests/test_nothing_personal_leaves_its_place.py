import logging
import re
from base64 import urlsafe_b64decode
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.portal.requests.asking import NAME, WANTED, ask, at, fill, look_up
from tests.portal.visiting import a_file, text_of
from tests.prepared import MONDAY
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.inforequests import drafts
from yangguang.inforequests.models import DraftFile, FormDraft, VainTries

PERSONAL = (NAME, town.ID_CARD, "13800000000", "长宁路")


def test_a_draft_lies_sealed(client: Client, agency: Agency) -> None:
    fill(client, agency)
    client.post(at(agency, "files"), {"files": a_file(WANTED, f"{NAME}.txt"), "add": "yes"})

    draft, file = FormDraft.objects.get(), DraftFile.objects.get()
    kept = b"".join(map(bytes, (draft.sealed, draft.wrapped, file.name, file.content)))

    assert not any(one.encode() in kept for one in PERSONAL)
    assert drafts.answers_of(draft)["name"] == NAME, "and opens with the key"


def test_cookies_hold_ids_and_nothing_else(client: Client, agency: Agency) -> None:
    fill(client, agency)

    payload = client.cookies["yangguang"].value.split(":")[0].lstrip(".")
    plain = str(client.session.items()) + repr(urlsafe_b64decode(payload + "==="))

    assert not any(one in plain for one in PERSONAL)


def test_the_addresses_on_the_way_say_nothing(client: Client, agency: Agency) -> None:
    receipt = ask(client, agency)

    way = " ".join(address for address, _ in receipt.page.redirect_chain)
    assert not any(one in way for one in (*PERSONAL, receipt.code))


def test_what_a_page_carries_is_sealed(client: Client, agency: Agency) -> None:
    fill(client, agency)

    page = text_of(client.get(at(agency, "who")))

    assert not any(one in page for one in PERSONAL)


def test_logs_hold_nothing_of_a_form_or_a_look_up(
    client: Client, agency: Agency, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="django.request"):
        receipt = ask(client, agency)
        look_up(Client(), receipt.number, receipt.code)
        look_up(Client(), receipt.number, "WRONG")

    assert not any(one in caplog.text for one in (*PERSONAL, receipt.code))


def test_what_is_not_sent_is_gone_after_a_day(client: Client, agency: Agency) -> None:
    fill(client, agency)
    client.post(at(agency, "files"), {"files": a_file("x"), "add": "yes"})
    look_up(client, "2026-0001-00001", "x")

    with moment.standing_at(MONDAY + timedelta(days=1, minutes=1)):
        drafts.purge()

    kept = (FormDraft, DraftFile, VainTries)
    assert [model.objects.count() for model in kept] == [0, 0, 0]


def test_a_form_touched_today_stays(client: Client, agency: Agency) -> None:
    fill(client, agency)

    with moment.standing_at(MONDAY + timedelta(hours=23)):
        drafts.purge()

    assert FormDraft.objects.exists()


def test_a_sent_form_keeps_nothing_but_the_code(client: Client, agency: Agency) -> None:
    receipt = ask(client, agency)

    kept = drafts.answers_of(FormDraft.objects.get())

    assert set(kept) == {"code", "mailed"}
    assert f"{kept['code'][:5]}-{kept['code'][5:]}" == receipt.code


@pytest.mark.parametrize(
    "path", ["/agencies", "/agencies/jiaotong", "/agencies/jiaotong/request/who", "/requests"]
)
def test_looking_at_a_page_writes_nothing(client: Client, agency: Agency, path: str) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path).status_code == 200

    assert [
        one["sql"] for one in queries if re.match("INSERT|UPDATE|DELETE|REPLACE", one["sql"])
    ] == []
