"""Markup and templates in every field that a stranger fills in come out as the words they are."""

import io
import zipfile
from dataclasses import fields, replace
from html import escape

import pypdfium2
import pytest
from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.portal.requests import asking, working
from tests.portal.visiting import text_of
from tests.signing_in import signed_in
from tests.workspace.at_work import address
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case
from yangguang.casework.models.personal import Reason
from yangguang.casework.personal import Particulars, Why
from yangguang.inforequests import lawful
from yangguang.inforequests.actions import applicant, case_file, letters, registry
from yangguang.inforequests.events import LetterKind, Way
from yangguang.law.dispositions import Disposition
from yangguang.law.identity import Paper

MARKUP = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7|add:87654 }}{% now 'Y' %}"
NAMED = "<img src=x>.png"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
_CHECKED = {"paper": Paper.OTHER, "phone": "13800000000", "email": "lin@example.com"}
"""What is not taken unless it looks like one."""
OF_MARKUP = Particulars(**{one.name: _CHECKED.get(one.name, MARKUP) for one in fields(Particulars)})


def _is_alive(page: HttpResponse) -> list[str]:
    """What of it a page shows as anything but words."""
    text = text_of(page)
    assert page.status_code in (200, 409, 422), page.status_code
    return [one for one in ("<script>alert", "<img src=x", "87661") if one in text]


def _asked(office: town.Office) -> tuple[Case, str]:
    """By a stranger with such a name, for such a thing, with such a file; and completed so."""
    uploads = [Upload(NAMED, PNG)]
    taken = town.request_at(office.agency, uploads, applicant=OF_MARKUP, wanted=MARKUP)
    working.ask_correction(taken.case, office, body=MARKUP)
    applicant.correct(taken.case, MARKUP, [Upload(NAMED, PNG)])
    registry.note(taken.case, MARKUP, town.may(office.handler))
    return taken.case, taken.code


def _drafted(case: Case, office: town.Office) -> None:
    """An answer in which the office quotes it all."""
    terms = town.ends_as(Disposition.NOT_OURS)
    terms = replace(terms, facts=dict.fromkeys(terms.facts, MARKUP))
    words = {"title": MARKUP, "addressee": MARKUP, "body": MARKUP, "contact": MARKUP}
    handler = town.may(office.handler)
    letters.draft(case, LetterKind.ANSWER, words, terms, handler, (), None, [Upload(NAMED, PNG)])


def test_on_every_page_of_the_office() -> None:
    office = town.office()
    case, _ = _asked(office)
    _drafted(case, office)
    client, own = signed_in(office.handler), address(case)
    letter = case.letters.get(kind=LetterKind.ANSWER)
    party = case.parties.get()
    pages = ["/workspace/", "/workspace/queue?tab=all", own, f"{own}/letter/{letter.pk}"]
    moves = lawful.offers(working.standing(case), town.may(office.handler), case.agency_id)
    pages += [f"{own}/{one.move.value.replace('_', '-')}" for one in moves if not one.objection]

    shown = {page: client.get(page) for page in pages}
    opened = client.post(f"{own}/party/{party.pk}", {"reason": Reason.VERIFY})
    sought = client.post("/workspace/queue/search", {"words": MARKUP}, follow=True)

    assert {page: _is_alive(one) for page, one in shown.items() if _is_alive(one)} == {}
    assert (_is_alive(opened), _is_alive(sought)) == ([], [])
    for page in (shown[own], opened, sought):
        assert escape("<script>alert(1)</script>") in text_of(page)


def test_when_it_is_registered_from_paper() -> None:
    office = town.office()
    client = signed_in(office.handler)
    form = client.get("/workspace/register").context["form"]
    filled = {one.name: one.value() or MARKUP for one in form if one.name != "attachments"}

    again = client.post("/workspace/register", {**filled, "arrived": MARKUP, "token": MARKUP})

    assert again.status_code == 422
    assert _is_alive(again) == []
    assert escape("<script>alert(1)</script>") in text_of(again)


def test_on_every_page_of_the_applicant() -> None:
    office = town.office()
    case, code = _asked(office)
    _drafted(case, office)
    letters.submit(case, town.may(office.handler))
    working.approve(case, office.section_head, office.disclosure_head, office.leader)
    issued = letters.issue(case, town.may(office.handler))
    letters.dispatch(case, Way.ELECTRONIC, issued.dated, town.may(office.handler))
    client = Client()
    client.post("/requests", {"number": case.number, "code": code})

    status = client.get(f"/requests/{case.number}")
    letter = client.get(f"/requests/{case.number}/letters/{issued.pk}")

    assert (_is_alive(status), _is_alive(letter)) == ([], [])
    assert escape("<script>alert(1)</script>") in text_of(letter)
    assert escape(NAMED) in text_of(letter)


def test_on_every_step_of_the_form() -> None:
    agency, client = town.agency(), Client()
    for step, answers in asking.ANSWERS.items():
        filled = {name: MARKUP for name in answers}
        again = client.post(asking.at(agency, step), {**filled, "from": MARKUP})
        assert again.status_code in (302, 422)
        assert again.status_code == 302 or _is_alive(again) == []
        client.post(asking.at(agency, step), answers)
    told = client.post("/requests", {"number": MARKUP, "code": MARKUP, "words": MARKUP})

    assert _is_alive(client.get(asking.at(agency, "check"))) == []
    assert _is_alive(told) == []


@pytest.mark.parametrize("to", ["pdf", "docx"])
def test_in_a_letter(to: str) -> None:
    office = town.office()
    case, _ = _asked(office)
    _drafted(case, office)
    letter = case.letters.get(kind=LetterKind.ANSWER)

    made = signed_in(office.handler).get(f"{address(case)}/letter/{letter.pk}/draft.{to}")

    words = _words_of_pdf(made.content) if to == "pdf" else _words_of_docx(made.content)
    assert "<script>alert(1)</script>" in words
    assert "{{ 7|add:87654 }}" in words


def test_in_the_file_of_the_case() -> None:
    office = town.office()
    case, _ = _asked(office)

    made = case_file.make(case, town.may(office.handler), Why(Reason.HANDLING))

    words = _words_of_pdf(made)
    assert "<script>alert(1)</script>" in words
    assert "{% now 'Y' %}" in words


def _words_of_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return "".join("".join(pages).split("\r\n"))


def _words_of_docx(content: bytes) -> str:
    """Its text; markup in it is escaped in the XML, or the file would not be well formed."""
    from docx import Document

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<script>" not in parts.read("word/document.xml")
    return "".join(one.text for one in Document(io.BytesIO(content)).paragraphs)
