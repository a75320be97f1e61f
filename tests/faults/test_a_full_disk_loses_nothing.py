"""No space left: a sentence for who was at it, a line for the operator, nothing half done."""

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.portal.requests import asking, working
from tests.portal.visiting import text_of
from tests.signing_in import signed_in
from yangguang.casework import attachments, ledger
from yangguang.casework.models import Attachment, Case, Counter, IssuedLetter
from yangguang.casework.verification import broken_chains
from yangguang.portal import uploads

PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(200)
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _refuse(*_: object, **__: object) -> None:
    raise FULL


@contextmanager
def _a_full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _refuse)
        yield


def _is_told(answer: HttpResponse, caplog: pytest.LogCaptureFixture) -> bool:
    lines = [one.getMessage() for one in caplog.records if one.levelno == logging.CRITICAL]
    return (
        answer.status_code == 503
        and "磁盘满了" in text_of(answer)
        and answer.headers["X-Request-ID"] in text_of(answer)
        and ["the disk is full" in one for one in lines] == [True]
    )


def test_a_file_of_a_form_is_not_taken_and_the_form_is_still_there(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    agency, client = town.agency(), Client(raise_request_exception=False)
    asking.fill(client, agency)
    files = {"files": [SimpleUploadedFile("a.png", PHOTO)], "add": "yes"}

    with monkeypatch.context() as patch:
        patch.setattr(uploads.PrivateFile, "receive_data_chunk", _refuse)
        told = client.post(asking.at(agency, "files"), files)

    assert _is_told(told, caplog)
    page = client.get(asking.at(agency, "check"))
    assert asking.WANTED in text_of(page)
    assert "a.png" not in text_of(page)


def test_a_request_that_cannot_be_kept_can_be_sent_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    agency, client = town.agency(), Client(raise_request_exception=False)
    asking.fill(client, agency)
    files = {"files": [SimpleUploadedFile("a.png", PHOTO)], "add": "yes"}
    client.post(asking.at(agency, "files"), files)
    page = client.get(asking.at(agency, "check"))

    with _a_full_disk(monkeypatch):
        told = client.post(asking.at(agency, "check"), {"carried": asking.carried(page)})

    assert _is_told(told, caplog)
    assert Case.objects.count() == 0
    sent = asking.send(client, agency, client.get(asking.at(agency, "check")))
    assert attachments.content_of(sent.case.attachments.get()) == PHOTO


def test_a_letter_is_not_issued_and_its_number_is_not_spent(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    office = town.office()
    case = town.request_at(office.agency).case
    working.draft_answer(case, office)
    working.approve(case, *office.approvers())
    client, before = signed_in(office.handler), case.events.count()
    address = f"/workspace/cases/{case.number}/issue"
    filled = {"seen": before, "checked": "on"}

    with _a_full_disk(monkeypatch):
        told = client.post(address, filled)

    assert _is_told(told, caplog)
    assert (case.events.count(), IssuedLetter.objects.count()) == (before, 0)
    assert not Counter.objects.filter(series__startswith="letters/", value__gt=0).exists()
    client.post(address, filled)
    assert IssuedLetter.objects.get().number.endswith("1号")


def test_a_database_without_space_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    agency, client = town.agency(), Client(raise_request_exception=False)
    page = asking.fill(client, agency)

    def refuse(*_: object) -> None:
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "derived", refuse)
        told = client.post(asking.at(agency, "check"), {"carried": asking.carried(page)})

    assert _is_told(told, caplog)
    assert (Case.objects.count(), Attachment.objects.count()) == (0, 0)
    assert asking.send(client, agency, client.get(asking.at(agency, "check"))).case.number
    assert list(broken_chains()) == []
