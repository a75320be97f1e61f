"""A form without the page's own token does nothing, wherever it is sent (CSRF)."""

import pytest
from django.test import Client

from tests import town
from tests.portal.requests import working
from tests.signing_in import signed_in
from tests.workspace.at_work import address
from yangguang.agencies.access import addresses
from yangguang.agencies.models import Person
from yangguang.casework.models import Event


def test_no_view_takes_them() -> None:
    found = list(addresses())

    assert len(found) > 50
    assert [name for name, view in found if getattr(view, "csrf_exempt", False)] == []


@pytest.mark.parametrize("head", [{}, {"origin": "https://evil.example"}])
def test_as_someone_at_work(head: dict[str, str]) -> None:
    office = town.office()
    case = town.request_at(office.agency).case
    working.draft_answer(case, office)
    browser = signed_in(office.section_head)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    before = Event.objects.count()
    filled = {"seen": "99", "decision": "approved", "checked": "on", "reason": "verify"}

    for there in (
        address(case, "decide"),
        address(case, "note"),
        f"{address(case)}/party/{case.parties.get().pk}",
        "/workspace/register",
        "/account/password/change/",
        "/account/logout/",
        "/account/2fa/totp/deactivate/",
    ):
        assert strict.post(there, filled, headers=head).status_code == 403, there

    assert Event.objects.count() == before
    assert strict.get("/workspace/").status_code == 200
    assert Person.objects.get(pk=office.section_head.pk).password == office.section_head.password


def test_as_an_applicant() -> None:
    taken = town.request_at(town.agency())
    browser = Client()
    browser.post("/requests", {"number": taken.case.number, "code": taken.code})
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies

    told = strict.post(f"/requests/{taken.case.number}/withdraw", {"words": "不要了"})

    assert told.status_code == 403
    assert not working.standing(taken.case).is_closed
