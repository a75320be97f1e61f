"""What a request was split into opens with the number and code of the whole, and with no other."""

from django.test import Client

from tests import town
from tests.portal.requests import working
from tests.signing_in import signed_in
from yangguang.casework.models import Case
from yangguang.inforequests.actions import account, assign
from yangguang.inforequests.actions.receive import Acknowledged
from yangguang.inforequests.actions.relate import split

MATTERS = ("长宁路改造的招标文件", "长宁路改造的监理合同")


def _split(office: town.Office) -> tuple[Acknowledged, list[Case]]:
    taken = town.request_at(office.agency)
    assign.assign(taken.case, office.handler, town.may(office.section_head))
    return taken, split(taken.case, MATTERS, town.may(office.handler))


def _page(client: Client, case: Case):
    return client.get(f"/requests/{case.number}")


def test_the_page_of_the_whole_leads_to_its_parts(client: Client) -> None:
    office = town.office()
    taken, parts = _split(office)
    client.post("/requests", {"number": taken.case.number, "code": taken.code})

    page = _page(client, taken.case).content.decode()
    part = _page(client, parts[0])

    assert "您的申请分成 2 件办理" in page
    assert all(f'href="/requests/{one.number}"' in page for one in parts)
    assert all(one in page for one in MATTERS)
    assert part.status_code == 200
    assert f'href="/requests/{taken.case.number}"' in part.content.decode()
    assert "机关分开办理，这是其中一件" in part.content.decode()
    assert MATTERS[0] in part.content.decode()
    assert MATTERS[1] not in part.content.decode()


def test_its_answer_is_read_there(client: Client) -> None:
    office = town.office()
    taken, parts = _split(office)
    working.answer(parts[0], office)
    client.post("/requests", {"number": taken.case.number, "code": taken.code})

    letter = parts[0].letters.get().pk

    assert client.get(f"/requests/{parts[0].number}/letters/{letter}").status_code == 200


def test_nobody_else_opens_a_part(client: Client) -> None:
    office = town.office()
    _taken, parts = _split(office)
    another = town.request_at(office.agency)
    client.post("/requests", {"number": another.case.number, "code": another.code})

    assert _page(client, parts[0]).status_code == 403
    assert _page(Client(), parts[0]).status_code == 403


def test_the_account_that_keeps_the_whole_opens_its_parts() -> None:
    office = town.office()
    taken, parts = _split(office)
    citizen = town.person("林晓")
    account.keep(taken.case, citizen)

    assert _page(signed_in(citizen), parts[1]).status_code == 200
