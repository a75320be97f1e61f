"""The first page says whose turn it is with a year's report, how long there is, and who waits."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import town
from tests.prepared import at
from tests.reporting.reported import YEAR, Reporting
from tests.signing_in import signed_in
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.agencies.models import Person, Role
from yangguang.casework import moment
from yangguang.casework.models.approval import Decision
from yangguang.reporting.actions import begin, decide, hand_over, urge
from yangguang.reporting.whose_turn import WhoseTurn


@pytest.fixture
def reporting() -> Reporting:
    return Reporting()


def _home(reporting: Reporting, person: Person) -> str:
    return words_of(reporting.browser(person).get("/workspace/"))


def test_from_new_year_on_the_days_are_counted_to_who_writes_it(reporting: Reporting) -> None:
    with moment.standing_at(at(1, 26)):
        page = _home(reporting, reporting.office.handler)

    assert "交通运输局 2025 编制中" in page
    assert "还有 5 天 · 2026-01-31（星期六）" in page
    assert "法律没有规定可以顺延" in page


def test_what_is_overdue_says_by_how_much(reporting: Reporting) -> None:
    assert "已过期限 9 天 · 2026-01-31（星期六）" in _home(reporting, reporting.office.handler)


def test_one_that_nobody_began_waits_too() -> None:
    office = town.office()

    assert "交通运输局 2025 未开始" in words_of(signed_in(office.handler).get("/workspace/"))


def test_what_everyone_can_read_waits_for_nobody(reporting: Reporting) -> None:
    reporting.published()

    assert "现在没有等您办的事。" in _home(reporting, reporting.office.handler)


def test_a_correction_under_way_waits_without_a_day(reporting: Reporting) -> None:
    reporting.published()
    hand_over.correct(reporting.report, may(reporting.office.disclosure_head))

    (own,) = WhoseTurn(may(reporting.office.handler), date(2026, 2, 9)).own

    assert (own.year, own.left) == (YEAR, None)
    assert "交通运输局 2025 更正中" in _home(reporting, reporting.office.handler)


def test_each_level_sees_what_it_can_decide(reporting: Reporting) -> None:
    version = reporting.sent_up()
    office = reporting.office

    first = [_home(reporting, one) for one in (office.section_head, office.leader)]
    for one in (office.section_head, office.disclosure_head, office.reviewer):
        decide.decide(reporting.report, Decision.APPROVED, version.digest, may(one))
    last = [_home(reporting, one) for one in (office.section_head, office.leader)]

    assert ["待我审批" in page for page in first] == [True, False]
    assert first[0].count("交通运输局 2025") == 1
    assert ["待我审批" in page for page in last] == [False, True]


def test_what_was_returned_says_with_how_many_comments(reporting: Reporting) -> None:
    reporting.submitted()
    said = {"": "请核对。", "table3.new.total": "请核对。"}
    hand_over.give_back(reporting.report, said, may(reporting.supervisor))

    assert "主管部门退回 2 条意见" in _home(reporting, reporting.office.handler)


def test_the_supervising_office_sees_what_was_submitted_to_it(reporting: Reporting) -> None:
    before = _home(reporting, reporting.supervisor)
    reporting.submitted()

    after = _home(reporting, reporting.supervisor)

    assert "待我审阅" not in before
    assert "交通运输局 2025 已报送，待我审阅" in after


def test_a_word_of_the_supervising_office_is_seen(reporting: Reporting) -> None:
    urge.urge(may(reporting.supervisor), YEAR)

    assert "主管部门 2月9日提醒过。" in _home(reporting, reporting.office.handler)


@pytest.mark.parametrize("more", [1, 8])
def test_more_agencies_and_reports_take_no_more_queries(reporting: Reporting, more: int) -> None:
    everyone = town.person("周兼职", Role.SECTION_HEAD, reporting.agency)
    reporting.sent_up()
    for count in range(more):
        other = town.office(
            slug=f"ju{count}", name=f"青岚市第{count}局", supervising=reporting.above
        )
        everyone.posts.create(agency=other.agency, role=Role.SECTION_HEAD, since=date(2020, 1, 1))
        begin.begin(other.agency, YEAR, may(other.handler))
    people = may(everyone)

    with CaptureQueriesContext(connection) as asked:
        turn = WhoseTurn(people, date(2026, 2, 9))
        counted = len(turn.own), len(turn.to_approve), len(turn.to_take), len(turn.more_to_take)

    assert counted == (1 + more, 1, 0, 0)
    assert len(asked) == 10
