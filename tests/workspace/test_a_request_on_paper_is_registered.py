"""What came by post, visit, fax, e-mail or by word of mouth (Arts 29, 31)."""

import pytest

from tests.workspace.at_work import an_office, words_of
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
