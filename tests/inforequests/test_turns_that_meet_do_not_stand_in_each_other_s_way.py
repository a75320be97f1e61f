from datetime import timedelta

import pytest

from tests import played, town
from tests.inforequests.opening_to_all import VERSION
from tests.portal.requests import working
from tests.prepared import MONDAY
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models.approval import Decision
from yangguang.inforequests import lawful
from yangguang.inforequests.actions import dispute, publish
from yangguang.inforequests.events import Way
from yangguang.inforequests.moves import Move
from yangguang.law.disputes import DisputeTrack, Ruling, Unit

LONG_AGO = MONDAY - timedelta(days=90)
LATER = LONG_AGO + timedelta(days=60)


@pytest.mark.parametrize(
    "move", [Move.DRAFT_THIRD_PARTY_NOTICE, Move.REFER_SECRECY, Move.SECRECY_ANSWER]
)
def test_what_an_answer_given_anew_may_need_is_not_barred(office: town.Office, move: Move) -> None:
    case = played.sent_back(office, LONG_AGO)

    with moment.standing_at(LATER):
        said = lawful.not_now(move, working.standing(case))

    assert "不能办理这一步" not in said


def test_a_version_of_the_answer_before_is_not_published_as_the_new_one(
    office: town.Office,
) -> None:
    case, handler = played.offered_to_all(office, LONG_AGO), town.may(office.handler)
    review = dispute.Notice(DisputeTrack.REVIEW, "青岚市人民政府", "青政复受〔2026〕13号")
    period = dispute.Period(15, Unit.WORKING)
    with moment.standing_at(LONG_AGO + timedelta(days=20)):
        dispute.notified(case, review, handler)
        dispute.stated(case, 1, handler)
    with moment.standing_at(LONG_AGO + timedelta(days=40)):
        revoked = dispute.Decision(Ruling.REVOKED, "青政复决〔2026〕9号", True, period)
        dispute.decided(case, 1, revoked, handler)
        assert working.standing(case).waits_for == ""
    with moment.standing_at(LATER):
        working.answer(case, office, Way.BY_HAND)
        version = working.standing(case).public
        assert version is not None
        with pytest.raises(NotAllowed, match="以前的答复"):
            head = town.may(office.section_head)
            publish.decide(case, Decision.APPROVED, version.digest, head)

        publish.offer(case, VERSION, handler)

    assert working.standing(case).public != version


def test_what_is_disputed_is_not_split(office: town.Office) -> None:
    case, handler = played.handling(office, LONG_AGO), town.may(office.handler)
    suit = dispute.Notice(DisputeTrack.SUIT, "青岚市中级人民法院", "（2026）青01行初5号")
    with moment.standing_at(LATER):
        dispute.notified(case, suit, handler)
        said = lawful.not_now(Move.SPLIT, working.standing(case))

    assert "复议或者诉讼" in said
