"""By number, letter, file, party, export or page of a move: another office's case is not there.

That every address is so, for every post, is in docs/access.md, which a test writes. Here: what is
not in its table, names of one case under the number of another, and what POST would do.
"""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.portal.requests import working
from tests.signing_in import signed_in
from tests.workspace.at_work import address, words_of
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case, Event, Opening
from yangguang.casework.models.personal import Reason
from yangguang.inforequests.moves import Move
from yangguang.workspace.urls import slug

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def _answered(office: town.Office) -> Case:
    case = town.request_at(office.agency, [Upload("a.png", PNG)]).case
    working.answer(case, office)
    return case


@pytest.fixture
def cases() -> tuple[Case, Case, Client]:
    """A case of the own office, one of another, and a browser of the own office's handler."""
    own = town.office()
    other = town.office(slug="jiaoyu", name="青岚市教育局")
    return _answered(own), _answered(other), signed_in(own.handler)


def _is_nothing(answer: HttpResponse, case: Case) -> bool:
    return answer.status_code == 404 and town.APPLICATION.wanted not in answer.content.decode()


def test_names_of_another_s_case_under_the_own_number(cases) -> None:
    own, other, client = cases
    file, letter, party = other.attachments.first(), other.letters.get(), other.parties.get()

    for rest in (
        f"file/{file.pk}",
        f"letter/{letter.pk}",
        f"letter/{letter.pk}/draft.pdf",
        f"party/{party.pk}",
    ):
        assert _is_nothing(client.get(f"{address(own)}/{rest}"), other), rest
    tried = client.post(f"{address(own)}/party/{party.pk}", {"reason": Reason.VERIFY})
    assert _is_nothing(tried, other)


def test_nothing_is_done_to_another_s_case(cases) -> None:
    _, other, client = cases
    before = (Event.objects.count(), Opening.objects.count())

    for move in Move:
        told = client.post(address(other, slug(move)), {"seen": "99", "checked": "on"})
        assert _is_nothing(told, other), move
    for rest in ("case-file", f"party/{other.parties.get().pk}"):
        told = client.post(f"{address(other)}/{rest}", {"reason": Reason.HANDLING})
        assert _is_nothing(told, other), rest

    assert (Event.objects.count(), Opening.objects.count()) == before


def test_a_number_that_is_there_and_one_that_is_not_are_answered_alike(cases) -> None:
    _, other, client = cases
    head, tail = other.number.rsplit("-", 1)
    nobody_s = address(other).replace(other.number, f"{head}-{int(tail) + 777:0{len(tail)}}")

    there, not_there = client.get(address(other)), client.get(nobody_s)

    assert there.status_code == not_there.status_code == 404
    assert words_of(there) == words_of(not_there)
