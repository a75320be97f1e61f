"""No page and no file of a person is kept by a browser or on the way: the next at the machine."""

import pytest
from django.test import Client

from tests import town
from tests.portal.requests import asking, working
from tests.signing_in import signed_in
from tests.workspace.at_work import address
from yangguang.casework.attachments import Upload
from yangguang.casework.models.personal import Reason

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def _kept(answer) -> str:
    assert answer.status_code == 200, answer
    return "" if "no-store" in answer.headers["Cache-Control"] else answer.headers["Cache-Control"]


def test_of_an_applicant() -> None:
    office, client = town.office(), Client()
    asking.fill(client, office.agency)
    steps = [asking.at(office.agency, name) for name in (*asking.ANSWERS, "files", "check")]
    kept = {one: _kept(client.get(one)) for one in steps}
    receipt = asking.send(client, office.agency, client.get(steps[-1]))
    working.answer(receipt.case, office)
    issued, own = receipt.case.letters.get().issued, f"/requests/{receipt.number}"
    pages = (own, f"{own}/letters/{issued.pk}", f"{own}/letters/{issued.pk}/{issued.file_id}")
    kept |= {one: _kept(client.get(one)) for one in pages}

    assert {one for one, said in kept.items() if said} == set()
    assert _kept(receipt.page) == ""


def test_of_the_office() -> None:
    office = town.office()
    case = town.request_at(office.agency, [Upload("a.png", PNG)]).case
    working.draft_answer(case, office)
    client, own = signed_in(office.handler), address(case)
    letter, party = case.letters.get(), case.parties.get()
    pages = ["/workspace/", "/workspace/queue", "/workspace/register", own, "/account/"]
    pages += [f"{own}/letter/{letter.pk}", f"{own}/letter/{letter.pk}/draft.docx"]
    pages += [f"{own}/file/{case.attachments.first().pk}", f"{own}/party/{party.pk}"]

    assert {one for one in pages if _kept(client.get(one))} == set()
    for page in (f"{own}/party/{party.pk}", f"{own}/case-file"):
        reason = Reason.VERIFY if "party" in page else Reason.HANDLING
        assert _kept(client.post(page, {"reason": reason})) == ""


@pytest.mark.parametrize("status", [403, 404])
def test_nor_what_is_said_of_what_cannot_be_opened(status: int) -> None:
    office = town.office()
    case = town.request_at(office.agency).case
    who = Client() if status == 403 else signed_in(office.handler)
    there = f"/requests/{case.number}" if status == 403 else "/workspace/cases/2026-9999-99999"

    answer = who.get(there)

    assert answer.status_code == status
    assert "no-store" in answer.headers["Cache-Control"]
