import io
from urllib.parse import unquote

import pdfplumber
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from docx import Document

from tests import town
from tests.portal.requests import working
from tests.workspace.at_work import address, an_office, make, words_of
from yangguang.casework.attachments import Upload
from yangguang.casework.models import IssuedLetter

PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)
MARK = "草稿　未印发　仅供核对"


def _name(answer: HttpResponse) -> str:
    kind, _, name = answer["Content-Disposition"].partition("; ")
    assert kind == "attachment"
    assert answer["X-Content-Type-Options"] == "nosniff"
    return unquote(name.partition("''")[2])


def _drafted(work):
    case = work.assigned()
    make(work.handler, case, "draft-extension", filled_reason="材料较多", days="5")
    return case, address(case, f"letter/{case.letters.get().pk}/draft")


def test_a_draft_is_given_out_as_pdf_that_says_so_on_its_page() -> None:
    work = an_office()
    case, draft = _drafted(work)

    answer = work.handler.get(f"{draft}.pdf?revision=1")

    assert _name(answer) == "草稿_政府信息公开延期答复告知书_第1稿.pdf"
    with pdfplumber.open(io.BytesIO(answer.content)) as document:
        said = document.pages[0].extract_text()
    assert said.startswith(MARK.replace("　", " "))
    assert "材料较多" in said
    assert not IssuedLetter.objects.filter(letter__case=case).exists()


def test_a_draft_is_given_out_for_word_with_the_mark_over_odd_and_even_pages() -> None:
    work = an_office()
    _, draft = _drafted(work)

    answer = work.handler.get(f"{draft}.docx")

    section = Document(io.BytesIO(answer.content)).sections[0]
    assert section.header.paragraphs[0].text == MARK
    assert section.even_page_header.paragraphs[0].text == MARK
    assert _name(answer).endswith("第1稿.docx")


@pytest.mark.parametrize("rest", [".odt", ".pdf?revision=7", ".pdf?revision=x9"])
def test_there_are_no_other_drafts(rest: str) -> None:
    work = an_office()
    _, draft = _drafted(work)
    expected = 200 if rest.endswith("x9") else 404

    assert work.handler.get(draft + rest).status_code == expected


def test_an_issued_letter_is_given_out_only_as_it_was_frozen() -> None:
    work = an_office()
    case = work.assigned()
    working.issue_answer(case, work.office)
    issued = IssuedLetter.objects.get()

    page = words_of(work.handler.get(address(case)))
    file = work.handler.get(address(case, f"file/{issued.file.pk}"))

    assert "定稿" in page
    assert "草稿" not in page
    assert file["Content-Type"] == "application/pdf"
    assert file.content.startswith(b"%PDF")
    assert _name(file) == f"政府信息公开告知书（{issued.number}）.pdf"
    assert work.handler.get(address(case, f"letter/{issued.pk}/draft.pdf")).status_code == 404


def test_another_office_gets_none_of_it() -> None:
    work = an_office()
    _, draft = _drafted(work)
    stranger = an_office(slug="jiaoyu", name="青岚市教育局")

    assert stranger.handler.get(f"{draft}.pdf").status_code == 404


def test_the_scan_is_kept_on_its_page_and_given_out_beside_the_frozen_letter() -> None:
    work = an_office()
    case = work.assigned()
    working.issue_answer(case, work.office)
    before = words_of(work.handler.get(address(case, "dispatch")))
    scan = SimpleUploadedFile("盖章.png", PHOTO, "image/png")

    answer = make(
        work.handler,
        case,
        "seal",
        on="2026-02-09",
        letter=str(case.letters.get().pk),
        attachments=scan,
    )

    assert answer.status_code == 302, words_of(answer)
    page = work.handler.get(address(case))
    sealed = work.handler.get(
        address(case, f"file/{working.standing(case).sealed[case.letters.get().pk]}")
    )
    assert "盖章件" in words_of(page)
    assert sealed.content == PHOTO
    assert "发出的是没有盖章的定稿" in before
    assert "发出的是盖章件" in words_of(work.handler.get(address(case, "dispatch")))


def test_the_page_of_the_seal_says_when_no_file_was_chosen() -> None:
    work = an_office()
    case = work.assigned()
    working.issue_answer(case, work.office)

    answer = make(work.handler, case, "seal", on="2026-02-09", letter=str(case.letters.get().pk))

    assert answer.status_code == 422
    assert "请选择盖章件。" in words_of(answer)


def test_a_letter_is_no_enclosure_of_the_next() -> None:
    work = an_office()
    case = town.request_at(work.agency).case
    working.ask_correction(case, work.office)
    make(work.handler, case, "receive-correction", words="一期", on="2026-02-09")

    page = work.handler.get(address(case, "draft-extension"))

    assert "keep" not in page.context["form"].fields


def test_files_with_a_name_that_would_break_a_header_are_given_out_under_a_plain_one() -> None:
    work = an_office()
    case = work.assigned(uploads=[Upload('a"/..\\b\r\nX: y.png', PHOTO)])

    answer = work.handler.get(address(case, f"file/{case.attachments.get().pk}"))

    assert answer["Content-Disposition"] == 'attachment; filename="a..bX: y.png"'
