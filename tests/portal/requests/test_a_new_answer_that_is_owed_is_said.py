"""What the applicant reads of a review or a suit: that an answer is owed, and by when."""

from django.test import Client

from tests import town
from tests.portal.requests.asking import look_up
from tests.portal.requests.working import answer
from tests.prepared import at
from tests.workspace.at_work import words_of
from yangguang.casework import moment
from yangguang.inforequests.actions import dispute
from yangguang.inforequests.actions.receive import Acknowledged
from yangguang.law.disputes import DisputeTrack, Ruling


def _page(taken: Acknowledged) -> str:
    client = Client()
    look_up(client, taken.case.number, taken.code)
    return words_of(client.get(f"/requests/{taken.case.number}"))


def test_until_it_comes_and_after() -> None:
    office = town.office()
    taken = town.request_at(office.agency)
    answer(taken.case, office)
    handler = town.may(office.handler)

    with moment.standing_at(at(3, 2)):
        review = dispute.Notice(DisputeTrack.REVIEW, "青岚市人民政府", "青政复受〔2026〕3号")
        dispute.notified(taken.case, review, handler)
        dispute.stated(taken.case, 1, handler)
        order = dispute.Decision(Ruling.REVOKED, "青政复决〔2026〕5号", orders=True)
        dispute.decided(taken.case, 1, order, handler)
        page = _page(taken)
    assert "正在重新答复您" in page
    assert "按照行政复议决定，机关要重新答复您，最晚在2026年3月30日（星期一）。" in page
    assert "这件申请进入了行政复议" in page
    assert "机关原来的答复被撤销。" in page
    assert "提交答复、答辩" not in page
    assert "撤回申请" not in page

    with moment.standing_at(at(3, 9)):
        answer(taken.case, office)
        page = _page(taken)
    assert "已经重新答复" in page
    assert "最晚在2026年3月30日（星期一）。" in page  # the story keeps what was ordered
    assert "机关要重新答复您" not in page


def test_a_judgment_is_told_with_its_day_and_an_appeal_ends_it() -> None:
    office = town.office()
    taken = town.request_at(office.agency)
    answer(taken.case, office)
    handler = town.may(office.handler)

    with moment.standing_at(at(3, 2)):
        suit = dispute.Notice(DisputeTrack.SUIT, "青岚市中级人民法院")
        dispute.notified(taken.case, suit, handler)
        dispute.decided(taken.case, 1, dispute.Decision(Ruling.ORDERED, "某号"), handler)
        assert "有人上诉的，等二审的结果。" in _page(taken)
        dispute.appealed(taken.case, 1, True, handler)
        page = _page(taken)

    assert "已经答复" in page
    assert "一审判决被上诉" in page
