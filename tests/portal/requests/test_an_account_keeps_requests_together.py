import pytest
from django.test import Client

from tests import town
from tests.portal.requests import asking, working
from tests.portal.visiting import text_of, words_of
from tests.signing_in import signed_in
from yangguang.casework import moment
from yangguang.casework.models import IssuedLetter, Keeping
from yangguang.inforequests.actions import letters
from yangguang.inforequests.events import Way


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def mine() -> Client:
    """The browser of a citizen with an account."""
    client = Client()
    client.force_login(town.person("林晓"))
    return client


def _listed(client: Client) -> str:
    return words_of(client.get("/requests/mine"))


def test_what_is_asked_while_signed_in_is_kept(mine: Client, office: town.Office) -> None:
    receipt = asking.ask(mine, office.agency)

    assert receipt.number in _listed(mine)
    assert "已收到，即将办理" in _listed(mine)


def test_an_account_is_never_needed(office: town.Office) -> None:
    asking.ask(Client(), office.agency)

    assert not Keeping.objects.exists()


def test_a_request_asked_before_is_put_there_and_opens_without_the_code(
    mine: Client, office: town.Office
) -> None:
    taken = town.request_at(office.agency)
    asking.look_up(mine, taken.case.number, taken.code)
    page = mine.post(f"/requests/{taken.case.number}/keep", follow=True)
    mine.post("/requests/leave")

    later = Client()
    later.force_login(Keeping.objects.get().person)

    assert "已经放进您的账号" in words_of(page)
    assert later.get(f"/requests/{taken.case.number}").status_code == 200
    assert taken.case.number in _listed(later)


def test_taken_away_it_needs_the_code_again(mine: Client, office: town.Office) -> None:
    number = asking.ask(mine, office.agency).number
    mine.post("/requests/leave")

    mine.post(f"/requests/{number}/keep", {"go": "yes"})

    assert number not in _listed(mine)
    assert mine.get(f"/requests/{number}").status_code == 403


def test_another_account_sees_nothing_of_it(mine: Client, office: town.Office) -> None:
    number = asking.ask(mine, office.agency).number
    other = Client()
    other.force_login(town.person("周岚"))

    assert number not in _listed(other)
    assert other.get(f"/requests/{number}").status_code == 403
    assert other.post(f"/requests/{number}/keep").status_code == 403


def test_staff_at_work_keep_nothing_by_the_way(office: town.Office) -> None:
    asking.ask(signed_in(office.handler), office.agency)

    assert not Keeping.objects.exists()


def test_who_is_not_signed_in_is_led_to_the_door() -> None:
    assert Client().get("/requests/mine")["Location"] == "/account/login/?next=/requests/mine"


def test_letters_that_have_left_are_taken_along_from_the_list(
    mine: Client, office: town.Office
) -> None:
    case = asking.ask(mine, office.agency).case
    working.issue_answer(case, office)
    before = text_of(mine.get("/requests/mine"))
    letters.dispatch(case, Way.ELECTRONIC, moment.today(), town.may(office.handler))
    issued = IssuedLetter.objects.get()
    link = f"/requests/{case.number}/letters/{issued.pk}/{issued.file.pk}"

    assert link not in before
    assert link in text_of(mine.get("/requests/mine"))
    assert mine.get(link).content.startswith(b"%PDF")


def test_more_requests_take_no_more_queries(
    mine: Client, office: town.Office, django_assert_max_num_queries
) -> None:
    asking.ask(mine, office.agency)
    with django_assert_max_num_queries(30) as few:
        mine.get("/requests/mine")
    most = len(few)
    for _ in range(3):
        asking.ask(mine, office.agency)

    with django_assert_max_num_queries(most):
        mine.get("/requests/mine")


def test_erasing_a_request_s_data_takes_it_out_of_the_account(
    mine: Client, office: town.Office
) -> None:
    case = asking.ask(mine, office.agency).case
    working.answer(case, office)

    town.destroy(case)

    assert case.number not in _listed(mine)
    assert not Keeping.objects.exists()
