"""A tab, filters and an order are kept under a name of one's own; nobody's data among them."""

import pytest
from django.test import Client

from tests import town
from tests.workspace.at_work import an_office, words_of
from yangguang.inforequests import saved_filters
from yangguang.inforequests.models import SavedFilter


def _save(client: Client, name: str, here: str):
    return client.post("/workspace/queue/save", {"name": name, "here": here}, follow=True)


def test_it_stands_above_the_queue_and_leads_to_the_same_list() -> None:
    work = an_office()
    handled, _other = work.assigned(), town.request_at(work.agency)

    _save(work.handler, "我在办的", "tab=all&stage=handling&sort=number")

    page = work.handler.get("/workspace/queue")
    (saved,) = page.context["saved"]
    shown = work.handler.get(f"/workspace/queue?{saved.query}")
    assert "我在办的" in words_of(page)
    assert [row.state.number for row in shown.context["rows"]] == [handled.number]
    assert 'aria-current="true"' in shown.content.decode()


def test_nothing_is_kept_that_an_address_was_made_to_hold() -> None:
    work = an_office()
    work.handler.post("/workspace/queue/search", {"words": "林晓", "filters": "tab=all"})

    _save(work.handler, "查找", "tab=all&q=林晓&search=0a1b2c3d&stage=林晓&name=林晓&sort=x")

    assert SavedFilter.objects.get().query == "tab=all"


def test_saved_again_under_its_name_it_is_another() -> None:
    work = an_office()
    _save(work.handler, "常用", "tab=all")

    _save(work.handler, "常用", "tab=overdue")

    assert SavedFilter.objects.get().query == "tab=overdue"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (" ", "请给这组条件起个名字"),
        ("长" * 21, "有 21 字，最多 20 字"),
        ("林晓 13800000000", "不要写电话、证件号码"),
    ],
)
def test_a_name_that_does_not_do_is_explained(name: str, said: str) -> None:
    work = an_office()

    assert said in words_of(_save(work.handler, name, "tab=all"))
    assert not SavedFilter.objects.exists()


def test_there_is_an_end_to_them() -> None:
    work = an_office()
    people = town.may(work.office.handler)
    for number in range(saved_filters.MOST):
        saved_filters.save(people, f"第 {number} 组", "tab=all")

    assert "最多保存 12 组" in words_of(_save(work.handler, "再一组", "tab=all"))


def test_they_are_one_s_own_to_see_and_to_delete() -> None:
    work = an_office()
    _save(work.handler, "我的", "tab=all")
    kept = SavedFilter.objects.get()

    work.leader.post("/workspace/queue/forget", {"filter": kept.pk})
    assert not work.leader.get("/workspace/queue").context["saved"]
    assert SavedFilter.objects.filter(pk=kept.pk).exists()

    work.handler.post("/workspace/queue/forget", {"filter": kept.pk})
    assert not SavedFilter.objects.exists()
