from django.test import Client

from tests.portal.requests.asking import at, carried, fill, receipt_of, send
from tests.portal.visiting import words_of
from yangguang.agencies.models import Agency


def test_a_second_click_leads_to_the_same_receipt(client: Client, agency: Agency) -> None:
    page = fill(client, agency)
    other = Client()
    other.cookies = client.cookies.__class__(client.cookies)

    first = send(client, agency, page)
    second = send(other, agency, page)

    assert (second.number, second.code) == (first.number, first.code)
    assert agency.cases.count() == 1


def test_sending_again_from_an_old_page_leads_to_the_receipt(
    client: Client, agency: Agency
) -> None:
    page = fill(client, agency)
    first = send(client, agency, page)

    again = send(client, agency, page)

    assert again.code == first.code
    assert agency.cases.count() == 1


def test_a_reloaded_receipt_still_shows_the_code(client: Client, agency: Agency) -> None:
    first = send(client, agency, fill(client, agency))

    again = receipt_of(client.get(at(agency, "receipt")))

    assert again.code == first.code


def test_an_old_step_page_does_not_begin_the_form_anew(client: Client, agency: Agency) -> None:
    page = fill(client, agency)
    receipt = send(client, agency, page)

    answer = client.post(
        at(agency, "wanted"), {"wanted": "x", "carried": carried(page)}, follow=True
    )

    assert receipt_of(answer).number == receipt.number


def test_going_back_after_sending_leads_to_the_receipt(client: Client, agency: Agency) -> None:
    send(client, agency, fill(client, agency))

    for name in ("identity", "files", "check"):
        assert client.get(at(agency, name))["Location"] == at(agency, "receipt")


def test_in_another_browser_the_old_page_tells_the_number_and_no_code(
    client: Client, agency: Agency
) -> None:
    page = fill(client, agency)
    receipt = send(client, agency, page)

    answer = Client().post(at(agency, "check"), {"carried": carried(page)})

    assert "这份申请已经提交过了" in words_of(answer)
    assert receipt.number in words_of(answer)
    assert receipt.code not in words_of(answer)
    assert agency.cases.count() == 1


def test_the_old_page_of_one_request_does_not_send_the_next(client: Client, agency: Agency) -> None:
    page = fill(client, agency)
    send(client, agency, page)
    fill(client, agency, wanted={"wanted": "第二件事"})

    send(client, agency, page)

    assert agency.cases.count() == 1
