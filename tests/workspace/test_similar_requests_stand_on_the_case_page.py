"""Arts 36(6), 44: what is like a request is shown to who handles it, never who else asked."""

from dataclasses import replace

from django.test import Client

from tests.inforequests.asked_alike import BUSES, TENDER, TENDER_AGAIN, someone
from tests.portal.requests import working
from tests.signing_in import signed_in
from tests.town import APPLICATION, may, person, request_at
from tests.workspace.at_work import AtWork, address, an_office, fields_of, words_of
from yangguang.agencies.models import Role
from yangguang.casework import moment
from yangguang.casework.models import Case, IssuedLetter
from yangguang.inforequests.actions import receive
from yangguang.law.receipt import Channel

HEADING = "相似的申请"


def _answered(work: AtWork) -> tuple[Case, str]:
    case = work.assigned(wanted=TENDER)
    working.answer(case, work.office)
    return case, IssuedLetter.objects.get(letter__case=case).number


def _page(client: Client, case: Case) -> str:
    return words_of(client.get(address(case)))


def test_an_earlier_answer_to_the_same_applicant_is_named() -> None:
    work = an_office()
    earlier, number = _answered(work)
    request_at(work.agency, wanted=BUSES)

    page = _page(work.handler, work.assigned(wanted=TENDER_AGAIN))

    assert earlier.number in page.partition(HEADING)[2]
    assert number in page
    assert "予以公开" in page
    assert BUSES not in page


def test_choosing_it_fills_in_what_a_repeated_request_rests_on() -> None:
    work = an_office()
    earlier, number = _answered(work)
    case = work.assigned(wanted=TENDER_AGAIN)

    chosen = {"disposition": "repeated", "earlier": earlier.number}
    form = work.handler.get(address(case, "draft-answer"), chosen)

    assert fields_of(form)["filled_earlier_answer"] == f"{number}（2026年2月9日）"


def test_another_s_answer_cannot_be_chosen() -> None:
    work = an_office()
    earlier, _number = _answered(work)
    case = work.assigned(wanted=TENDER_AGAIN, applicant=someone("周明", "E00000001"))

    chosen = {"disposition": "repeated", "earlier": earlier.number}
    form = work.handler.get(address(case, "draft-answer"), chosen)

    assert "filled_earlier_answer" not in fields_of(form)


def test_of_others_it_is_not_said_who_asked() -> None:
    work = an_office()
    request_at(work.agency, wanted=f"我叫周明，{TENDER}", applicant=someone("周明", "E00000001"))

    page = _page(work.handler, work.assigned(wanted=TENDER))

    assert "其他人问过同样的事：1 件" in page
    assert "周明" not in page


def test_what_many_people_ask_is_suggested_for_publishing() -> None:
    work = an_office()
    for name in ("周明", "吴丽"):
        request_at(work.agency, wanted=TENDER_AGAIN, applicant=someone(name, f"E {name}"))
    case = work.assigned(wanted=TENDER)
    assert "已经有 3 位申请人要同样的信息" in _page(work.handler, case)
    assert "建议纳入主动公开" in _page(work.handler, case)

    work.agency.rules.asked_by_many = 4
    work.agency.rules.save()

    assert "建议纳入主动公开" not in _page(work.handler, case)


def test_one_who_asks_again_and_again_is_not_many() -> None:
    work = an_office()
    for _ in range(3):
        request_at(work.agency, wanted=TENDER_AGAIN, applicant=someone("周明", "E00000001"))

    assert "建议纳入主动公开" not in _page(work.handler, work.assigned(wanted=TENDER))


def test_who_does_not_handle_it_is_shown_nothing_of_it() -> None:
    work = an_office()
    _answered(work)
    case = work.assigned(wanted=TENDER)
    other = signed_in(person("孙承办", Role.HANDLER, work.agency))

    assert HEADING in _page(work.handler, case)
    assert HEADING not in _page(other, case)


def test_a_namesake_is_called_one_where_no_paper_is_known() -> None:
    work = an_office()
    for token in ("一", "二"):
        letter = replace(APPLICATION, wanted=TENDER, applicant=someone("周明"))
        clerk, today = may(work.office.handler), moment.today()
        case = receive.register(work.agency, letter, (), Channel.POST, today, clerk, token).case

    assert "可能是同名的人" in _page(work.section_head, case)
