"""Whose post or delegation is over reads and decides nothing more, in an open session either."""

from datetime import timedelta

from tests import town
from tests.portal.requests import working
from tests.prepared import MONDAY
from tests.signing_in import signed_in
from tests.workspace.at_work import address, fields_of
from yangguang.agencies.models import Delegation, Post
from yangguang.casework import moment
from yangguang.casework.models import ApprovalStep

TODAY = MONDAY.date()


def test_of_who_stood_in_for_another() -> None:
    office = town.office()
    deputy = town.person("郑代理")
    post = Post.objects.get(person=office.section_head)
    lent = {"post": post, "to": deputy, "since": TODAY, "until": TODAY, "reason": "出差"}
    Delegation.objects.create(**lent)
    case = town.request_at(office.agency).case
    working.draft_answer(case, office)
    client = signed_in(deputy)
    page = client.get(address(case, "decide"))
    filled = {**fields_of(page), "decision": "approved"}

    with moment.standing_at(MONDAY + timedelta(days=1)):
        told = client.post(address(case, "decide"), filled)
        sees = client.get(address(case))

    assert page.status_code == 200
    assert (told.status_code, sees.status_code) == (403, 403)
    assert not ApprovalStep.objects.exists()


def test_of_who_left_their_post() -> None:
    office = town.office()
    case = town.request_at(office.agency).case
    client = signed_in(office.handler)
    before = client.get(address(case)).status_code
    Post.objects.filter(person=office.handler).update(until=TODAY - timedelta(days=1))

    after = [client.get(page).status_code for page in ("/workspace/", address(case))]
    after.append(client.get(f"{address(case)}/party/{case.parties.get().pk}").status_code)

    assert before == 200
    assert after == [403, 403, 403]


def test_of_who_was_moved_to_another_office() -> None:
    office, other = town.office(), town.agency("jiaoyu", "青岚市教育局")
    case = town.request_at(office.agency).case
    client = signed_in(office.handler)
    Post.objects.filter(person=office.handler).update(agency=other)

    assert client.get(address(case)).status_code == 404
