import io
from datetime import timedelta

import pdfplumber
import pytest

from tests import town
from tests.portal.requests import working
from yangguang.casework import attachments, letters, moment
from yangguang.casework.digests import digest
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import IssuedLetter
from yangguang.inforequests import freezing
from yangguang.inforequests.actions import letters as acts


def _text(issued: IssuedLetter) -> str:
    assert issued.file is not None
    with pdfplumber.open(io.BytesIO(attachments.content_of(issued.file))) as document:
        return "".join(page.extract_text() for page in document.pages)


@pytest.fixture
def case(office):
    return town.request_at(office.agency).case


def _approved_answer(case, office) -> None:
    working.draft_answer(case, office)
    working.approve(case, *office.approvers())


def test_the_file_bears_words_number_and_date(case, office) -> None:
    working.issue_answer(case, office)

    issued = IssuedLetter.objects.get()

    assert issued.number in _text(issued)
    assert "您申请的信息可以公开，现提供给您。" in _text(issued).replace("\n", "")
    assert "2026年2月9日" in _text(issued)


def test_the_ledger_names_the_file_by_its_digest(case, office) -> None:
    working.issue_answer(case, office)

    file = IssuedLetter.objects.get().file
    payload = case.events.get(kind="issued").payload

    assert payload["file"] == file.pk
    assert payload["file_digest"] == file.digest == digest(attachments.content_of(file))


def test_a_letter_that_took_the_number_meanwhile_makes_it_be_written_anew(
    case, office, monkeypatch
) -> None:
    _approved_answer(case, office)
    write = freezing.write
    numbers: list[str] = []

    def overtaken(*facts):
        made = write(*facts)
        assert made
        if not numbers:
            letters.next_letter_number(office.agency, moment.today().year)
        numbers.append(made.number)
        return made

    monkeypatch.setattr(freezing, "write", overtaken)

    issued = acts.issue(case, town.may(office.handler))

    assert [number == issued.number for number in numbers] == [False, True]
    assert issued.number in _text(issued)


def test_a_letter_written_before_midnight_is_not_issued_after_it(case, office) -> None:
    _approved_answer(case, office)
    yesterdays = freezing.write(case, town.may(office.handler))

    with (
        moment.standing_at(moment.now() + timedelta(days=1)),
        pytest.raises(freezing.Outdated),
    ):
        acts._issue(case, town.may(office.handler), None, yesterdays)

    assert not IssuedLetter.objects.exists()


def test_nothing_is_written_for_who_may_not_issue(case, office) -> None:
    _approved_answer(case, office)
    stranger = town.may(town.person("陌生人"))

    assert freezing.write(case, stranger) is None
    with pytest.raises(NotAllowed, match="没有"):
        acts.issue(case, stranger)


def test_without_an_engine_for_pdf_the_word_document_is_frozen_and_it_is_said(
    case, office, monkeypatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)

    working.issue_answer(case, office)
    issued = IssuedLetter.objects.get()

    assert attachments.name_of(issued.file).endswith(".docx")
    assert "Word" in freezing.remark(issued)


def test_of_a_pdf_nothing_need_be_said(case, office) -> None:
    working.issue_answer(case, office)

    assert freezing.remark(IssuedLetter.objects.get()) == ""
