"""Joined for handling: both list each other, and each is still answered and counted for itself."""

import pytest

from tests import town
from tests.inforequests.writing import assigned, standing
from tests.portal.requests import working
from yangguang.agencies.models import Role
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case
from yangguang.inforequests.actions.assign import assign
from yangguang.inforequests.actions.relate import join, separate


def _joined(office: town.Office) -> tuple[Case, Case]:
    first, second = assigned(office), assigned(office)
    join(first, second.number, town.may(office.handler))
    return first, second


def test_both_list_each_other(office) -> None:
    first, second = _joined(office)

    assert (standing(first).joined, standing(second).joined) == ([second.pk], [first.pk])


def test_each_is_answered_for_itself(office) -> None:
    first, second = _joined(office)

    working.answer(first, office)

    assert (standing(first).stage, standing(second).stage) == ("answered", "handling")


def test_they_part_again(office) -> None:
    first, second = _joined(office)

    separate(second, first.pk, town.may(office.handler))

    assert standing(first).joined == standing(second).joined == []
    with pytest.raises(NotAllowed, match="没有和别的申请合并办理"):
        separate(first, second.pk, town.may(office.handler))


def _refused(case: Case, number: str, office: town.Office) -> str:
    with pytest.raises(Mistakes) as refusal:
        join(case, number, town.may(office.handler))
    return refusal.value.fields["number"]


def test_not_with_itself_nor_with_what_is_not_there_nor_twice(office) -> None:
    first, second = _joined(office)
    elsewhere = town.request_at(town.office(slug="jiaoyu", name="青岚市教育局").agency).case

    for number in (first.number, elsewhere.number, "2026-0001-99999"):
        assert "本机关没有这个编号" in _refused(first, number, office)
    assert "已经和这件申请合并办理" in _refused(second, first.number, office)


def test_not_with_what_is_done_or_in_other_hands(office) -> None:
    first, done, others = assigned(office), assigned(office), assigned(office)
    working.answer(done, office)
    colleague = town.person("周承办", Role.HANDLER, office.agency)
    assign(others, colleague, town.may(office.section_head))

    assert "已经办结" in _refused(first, done.number, office)
    assert "请先分办给同一个人" in _refused(first, others.number, office)
