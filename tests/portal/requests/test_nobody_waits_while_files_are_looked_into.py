"""Looking into files takes long: no transaction, which keeps all other writers waiting, holds it
(design: no rendering, mail or PDF inside a transaction)."""

from collections.abc import Sequence

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from tests import town
from tests.portal.requests import asking, working
from tests.portal.visiting import text_of
from yangguang.agencies.models import Agency
from yangguang.casework import attachments
from yangguang.inforequests import drafts
from yangguang.inforequests.actions import receive
from yangguang.inforequests.models import FormDraft
from yangguang.inforequests.taking_in import Prepared


def _file(name: str = "a.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "内容".encode())


def _depths(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """In how many transactions each look was; the test's own left out."""
    found: list[int] = []
    outside, look = len(connection.savepoint_ids), attachments._looked_into

    def looked_into(upload: attachments.Upload) -> dict[str, object]:
        found.append(len(connection.savepoint_ids) - outside)
        return look(upload)

    monkeypatch.setattr(attachments, "_looked_into", looked_into)
    return found


def _filled(agency) -> Client:
    client = Client()
    asking.fill(client, agency)
    client.post(asking.at(agency, "files"), {"files": [_file(), _file("b.txt")], "add": "1"})
    return client


def test_of_a_request(monkeypatch: pytest.MonkeyPatch) -> None:
    agency = town.agency()
    client = _filled(agency)
    depths = _depths(monkeypatch)

    receipt = asking.send(client, agency, client.get(asking.at(agency, "check")))

    assert depths == [0, 0]
    assert receipt.case.attachments.count() == 2


def test_of_a_correction(monkeypatch: pytest.MonkeyPatch) -> None:
    office, client = town.office(), Client()
    case = asking.ask(client, office.agency).case
    working.ask_correction(case, office)
    client.post(f"/requests/{case.number}/correct", {"words": "一期"})
    client.post(f"/requests/{case.number}/correct/files", {"files": [_file()], "add": "1"})
    depths = _depths(monkeypatch)

    client.post(f"/requests/{case.number}/correct/files", {"go": "yes"})

    assert depths == [0]
    assert case.attachments.filter(kind="correction").count() == 1


def test_a_file_that_came_meanwhile_is_not_sent_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    agency = town.agency()
    client = _filled(agency)
    prepare = receive.prepare

    def slowly(to: Agency, uploads: Sequence[attachments.Upload]) -> Prepared:
        prepared = prepare(to, uploads)
        drafts.add_files(FormDraft.objects.get(), [attachments.Upload("c.txt", b"c")])
        return prepared

    monkeypatch.setattr(receive, "prepare", slowly)
    page = client.get(asking.at(agency, "check"))

    answer = client.post(asking.at(agency, "check"), {"carried": asking.carried(page)})

    assert answer.status_code == 422
    assert "附件刚刚在别的窗口里改动过" in text_of(answer)


def test_what_is_missing_is_said_before(monkeypatch: pytest.MonkeyPatch) -> None:
    agency = town.agency()
    client = _filled(agency)
    drafts.keep(FormDraft.objects.get(), {"wanted": ""})
    depths = _depths(monkeypatch)
    page = client.get(asking.at(agency, "check"))

    answer = client.post(asking.at(agency, "check"), {"carried": asking.carried(page)})

    assert answer.status_code == 422
    assert depths == []
