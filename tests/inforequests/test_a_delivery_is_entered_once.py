import pytest

from tests import town
from tests.portal.requests import working
from yangguang.agencies.capabilities import NOBODY
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case
from yangguang.inforequests.actions import applicant, letters, registry
from yangguang.inforequests.events import Way


@pytest.fixture
def case(office: town.Office) -> Case:
    found = town.request_at(office.agency).case
    working.answer(found, office, Way.POST)
    return found


def test_staff_enter_it_from_paper_and_nobody_a_second_time(case, office) -> None:
    applicant.delivered(case, town.may(office.handler), moment.today())

    for people in (town.may(office.handler), NOBODY):
        with pytest.raises(NotAllowed, match="已经登记过送达"):
            applicant.delivered(case, people)
    with pytest.raises(NotAllowed, match="已经登记过送达"):
        registry.came_back(case, town.may(office.handler))


def test_entered_by_mistake_it_is_taken_back_and_the_return_entered(case, office) -> None:
    handler = town.may(office.handler)
    entry = applicant.delivered(case, handler, moment.today())

    registry.void_entry(case, entry.seq, handler)
    registry.came_back(case, handler)

    assert working.standing(case).came_back


def test_what_came_back_is_sent_again_and_its_arrival_entered(case, office) -> None:
    handler = town.may(office.handler)
    registry.came_back(case, handler)
    with pytest.raises(NotAllowed, match="邮件已经退回"):
        applicant.delivered(case, handler)

    letters.dispatch(case, Way.BY_HAND, moment.today(), handler)
    applicant.delivered(case, handler)

    assert working.standing(case).delivered
