"""Staff enter a withdrawal on the day on which word of it came; the applicant's own is today's."""

import pytest

from tests import town
from tests.inforequests import writing
from tests.prepared import at
from yangguang.agencies.capabilities import NOBODY
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import CaseState
from yangguang.inforequests.actions import applicant


def test_it_closes_on_the_day_on_which_it_came() -> None:
    office = town.office()
    case, handler = writing.assigned(office), town.may(office.handler)
    with moment.standing_at(at(2, 25)):
        for wrong in (at(2, 8), at(2, 26)):
            with pytest.raises(Mistakes):
                applicant.withdraw(case, "电话", handler, on=wrong.date())
        applicant.withdraw(case, "电话", handler, on=at(2, 24).date())

    assert str(CaseState.objects.get(case=case).closed_on) == "2026-02-24"


def test_the_applicant_does_not_choose_the_day() -> None:
    case = writing.assigned(town.office())
    with moment.standing_at(at(2, 25)):
        applicant.withdraw(case, "不要了", NOBODY, on=at(2, 10).date())

    assert str(CaseState.objects.get(case=case).closed_on) == "2026-02-25"
