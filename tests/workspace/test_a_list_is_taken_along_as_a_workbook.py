"""The queue as XLSX: what the list shows, no formula, and on record who took it."""

import io
from datetime import date, datetime

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests import town
from tests.workspace.at_work import an_office, words_of
from yangguang.inforequests import exchanges
from yangguang.inforequests.models import Exchange
from yangguang.workspace import workbook
from yangguang.workspace.views import lists


def _cells(content: bytes) -> list[tuple]:
    return list(load_workbook(io.BytesIO(content)).active.values)


def _export(client: Client, here: str) -> list[tuple]:
    answer = client.post("/workspace/queue/export", {"here": here})
    assert ".xlsx" in answer.headers["Content-Disposition"]
    return _cells(b"".join(answer.streaming_content))


def test_it_holds_what_the_list_shows_in_its_order() -> None:
    work = an_office()
    handled, fresh = work.assigned(), town.request_at(work.agency).case

    head, *rows = _export(work.handler, "tab=all&sort=number")

    assert head[:3] == ("编号", "机关", "申请公开的信息")
    assert [row[0] for row in rows] == [handled.number, fresh.number]
    assert rows[0][2] == "2025 年长宁路改造工程的招标文件"
    assert rows[0][4] == datetime(2026, 2, 9)
    assert rows[0][6:8] == ("李承办", datetime(2026, 3, 13))
    assert "林晓" not in str(rows)


def test_the_filters_and_what_is_looked_for_hold_too() -> None:
    work = an_office()
    work.assigned()
    found = town.request_at(work.agency, wanted="2024 年公交线路图").case
    led = work.handler.post("/workspace/queue/search", {"words": "公交", "filters": "tab=all"})

    by_stage = _export(work.handler, "tab=all&stage=unassigned")
    by_words = _export(work.handler, led.headers["Location"].partition("?")[2])

    assert [row[0] for row in by_stage[1:]] == [found.number]
    assert [row[0] for row in by_words[1:]] == [found.number]


def test_long_numbers_stay_out_as_they_do_of_the_list() -> None:
    work = an_office()
    town.request_at(work.agency, wanted="13800000000 的通话记录")

    (_, row) = _export(work.handler, "tab=all")

    assert row[2] == "〔…〕 的通话记录"


def test_another_agency_s_requests_are_not_in_it() -> None:
    work, other = an_office(), an_office(slug="jiaoyu", name="青岚市教育局")
    town.request_at(other.agency)

    assert len(_export(work.handler, f"tab=all&agency={other.agency.pk}")) == 1


@pytest.mark.parametrize("begins", list("=+-@"))
def test_what_might_be_a_formula_is_quoted(begins: str) -> None:
    work = an_office()
    town.request_at(work.agency, wanted=f'{begins}HYPERLINK("http://x.example")')

    content = b"".join(
        work.handler.post("/workspace/queue/export", {"here": "tab=all"}).streaming_content
    )
    cell = load_workbook(io.BytesIO(content)).active["C2"]

    assert cell.data_type == "s"
    assert cell.value.startswith(f"'{begins}")


def test_who_took_what_is_on_record_for_them_and_their_heads() -> None:
    work, other = an_office(), an_office(slug="jiaoyu", name="青岚市教育局")
    work.assigned()
    words = {"words": "招标", "filters": "tab=all&stage=handling"}
    led = work.handler.post("/workspace/queue/search", words).headers["Location"]
    _export(work.handler, led.partition("?")[2])

    (kept,) = Exchange.objects.all()
    assert (kept.person, kept.rows) == (work.office.handler, 1)
    for client in (work.handler, work.section_head):
        assert "导出 1 件 全部 · 办理中 · 查找" in words_of(client.get("/workspace/exchanges"))
    for client in (work.leader, other.section_head):
        assert "还没有导出或导入过" in words_of(client.get("/workspace/exchanges"))


def test_a_list_without_end_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    work = an_office()
    for _ in range(2):
        town.request_at(work.agency)
    monkeypatch.setattr(exchanges, "MOST", 1)

    answer = work.handler.post("/workspace/queue/export", {"here": "tab=all"}, follow=True)

    assert "这里有 2 件，一次最多导出 1 件" in words_of(answer)
    assert not Exchange.objects.exists()


def test_some_are_fetched_at_a_time_and_all_come(monkeypatch: pytest.MonkeyPatch) -> None:
    work = an_office()
    cases = [town.request_at(work.agency).case for _ in range(5)]
    monkeypatch.setattr(lists, "_AT_ONCE", 2)

    rows = _export(work.handler, "tab=all&sort=number")

    assert [row[0] for row in rows[1:]] == [case.number for case in cases]


@settings(max_examples=25)
@given(
    st.lists(
        st.lists(
            st.text(max_size=30) | st.none() | st.dates(min_value=date(1901, 1, 1)),
            min_size=1,
            max_size=4,
        ),
        max_size=5,
    )
)
def test_any_text_comes_out_as_text(rows: list[list]) -> None:
    content = b"".join(workbook.pieces("表", [("一", 10)], rows))

    book = load_workbook(io.BytesIO(content))

    assert not [cell for row in book.active for cell in row if cell.data_type == "f"]
    assert book.active.max_row == len(rows) + 1
