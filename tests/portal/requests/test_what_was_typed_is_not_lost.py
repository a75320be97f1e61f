import re

from django.test import Client
from django.utils.html import escape

from tests.portal.requests.asking import WANTED, asked_in, at, fill, send
from tests.portal.visiting import text_of, words_of
from yangguang.agencies.models import Agency


def test_a_mistake_is_said_beside_the_field_and_at_the_top(client: Client, agency: Agency) -> None:
    client.post(at(agency, "who"), {"applicant_kind": "natural_person"})

    answer = client.post(
        at(agency, "identity"),
        {"name": "林晓", "paper": "id_card", "paper_number": "110105194912310"},
    )

    page, sentence = text_of(answer), "身份证号少 3 位：应为 18 位，您填了 15 位。"
    assert answer.status_code == 422
    assert f'<a href="#paper_number">{sentence}</a>' in page
    assert page.count(sentence) == 2
    assert 'value="110105194912310"' in page
    assert 'value="林晓"' in page
    assert 'aria-describedby="paper_number-mistake paper_number-hint"' in page


def test_answers_with_mistakes_are_kept_too(client: Client, agency: Agency) -> None:
    client.post(at(agency, "who"), {"applicant_kind": "natural_person"})
    client.post(at(agency, "identity"), {"name": "林晓", "paper": "id_card", "paper_number": "1"})

    page = text_of(client.get(at(agency, "identity")))

    assert 'value="林晓"' in page


def test_going_back_shows_what_was_answered(client: Client, agency: Agency) -> None:
    fill(client, agency)

    assert WANTED in text_of(client.get(at(agency, "wanted")))
    assert "checked" in text_of(client.get(at(agency, "delivery")))


def test_a_change_from_the_check_leads_back_to_it(client: Client, agency: Agency) -> None:
    page = fill(client, agency)

    led = client.post(at(agency, "wanted") + "?from=check", {"wanted": "另一件事"})
    send(client, agency, page)

    assert led["Location"] == at(agency, "check")
    assert asked_in(agency.cases.get()) == "另一件事"


def test_the_check_leads_to_what_is_missing(client: Client, agency: Agency) -> None:
    client.post(at(agency, "who"), {"applicant_kind": "natural_person"})

    page = client.get(at(agency, "check"))

    assert f'href="{at(agency, "contact")}?from=check#phone"' in text_of(page)
    assert "请填写联系电话" in words_of(page)
    assert not agency.cases.exists()


def test_the_check_lists_what_is_missing_in_the_order_of_the_questions(
    client: Client, agency: Agency
) -> None:
    client.post(at(agency, "who"), {"applicant_kind": "business"})

    page = text_of(client.get(at(agency, "check")))

    steps = re.findall(r"request/(\w+)\?from=check#", page)
    order = ["who", "identity", "acting", "wanted", "delivery", "contact"]
    assert steps == sorted(steps, key=order.index)
    assert len(steps) > len(set(steps)) > 3


def test_an_incomplete_form_is_not_sent(client: Client, agency: Agency) -> None:
    client.post(at(agency, "who"), {"applicant_kind": "natural_person"})

    answer = client.post(at(agency, "check"))

    assert answer.status_code == 422
    assert not agency.cases.exists()


def test_paper_cannot_be_had_over_the_network(client: Client, agency: Agency) -> None:
    answer = client.post(at(agency, "delivery"), {"form": "paper", "receiving": "portal"})

    assert "纸质件不能在网上给您" in words_of(answer)


def test_who_wants_it_by_post_is_asked_for_the_address(client: Client, agency: Agency) -> None:
    client.post(at(agency, "delivery"), {"form": "paper", "receiving": "post"})

    answer = client.post(at(agency, "contact"), {"phone": "13800000000"})

    assert "请填写收信地址" in words_of(answer)


def test_a_stranger_s_markup_stays_words(client: Client, agency: Agency) -> None:
    words = "<script>alert(1)</script>"

    page = text_of(fill(client, agency, wanted={"wanted": words}))

    assert escape(words) in page
    assert words not in page


def test_a_far_too_long_line_gets_a_sentence(client: Client, agency: Agency) -> None:
    client.post(at(agency, "who"), {"applicant_kind": "natural_person"})

    answer = client.post(
        at(agency, "identity"), {"name": "长" * 300, "paper": "passport", "paper_number": "E1"}
    )

    assert "这里填了 300 字，最多 200 字" in words_of(answer)
