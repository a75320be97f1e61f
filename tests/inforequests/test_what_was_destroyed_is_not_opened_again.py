"""Once the data of a closed request are destroyed, no counter-entry opens it again."""

import pytest

from tests import town
from tests.signing_in import signed_in
from tests.workspace.at_work import address, words_of
from yangguang.agencies.models import Role
from yangguang.casework import erasure, ledger
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import Case
from yangguang.casework.personal import Particulars
from yangguang.inforequests import derivation
from yangguang.inforequests.actions import applicant, registry
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import VoidReason, What
from yangguang.law.erasure import Basis

AGENT = Particulars("周正", paper="passport", paper_number="E1", phone="13900000000")
SAID = "已经按规定销毁，冲正以后会让它又成为没有办结的记录，不能冲正。还要办理的，"


@pytest.fixture
def office() -> town.Office:
    return town.office()


@pytest.fixture
def case(office: town.Office) -> Case:
    return town.request_at(office.agency).case


def _last(case: Case) -> int:
    return case.events.order_by("-seq")[0].seq


def _request(case: Case) -> derivation.Standing:
    return derivation.standing(ledger.standing_events(case.events.order_by("seq")))


@pytest.mark.parametrize("end", [What.WITHDRAWN, What.VOIDED])
def test_what_closed_it_stays_with_a_sentence_that_says_what_to_do(
    office: town.Office, case: Case, end: What
) -> None:
    people = town.may(office.handler)
    if end is What.WITHDRAWN:
        applicant.withdraw(case, "不需要了")
    else:
        registry.void(case, VoidReason.TWICE, people)
    seq = _last(case)
    erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)

    with pytest.raises(NotAllowed, match=SAID):
        registry.void_entry(case, seq, people)

    assert _request(case).stage.value == end.value


def test_the_page_does_not_offer_it_and_says_why(office: town.Office, case: Case) -> None:
    registry.note(case, "来电问过", town.may(office.handler))
    noted = _last(case)
    applicant.withdraw(case, "不需要了")
    browser = signed_in(office.handler)
    way = address(case, "void-entry")
    before = browser.get(way)
    erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)

    after = browser.get(way)

    fields = [one.context["form"]["seq"].field for one in (before, after)]
    offered = [[seq for seq, _name in one.choices] for one in fields]
    assert offered == [[noted + 1, noted], [noted]]
    assert SAID not in words_of(before)
    assert SAID in words_of(after)


def test_what_opens_nothing_can_be_taken_back_still(office: town.Office, case: Case) -> None:
    people = town.may(office.handler)
    registry.note(case, "来电问过", people)
    noted = _last(case)
    applicant.withdraw(case, "不需要了")
    erasure.erase_at_the_machine(case, Basis.PERIOD_OVER)

    registry.void_entry(case, noted, people)

    assert _request(case).stage is Stage.WITHDRAWN


def test_while_the_request_s_own_data_are_there_it_can_be_opened(
    office: town.Office,
) -> None:
    case = town.request_at(office.agency, agent=AGENT).case
    applicant.withdraw(case, "不需要了")
    seq = _last(case)
    administrator = town.person("孙管理", Role.ADMINISTRATOR, office.agency)
    erasure.erase_party(
        case.parties.get(role="agent"), Basis.CONSENT_WITHDRAWN, town.may(administrator)
    )

    registry.void_entry(case, seq, town.may(office.handler))

    assert not _request(case).is_closed
