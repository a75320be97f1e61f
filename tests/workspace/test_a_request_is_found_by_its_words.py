"""Search over what one may see: by number, by words of what is asked, by the applicant's name."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests import town
from tests.portal.requests.working import ask_correction
from tests.signing_in import signed_in
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.agencies.models import Role, Session
from yangguang.casework.personal import Particulars
from yangguang.inforequests import searching
from yangguang.inforequests.actions import applicant
from yangguang.inforequests.searching import is_number


def _look(client: Client, words: str, filters: str = "tab=all") -> HttpResponse:
    sent = {"words": words, "filters": filters}
    return client.post("/workspace/queue/search", sent, follow=True)


def _numbers(page: HttpResponse) -> list[str]:
    return [row.state.number for row in page.context["rows"]]


@pytest.fixture
def work() -> AtWork:
    return an_office()


@pytest.mark.parametrize("sought", ["招标文件", "２０２５年 长宁路", "文件 招标"])
def test_it_is_found_by_words_of_what_is_asked(work: AtWork, sought: str) -> None:
    case = work.assigned()
    work.assigned(wanted="公交线路调整的论证报告")

    assert _numbers(_look(work.handler, sought)) == [case.number]


def test_it_is_found_by_what_was_added_in_a_correction(work: AtWork) -> None:
    case = town.request_at(work.agency).case
    ask_correction(case, work.office)
    applicant.correct(case, "我要的是滨河路的")

    assert _numbers(_look(work.handler, "滨河路")) == [case.number]


def test_it_is_found_by_the_whole_name_or_the_paper_s_number_only(work: AtWork) -> None:
    case = work.assigned(
        applicant=Particulars("周岚", paper_number=town.ID_CARD, phone="0000-1234567")
    )
    work.assigned()

    assert _numbers(_look(work.handler, "周岚")) == [case.number]
    assert _numbers(_look(work.handler, "周")) == []
    assert len(_numbers(_look(work.handler, town.ID_CARD.lower()))) == 2


def test_who_may_not_open_particulars_finds_nobody_by_name(work: AtWork) -> None:
    work.assigned()

    found = _look(work.leader, "林晓")

    assert _numbers(found) == []
    assert "姓名和证件号码" not in words_of(found)
    assert len(_numbers(_look(work.leader, "招标文件"))) == 1


def test_another_office_s_requests_are_not_found(work: AtWork) -> None:
    work.assigned()
    stranger = an_office(slug="jiaoyu", name="青岚市教育局")

    for sought in ("招标文件", "林晓"):
        assert _numbers(_look(stranger.handler, sought)) == []


def test_a_supervisor_finds_the_words_below_but_no_names(work: AtWork) -> None:
    below = an_office(slug="lukang", name="青岚市路港事务中心", parent=work.agency)
    case = below.assigned()
    supervisor = signed_in(town.person("吴监督", Role.SUPERVISOR, work.agency))

    assert _numbers(_look(supervisor, "招标文件")) == [case.number]
    assert _numbers(_look(supervisor, "林晓")) == []


def test_what_is_looked_for_is_in_no_address_and_not_in_plain_in_the_session(
    work: AtWork, caplog: pytest.LogCaptureFixture
) -> None:
    work.assigned()

    page = _look(work.handler, "林晓")

    (where, _) = page.redirect_chain[-1]
    assert where.startswith("/workspace/queue?tab=all&search=")
    assert "林晓" in page.context["sought"]
    links = [line for line in page.content.decode().split("href=") if line.startswith('"?')]
    assert links and not any("%E6%9E%97" in link.partition('"')[0] for link in links)
    for session in Session.objects.all():
        assert "林晓" not in str(session.get_decoded())
    assert "林晓" not in caplog.text


def test_a_name_typed_into_an_address_is_not_taken_up(work: AtWork) -> None:
    work.assigned()

    page = work.handler.get("/workspace/queue?tab=all&q=林晓")

    assert len(_numbers(page)) == 1
    assert page.context["sought"] == ""
    assert all("q=" not in column["query"] for column in page.context["columns"])


def test_a_part_of_a_number_goes_the_short_way(work: AtWork) -> None:
    case, other = work.assigned(), work.assigned()

    part = _look(work.handler, other.number[-5:])
    whole = _look(work.handler, case.number)

    assert _numbers(part) == [other.number]
    assert whole.redirect_chain[-1][0] == f"/workspace/cases/{case.number}"


@pytest.mark.parametrize(
    ("sought", "number"),
    [
        ("2026-0001-00012", True),
        ("0001-00012", True),
        ("00012", True),
        ("2026-", True),
        ("13800000000", False),
        ("0000-1234567", False),
        (town.ID_CARD, False),
        ("110105194912310021", False),
        ("林晓", False),
        ("", False),
    ],
)
def test_only_what_can_be_a_request_s_number_counts_as_one(sought: str, number: bool) -> None:
    assert is_number(sought) is number


def test_the_search_keeps_to_the_filters_and_goes_along_to_other_tabs(work: AtWork) -> None:
    mine = work.assigned()
    unassigned = town.request_at(work.agency).case

    page = _look(work.handler, "招标文件", "tab=mine")
    name = page.context["search"].name
    elsewhere = work.handler.get(f"/workspace/queue?tab=unassigned&search={name}")

    assert _numbers(page) == [mine.number]
    assert _numbers(elsewhere) == [unassigned.number]


def test_the_page_says_how_many_were_looked_through_and_goes_on_to_older_ones(
    work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST", 2)
    old, *_ = [work.assigned(wanted=f"第{n}号批复") for n in ("一", "二", "三")]

    first = _look(work.handler, "第一号")
    name = first.context["search"].name
    second = work.handler.get(f"/workspace/queue?tab=all&search={name}&skip=2")

    assert "从新到旧翻看了第 1 至 2 件" in words_of(first)
    assert f"search={name}&amp;skip=2" in first.content.decode()
    assert _numbers(first) == []
    assert _numbers(second) == [old.number]
    assert "第 3 至 3 件" in words_of(second)


def test_a_search_that_is_not_kept_any_more_says_so(work: AtWork) -> None:
    work.assigned()

    page = work.handler.get("/workspace/queue?tab=all&search=00000000")

    assert "要找的词没有保留下来" in words_of(page)
    assert len(_numbers(page)) == 1


def test_nothing_to_look_for_shows_the_queue(work: AtWork) -> None:
    assert _look(work.handler, " \0 ").status_code == 200
