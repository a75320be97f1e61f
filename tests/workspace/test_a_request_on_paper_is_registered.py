"""What came by post, visit, fax, e-mail or by word of mouth (Arts 29, 31)."""

import pytest

from tests.workspace.at_work import address, an_office, fields_of, words_of
from yangguang.casework import personal
from yangguang.casework.models import Case
from yangguang.inforequests import query_code

FILLED = {
    "name": "周岚",
    "phone": "0000-7654321",
    "address": "青岚市滨河路 9 号",
    "wanted": "2025 年公交线路调整的论证报告",
}


def _filled(client, **changes) -> dict[str, str]:
    page = client.get("/workspace/register")
    form = {field.name: field.value() for field in page.context["form"]}
    kept = {name: str(value) for name, value in form.items() if value}
    return {**kept, "token": page.context["token"], **FILLED, **changes}


@pytest.mark.parametrize("channel", ["in_person", "post", "letter", "fax", "email", "oral"])
def test_by_every_channel(channel: str) -> None:
    work = an_office()

    answer = work.handler.post(
        "/workspace/register", _filled(work.handler, channel=channel, arrived="2026-02-06")
    )

    case = Case.objects.get()
    assert case.number in words_of(answer)
    assert (case.state.channel, str(case.state.received_on)) == (channel, "2026-02-06")


def test_the_query_code_is_shown_and_fits() -> None:
    work = an_office()

    answer = work.handler.post("/workspace/register", _filled(work.handler))

    case = Case.objects.get()
    assert query_code.matches(bytes(case.query_code), case.number, answer.context["code"])


def test_sent_twice_it_is_one_request_and_the_code_is_not_shown_again() -> None:
    work = an_office()
    filled = _filled(work.handler)
    work.handler.post("/workspace/register", filled)

    again = work.handler.post("/workspace/register", filled)

    assert Case.objects.count() == 1
    assert again.context["code"] == ""
    assert "不能再次显示" in words_of(again)


def test_what_is_missing_stands_beside_its_field_and_the_rest_is_kept() -> None:
    work = an_office()

    answer = work.handler.post(
        "/workspace/register", _filled(work.handler, wanted="", arrived="2026-02-10")
    )

    assert answer.status_code == 422
    assert not Case.objects.exists()
    assert "周岚" in answer.content.decode()
    assert "收到日期不能晚于今天。" in words_of(answer)


def test_a_date_that_is_none_is_said() -> None:
    work = an_office()

    answer = work.handler.post("/workspace/register", _filled(work.handler, arrived="上周五"))

    assert "日期要写成 2026-03-13 这样。" in words_of(answer)


def test_a_letter_that_gives_an_address_needs_no_phone() -> None:
    work = an_office()

    work.handler.post("/workspace/register", _filled(work.handler, phone=""))

    assert personal.particulars_of(Case.objects.get().parties.get()).phone == ""


def test_with_no_way_of_contact_at_all_the_answer_could_not_arrive() -> None:
    work = an_office()
    filled = _filled(work.handler, phone="", address="", receiving="in_person")

    answer = work.handler.post("/workspace/register", filled)

    assert "电话、邮箱、地址中的至少一项" in str(answer.context["form"].errors["phone"])


@pytest.mark.parametrize("day", ["0001-01-01", "2003-01-01", "2019-05-14"])
def test_a_day_before_the_regulations_is_a_slip_of_the_pen(day: str) -> None:
    work = an_office()

    answer = work.handler.post("/workspace/register", _filled(work.handler, arrived=day))

    assert answer.status_code == 422
    assert "2019-05-15" in str(answer.context["form"].errors["arrived"])


def test_the_day_on_which_the_regulations_came_into_force_is_taken() -> None:
    work = an_office()

    work.handler.post("/workspace/register", _filled(work.handler, arrived="2019-05-15"))

    assert str(Case.objects.get().state.received_on) == "2019-05-15"


def _with_an_agent(client, **changes) -> dict[str, str]:
    agent = {
        "agent_name": "周正",
        "agent_paper": "passport",
        "agent_paper_number": "E12345678",
        "agent_phone": "13900000000",
    }
    return _filled(client, **agent, **changes)


def test_an_agent_is_entered_with_their_paper() -> None:
    work = an_office()

    work.handler.post("/workspace/register", _with_an_agent(work.handler, agent_has_shown="on"))

    case = Case.objects.get()
    agent = personal.particulars_of(case.parties.get(role="agent"))
    assert (agent.name, agent.paper, agent.paper_number) == ("周正", "passport", "E12345678")
    assert "没有出示授权委托书" not in words_of(work.handler.get(address(case)))


def test_an_agent_s_paper_without_a_name_is_asked_about() -> None:
    work = an_office()

    answer = work.handler.post(
        "/workspace/register", _with_an_agent(work.handler) | {"agent_name": ""}
    )

    assert "agent_name" in answer.context["form"].errors


def test_without_a_power_of_attorney_it_is_registered_and_the_office_is_warned() -> None:
    work = an_office()

    answer = work.handler.post("/workspace/register", _with_an_agent(work.handler))

    case = Case.objects.get()
    assert "没有出示授权委托书" in words_of(answer)
    assert "没有出示授权委托书" in words_of(work.handler.get(address(case)))


def test_the_correction_notice_offers_to_ask_for_it() -> None:
    work = an_office()
    work.handler.post("/workspace/register", _with_an_agent(work.handler))
    case = Case.objects.get()
    work.section_head.post(
        address(case, "assign"), {"handler": work.office.handler.pk, "seen": case.events.count()}
    )

    page = work.handler.get(address(case, "draft-correction"))

    assert "授权委托书" in fields_of(page)["filled_asked"]
    assert "没有提交授权委托书" in fields_of(page)["body"]
    assert "不够明确" not in fields_of(page)["body"]
