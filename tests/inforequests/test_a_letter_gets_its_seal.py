"""The seal: by the port when a letter is issued, or by a scan of the sealed paper after it."""

from datetime import timedelta

import pytest
from django.test import override_settings

from tests import town
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.agencies.models import Agency
from yangguang.casework import attachments, ledger, moment, seal
from yangguang.casework.attachments import Upload
from yangguang.casework.digests import digest
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Attachment, Case, IssuedLetter
from yangguang.inforequests.actions import letters, registry
from yangguang.inforequests.actions.seal import keep_scan
from yangguang.inforequests.events import Way, What

PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)
SCAN = Upload("盖章.png", PHOTO)


def with_seal(pdf: bytes, agency: Agency) -> bytes:
    """A stand-in for an electronic seal: a remark after the end of the PDF."""
    return pdf + f"\n% sealed by {agency.slug}\n".encode()


def without_connection(pdf: bytes, agency: Agency) -> bytes:
    """A seal that is not reached; what it says quotes the letter."""
    raise ConnectionError(f"cannot seal for {agency.name}: {pdf[:20]!r}")


def with_something_else(pdf: bytes, agency: Agency) -> bytes:
    """A seal that gives back an error page."""
    return b"<html>busy</html>"


def _port(name: str) -> override_settings:
    return override_settings(SEAL_PORT=f"{__name__}.{name}")


@pytest.fixture
def case(office: town.Office) -> Case:
    return town.request_at(office.agency).case


def _approved(case: Case, office: town.Office) -> None:
    working.draft_answer(case, office)
    working.approve(case, *office.approvers())


def test_the_port_s_file_goes_out_and_the_ledger_has_its_digest(case, office) -> None:
    _approved(case, office)

    with _port("with_seal"):
        issued = letters.issue(case, town.may(office.handler))
    left = letters.dispatch(case, Way.ELECTRONIC, moment.today(), town.may(office.handler))

    sealed = Attachment.objects.get(pk=working.standing(case).sealed[issued.pk])
    content = attachments.content_of(sealed)
    assert content == attachments.content_of(issued.file) + b"\n% sealed by jiaotong\n"
    assert "（盖章）.pdf" in attachments.name_of(sealed)
    kept = case.events.get(kind=What.SEALED).payload
    assert kept["file_digest"] == left.payload["file_digest"] == digest(content)
    assert ledger.broken(case, case.events.order_by("seq")) is None


@pytest.mark.parametrize("name", ["without_connection", "with_something_else", "not_there"])
def test_a_port_that_fails_is_a_sentence_and_nothing_is_lost(name, case, office, caplog) -> None:
    _approved(case, office)
    before = case.events.count()

    with _port(name), pytest.raises(NotAllowed, match="文书没有印发，内容都在"):
        letters.issue(case, town.may(office.handler))

    assert case.events.count() == before
    assert not IssuedLetter.objects.exists()
    assert "%PDF" not in caplog.text
    assert office.agency.name not in caplog.text
    assert letters.issue(case, town.may(office.handler)).number == "jiaotong公开〔2026〕1号"


def test_a_port_that_cannot_be_found_is_told_at_the_start() -> None:
    assert seal.port_is_there() == []
    with _port("with_seal"):
        assert seal.port_is_there() == []
    with _port("not_there"):
        assert [one.id for one in seal.port_is_there()] == ["yangguang.E010"]


def test_a_scan_becomes_the_letter_s_file_and_leaves_with_the_answer(case, office) -> None:
    working.issue_answer(case, office)
    issued = IssuedLetter.objects.get()

    kept = keep_scan(case, issued.pk, SCAN, town.may(office.handler))
    left = letters.dispatch(case, Way.POST, moment.today(), town.may(office.handler))

    name = attachments.name_of(Attachment.objects.get(pk=kept.payload["file"]))
    assert name == f"政府信息公开告知书（{issued.number}）（盖章）.png"
    assert kept.payload["file_digest"] == left.payload["file_digest"] == digest(PHOTO)
    assert attachments.content_of(Attachment.objects.get(pk=left.payload["file"])) == PHOTO


def test_without_a_seal_the_letter_leaves_as_it_was_frozen(case, office) -> None:
    working.answer(case, office)

    left = case.events.get(kind=What.SENT).payload

    assert left["file_digest"] == IssuedLetter.objects.get().file.digest


def test_a_scan_is_kept_after_the_answer_left_too_and_only_once(case, office) -> None:
    working.answer(case, office, Way.POST)
    letter = IssuedLetter.objects.get().pk
    handler = town.may(office.handler)

    with moment.standing_at(MONDAY + timedelta(days=2)):
        keep_scan(case, letter, SCAN, handler, on=moment.today())
        with pytest.raises(NotAllowed, match="存过的不用再存"):
            keep_scan(case, letter, SCAN, handler)


@pytest.mark.parametrize(
    ("scan", "said"),
    [
        (Upload("盖章.txt", "盖章".encode()), "盖章件要是 PDF 或者图片"),
        (Upload("盖章.png", b""), "是空的"),
        (Upload("盖章.txt", "机密★1年".encode()), "带有国家秘密标志"),
    ],
)
def test_what_is_no_scan_is_refused(scan, said, case, office) -> None:
    working.issue_answer(case, office)

    with pytest.raises(Mistakes) as refusal:
        keep_scan(case, IssuedLetter.objects.get().pk, scan, town.may(office.handler))

    assert said in refusal.value.fields["attachments"]


def test_nothing_is_sealed_before_it_is_issued(case, office) -> None:
    _approved(case, office)

    with pytest.raises(NotAllowed, match="印发以后才能存"):
        keep_scan(case, case.letters.get().pk, SCAN, town.may(office.handler))


def test_a_wrong_scan_is_taken_back_until_it_has_been_given_out(case, office) -> None:
    working.issue_answer(case, office)
    handler = town.may(office.handler)
    letter = IssuedLetter.objects.get().pk
    wrong = keep_scan(case, letter, SCAN, handler)

    registry.void_entry(case, wrong.seq, handler)
    right = keep_scan(case, letter, Upload("盖章.png", PHOTO + b"1"), handler)
    letters.dispatch(case, Way.ELECTRONIC, moment.today(), handler)

    assert working.standing(case).sealed == {letter: right.payload["file"]}
    with pytest.raises(NotAllowed, match="这份盖章件已经发出"):
        registry.void_entry(case, right.seq, handler)
