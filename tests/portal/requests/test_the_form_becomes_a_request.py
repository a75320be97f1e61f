"""Art. 29: who asks, how they are reached, what is wanted, in what form and by what way."""

from django.test import Client

from tests import town
from tests.portal.requests.asking import ANSWERS, NAME, WANTED, ask, asked_in, at, fill, send
from tests.portal.visiting import text_of, words_of
from tests.prepared import MONDAY
from yangguang.agencies.models import Agency
from yangguang.casework import moment, personal
from yangguang.casework.models import Case, Party
from yangguang.casework.models.personal import PartyRole


def test_each_answer_leads_to_the_next_question(client: Client, agency: Agency) -> None:
    led = [client.post(at(agency, name), answers)["Location"] for name, answers in ANSWERS.items()]

    names = [*list(ANSWERS)[1:], "files"]
    assert led == [at(agency, name) for name in names]


def test_what_was_filled_in_is_what_the_office_has(client: Client, agency: Agency) -> None:
    case = ask(client, agency).case

    party = Party.objects.get(case=case)
    assert personal.particulars_of(party).name == NAME
    assert personal.particulars_of(party).paper_number == town.ID_CARD
    words = personal.words_of(case.texts.get())
    assert isinstance(words, dict)
    assert words["wanted"] == WANTED
    assert (words["form"], words["receiving"]) == ("electronic", "portal")


def test_the_receipt_says_number_code_and_what_happens_when(client: Client, agency: Agency) -> None:
    receipt = ask(client, agency)

    said = words_of(receipt.page)
    assert receipt.number == f"2026-{agency.pk:04d}-00001"
    assert len(receipt.code) == 11
    assert "2026年2月25日" in said, "seven working days to ask for a correction (Art. 30)"
    assert "2026年3月13日" in said, "twenty working days to answer (Art. 33)"


def test_each_of_the_five_kinds_of_organisation_can_ask(client: Client, agency: Agency) -> None:
    kinds = ("business", "research", "public_interest", "legal_services", "other")

    for kind in kinds:
        ask(
            client,
            agency,
            who={"applicant_kind": kind},
            identity={
                "name": "青岚市长宁建设有限公司",
                "paper": "credit_code",
                "paper_number": "91350100M000100Y43",
                "contact": "陈明",
            },
        )

    assert [one.state.applicant_kind for one in Case.objects.order_by("pk")] == list(kinds)


def test_an_organisation_is_asked_for_its_own_papers(client: Client, agency: Agency) -> None:
    client.post(at(agency, "who"), {"applicant_kind": "business"})

    page = text_of(client.get(at(agency, "identity")))

    assert 'value="credit_code"' in page
    assert 'value="id_card"' not in page
    assert "联系人姓名" in page


def test_who_changes_the_kind_later_is_asked_for_other_papers(
    client: Client, agency: Agency
) -> None:
    fill(client, agency)

    client.post(at(agency, "who") + "?from=check", {"applicant_kind": "business"})
    page = client.get(at(agency, "check"))

    assert "请选择证件的种类" in words_of(page)


def test_an_agent_and_a_guardian_are_kept_as_such(client: Client, agency: Agency) -> None:
    other = {
        "agent_name": "周正",
        "agent_paper": "passport",
        "agent_paper_number": "E00000000",
        "agent_phone": "13900000000",
    }

    agent = ask(client, agency, acting={"acting": "agent", **other}).case
    guardian = ask(client, agency, acting={"acting": "guardian", **other}).case

    acted = Party.objects.exclude(role=PartyRole.APPLICANT)
    assert [(one.case, one.role) for one in acted.order_by("pk")] == [
        (agent, PartyRole.AGENT),
        (guardian, PartyRole.GUARDIAN),
    ]


def test_an_organisation_has_no_guardian(client: Client, agency: Agency) -> None:
    client.post(at(agency, "who"), {"applicant_kind": "business"})

    page = client.get(at(agency, "acting"))
    answer = client.post(at(agency, "acting"), {"acting": "guardian"})

    assert "guardian" not in text_of(page)
    assert answer.status_code == 422


def test_who_gave_an_address_is_told_of_the_mail(client: Client, agency: Agency) -> None:
    with_mail = ask(client, agency, contact={"email": "lin@example.com"})
    without = ask(client, agency)

    assert "也会发到您填的邮箱" in words_of(with_mail.page)
    assert "也会发到您填的邮箱" not in words_of(without.page)


def test_days_in_a_year_without_known_holidays_carry_a_warning(
    client: Client, agency: Agency
) -> None:
    with moment.standing_at(MONDAY.replace(month=12, day=28)):
        receipt = ask(client, agency)

    assert "2027 年的放假调休安排还没有收入" in words_of(receipt.page)


def test_an_agent_without_a_power_of_attorney_is_told(client: Client, agency: Agency) -> None:
    other = {
        "agent_name": "周正",
        "agent_paper": "passport",
        "agent_paper_number": "E00000000",
        "agent_phone": "13900000000",
    }

    page = fill(client, agency, acting={"acting": "agent", **other})

    assert "还没有上传授权委托书" in words_of(page)


def test_a_session_can_fill_in_forms_of_two_agencies_side_by_side(
    client: Client, agency: Agency
) -> None:
    other = town.agency("shuiwu", "青岚市水务局")
    page = fill(client, agency)
    page_of_other = fill(client, other, wanted={"wanted": "2025 年水质检测结果"})

    send(client, agency, page)
    send(client, other, page_of_other)

    kept = {case.agency_id: asked_in(case) for case in Case.objects.all()}
    assert kept == {agency.pk: WANTED, other.pk: "2025 年水质检测结果"}
