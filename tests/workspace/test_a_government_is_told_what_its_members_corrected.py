"""Who writes a government's report is told that a member corrected what it adds up."""

from datetime import timedelta

import pytest
from django.test import Client

from tests import town
from tests.reporting.reported import YEAR
from tests.reporting.rolling_up.rolled import City, a_city, filed, of_requests, saying
from tests.signing_in import signed_in
from tests.town import may
from tests.workspace.at_work import words_of
from yangguang.agencies.models import Agency, Role
from yangguang.casework import moment
from yangguang.casework.models.approval import Decision
from yangguang.reporting.actions import decide, hand_over, send_up
from yangguang.reporting.models import Version
from yangguang.reporting.rolling_up.since import corrected_since
from yangguang.reporting.under_way import figures_under_way

TOLD = "成员机关已更正：jiaotong，这一版汇总的还是更正前的数。"


@pytest.fixture
def city() -> City:
    return a_city()


def _sent_up(city: City) -> tuple[Agency, Version]:
    """The government's report over one bureau's, before the first level."""
    bureau = city.below("jiaotong")
    filed(bureau, saying(of_requests(30), "新收申请30件。"))
    city.scoped()
    words = send_up.Words(override="法定期限已到。", note="成员更正。")
    compiled = figures_under_way(city.report, moment.now())
    people = may(city.office.handler)
    return bureau, send_up.send_up(city.report, compiled, people, words)


def _tells(browser: Client) -> bool:
    return TOLD in words_of(browser.get(f"/workspace/reports/zhengfu/{YEAR}/way"))


def test_while_it_is_decided_and_when_it_is_public(city: City) -> None:
    roles = (Role.SECTION_HEAD, Role.DISCLOSURE_HEAD, Role.SECRECY_REVIEWER, Role.LEADER)
    levels = [town.person(role.value, role, city.government) for role in roles]
    bureau, version = _sent_up(city)
    browser = signed_in(city.office.handler)
    told = [_tells(browser)]
    with moment.standing_at(moment.now() + timedelta(minutes=1)):
        filed(bureau, saying(of_requests(31), "新收申请31件。"))
        told.append(_tells(browser))
        for one in levels:
            decide.decide(city.report, Decision.APPROVED, version.digest, may(one))
        hand_over.publish(city.report, may(city.office.handler))
        told.append(_tells(browser))
        hand_over.correct(city.report, may(city.office.handler))
        told.append(_tells(browser))

    assert told == [False, True, True, False]


def test_other_words_of_a_member_change_no_sum(city: City) -> None:
    bureau, version = _sent_up(city)
    with moment.standing_at(moment.now() + timedelta(minutes=1)):
        filed(bureau, saying(of_requests(30), "全年新收申请30件。"))

    assert corrected_since(version) == []
