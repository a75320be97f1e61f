from datetime import timedelta

from tests import town
from tests.signing_in import signed_in
from tests.workspace.at_work import an_office, make, words_of
from tests.workspace.conftest import MONDAY
from yangguang.agencies.models import Role
from yangguang.casework import moment


def test_the_most_pressing_comes_first() -> None:
    work = an_office()
    with moment.standing_at(MONDAY - timedelta(days=60)):
        late = work.assigned()
    work.assigned()

    page = work.handler.get("/workspace/")

    assert [part.tab for part in page.context["parts"]] == ["overdue", "mine"]
    assert page.context["parts"][0].rows[0].state.number == late.number


def test_who_assigns_sees_what_is_to_be_assigned_and_a_handler_does_not() -> None:
    work = an_office()
    town.request_at(work.agency)

    head = work.section_head.get("/workspace/").context["parts"]
    handler = work.handler.get("/workspace/").context["parts"]

    assert [part.tab for part in head] == ["unassigned"]
    assert handler == []


def test_who_approves_sees_what_waits_for_their_level() -> None:
    work = an_office()
    case = work.assigned()
    make(work.handler, case, "draft-extension", filled_reason="材料较多", days="5")
    make(work.handler, case, "submit")

    page = work.disclosure_head.get("/workspace/")

    assert [part.tab for part in page.context["parts"]] == ["to_approve"]


def test_nothing_to_do_says_so() -> None:
    work = an_office()

    assert "现在没有等您办的事。" in words_of(work.leader.get("/workspace/"))


def test_an_administrator_is_told_that_cases_are_others_work() -> None:
    work = an_office()
    client = signed_in(town.person("系统管理员", Role.ADMINISTRATOR, work.agency))

    assert "您的岗位不办理申请" in words_of(client.get("/workspace/"))
