"""A third party's data and words go by their own key; the case and the ledger stay."""

import pytest

from tests import played, town
from tests.prepared import MONDAY
from yangguang.agencies.models import Role
from yangguang.casework import erasure, personal
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import CaseText
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import applicant
from yangguang.law.erasure import Basis


def test_their_key_is_destroyed_and_the_applicant_s_stays() -> None:
    office = town.office()
    administrator = town.may(town.person("孙管理", Role.ADMINISTRATOR, office.agency))
    case = played.consulting(office, MONDAY)
    applicant.withdraw(case, "不需要了")
    third = case.parties.filter(role="third_party").order_by("pk")[0]

    erasure.erase_party(third, Basis.PERIOD_OVER, administrator)

    third.key.refresh_from_db()
    with pytest.raises(personal.Erased):
        personal.particulars_of(third)
    with pytest.raises(personal.Erased):
        personal.words_of(CaseText.objects.get(key=third.key))
    assert personal.particulars_of(case.parties.get(role="applicant")).name == "林晓"
    with pytest.raises(NotAllowed):
        erasure.erase_party(case.parties.get(role="applicant"), Basis.PERIOD_OVER, administrator)
    assert list(broken_chains()) == []
