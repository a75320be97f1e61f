"""Where the operator has a scanner: what it finds is not kept, nor what it says nothing of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from tests import town
from tests.casework import clamd
from tests.casework.clamd import VIRUS, Clamd
from yangguang.casework import attachments, scanning
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Attachment
from yangguang.casework.scanning import Scanner, WhenDown
from yangguang.site.readiness import checks

CLEAN = "长宁路改造的说明".encode()
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200_000)
NAME = "林晓的材料.txt"


@pytest.fixture
def scanner() -> Iterator[Clamd]:
    with clamd.running() as server, override_settings(**clamd.at(server)):
        yield server


def _refusal(*uploads: Upload) -> str:
    with pytest.raises(Mistakes) as refused:
        attachments.stored(uploads, bytes(16))
    return refused.value.fields["attachments"]


def _kept() -> list[Path]:
    return [one for one in Path(settings.ATTACHMENTS_FOLDER).glob("??/*") if one.is_file()]


@pytest.mark.parametrize("content", [CLEAN, PNG])
def test_it_is_sent_every_byte_and_what_it_finds_nothing_in_is_taken(
    scanner: Clamd, content: bytes
) -> None:
    attachments.examined(Upload(NAME, content))

    assert scanner.seen == [content]


def test_what_is_infected_is_refused_and_nothing_of_it_kept(scanner: Clamd) -> None:
    said = _refusal(Upload("a.txt", CLEAN), Upload(NAME, VIRUS))

    assert "查出了病毒" in said
    assert _kept() == []


def test_the_log_has_the_finding_and_not_the_name(
    scanner: Clamd, caplog: pytest.LogCaptureFixture
) -> None:
    _refusal(Upload(NAME, VIRUS))

    assert "Invented-1" in caplog.text
    assert "林晓" not in caplog.text


@pytest.mark.parametrize("instead", [b"", b"INSTREAM size limit exceeded. ERROR", b"stream: OKAY"])
def test_what_it_says_nothing_of_is_refused(
    scanner: Clamd, instead: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    scanner.instead = instead

    assert "没法查病毒" in _refusal(Upload(NAME, CLEAN))
    assert "scanner does not answer" in caplog.text


def test_so_it_is_where_nobody_listens(tmp_path: Path) -> None:
    nobody = Scanner.at(str(tmp_path / "clamd.ctl"))

    with override_settings(SCANNER=nobody):
        assert "没法查病毒" in _refusal(Upload(NAME, CLEAN))


def test_where_the_operator_has_said_so_it_is_taken_with_a_mark(scanner: Clamd) -> None:
    scanner.instead = b""
    with override_settings(SCANNER_DOWN=WhenDown.TAKE):
        town.request_at(town.agency(), uploads=[Upload(NAME, CLEAN)])

    assert Attachment.objects.get(kind="request").unscanned


def test_what_it_has_seen_bears_no_mark(scanner: Clamd) -> None:
    town.request_at(town.agency(), uploads=[Upload(NAME, CLEAN)])

    assert not Attachment.objects.get(kind="request").unscanned


@pytest.mark.parametrize("instead", [None, b""])
def test_readyz_says_whether_it_is_there(scanner: Clamd, instead: bytes | None) -> None:
    scanner.instead = instead

    [found] = [one for one in checks() if one.name == "scanner"]
    assert found.ok is (instead is None)


@pytest.mark.parametrize("address", ["clamd", "host:", ":3310", "host:99999", "host:３３１０"])
def test_an_address_that_is_none_is_said(address: str) -> None:
    with pytest.raises(ValueError, match="应当像"):
        Scanner.at(address)


def test_without_one_nothing_is_asked() -> None:
    assert scanning.answers()
    attachments.examined(Upload(NAME, VIRUS))
