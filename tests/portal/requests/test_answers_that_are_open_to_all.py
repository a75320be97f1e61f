"""Anyone finds an answer that was published, by words, agency and year; nothing else."""

from dataclasses import replace

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import town
from tests.inforequests.opening_to_all import VERSION, answered, approved, decide
from tests.workspace.at_work import words_of
from yangguang.casework.attachments import Upload
from yangguang.inforequests import public_files
from yangguang.inforequests.actions import publish, unpublish
from yangguang.inforequests.models import PublicAnswer


def _published(office: town.Office, **words) -> PublicAnswer:
    case = approved(office, replace(VERSION, **words))
    return publish.publish(case, town.may(office.handler))


def _found(**query) -> list[str]:
    return [one.title for one in Client().get("/answers", query).context["answers"]]


def test_by_words_of_title_and_text_by_agency_and_by_year() -> None:
    _published(town.office(), title="长宁路招标文件", answered="附后：百分之百 100%。")
    other = town.office(slug="jiaoyu", name="青岚市教育局")
    _published(other, title="学区划分方案", asked="学区", answered="见网站。")

    assert _found() == ["学区划分方案", "长宁路招标文件"]
    assert _found(q="宁路") == ["长宁路招标文件"]
    assert _found(q="见网 学区") == ["学区划分方案"]
    assert _found(q="100%") == ["长宁路招标文件"]
    assert _found(q="1%0") == []
    assert _found(agency="jiaoyu") == ["学区划分方案"]
    assert _found(year="2026", q="路") == ["长宁路招标文件"]
    assert _found(year="2025") == []
    assert _found(year="二〇二六", agency="\0") == ["学区划分方案", "长宁路招标文件"]


def test_its_page_says_what_was_asked_and_answered_and_nothing_of_who_asked() -> None:
    made = _published(town.office())

    page = words_of(Client().get(f"/answers/{made.address}"))

    assert VERSION.asked in page and VERSION.answered in page
    assert "林晓" not in page
    assert made.case.number not in page


def test_withdrawn_the_page_says_why() -> None:
    office = town.office()
    made = _published(office)
    unpublish.unpublish(made.case, "内容有误，正在更正", town.may(office.handler))

    page = Client().get(f"/answers/{made.address}")

    assert page.status_code == 410
    assert "内容有误，正在更正" in words_of(page)
    assert VERSION.answered not in words_of(page)
    assert _found() == []


def test_what_is_only_approved_is_nowhere() -> None:
    office = town.office()
    approved(office)
    answered(office)

    assert _found() == []
    assert Client().get("/answers/jiaotong-2026-1").status_code == 404


def test_the_first_page_and_the_guide_lead_there() -> None:
    town.office()

    assert 'href="/answers"' in Client().get("/").content.decode()
    assert 'href="/answers?agency=jiaotong"' in Client().get("/agencies/jiaotong").content.decode()


def test_more_answers_take_no_more_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    office = town.office()
    _published(office)
    with django_assert_max_num_queries(9) as few:
        Client().get("/answers", {"q": "路"})
    for _ in range(3):
        _published(office)

    with django_assert_max_num_queries(len(few)):
        assert len(_found(q="路")) == 4


def test_its_files_can_be_taken_along_until_it_is_withdrawn() -> None:
    office = town.office()
    case = answered(office)
    copy = public_files.checked(Upload("说明.txt", "公开的说明。".encode()), ())
    publish.offer(case, replace(VERSION, files=[copy]), town.may(office.handler))
    decide(case, *office.approvers())
    made = publish.publish(case, town.may(office.handler))

    page = Client().get(f"/answers/{made.address}")
    assert "文本，18 字节" in words_of(page).replace("\xa0", " ")
    address = f"/answers/{made.address}/files/1"
    assert f'href="{address}"' in page.content.decode()
    given = Client().get(address)
    assert given.content.decode() == "公开的说明。"
    assert "attachment" in given["Content-Disposition"]
    assert Client().get(f"/answers/{made.address}/files/2").status_code == 404

    unpublish.unpublish(case, "内容有误", town.may(office.handler))
    assert Client().get(address).status_code == 404
