"""What stands before section one of a published report is put right and told like a section."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.annual_report.reports import a_report
from tests.town import ID_CARD
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.annual_report.repair import reworded
from yangguang.annual_report.report import Rewording
from yangguang.annual_report.writing import write
from yangguang.reporting import published
from yangguang.reporting.models import Publication

TITLE = "青岚市交通运输局2024年政府信息公开工作年度报告"
READ = f"{TITLE}\n本报告由综合科编制，联系人证件{ID_CARD}。"
RIGHT = f"{TITLE}\n本报告由综合科编制。"
CONFIRMED = {"year": "2024", "published_on": "2025-01-20", "checked": "on", "bring_in": "on"}


@pytest.fixture
def work() -> AtWork:
    return an_office()


@pytest.fixture
def place(work: AtWork) -> str:
    """The address where a report is looked through whose preamble tells who somebody is."""
    report = replace(a_report(), agency="青岚市交通运输局", year=2024, preamble=READ)
    file = SimpleUploadedFile("年报.html", write(report, "html"))
    return str(work.handler.post("/workspace/reports/jiaotong/import", {"file": file})["Location"])


def test_it_is_shown_among_the_words_and_does_not_come_in_with_a_person(
    work: AtWork, place: str
) -> None:
    page = work.handler.get(place)
    refused = work.handler.post(place, CONFIRMED)

    assert page.context["sections"][0][:2] == (0, "前言")
    assert f"{place}/words/0" in page.content.decode()
    assert "前言的文字里有证件号码" in words_of(page)
    assert "本站写的注" not in words_of(page)
    assert refused.status_code == 422
    assert not Publication.objects.exists()


def test_put_right_it_comes_in_and_everyone_is_told(work: AtWork, place: str) -> None:
    shown = work.handler.get(f"{place}/words/0")
    work.handler.post(f"{place}/words/0", {"text": RIGHT, "reason": "删去个人信息"})
    work.handler.post(place, CONFIRMED)

    report = published.as_report(published.current().get())
    told = READ.replace(ID_CARD, "〔略〕")
    public = words_of(Client().get("/agencies/jiaotong/reports/2024"))
    assert [len(one.finding.spans) for one in shown.context["findings"]] == [1]
    assert report.preamble == RIGHT
    assert report.rewordings == (Rewording(0, told, "删去个人信息"),)
    assert "前言：文字已经更正。原因：删去个人信息" in public
    assert "联系人证件〔略〕" in public


def test_a_later_file_with_another_preamble_changes_it(work: AtWork, place: str) -> None:
    work.handler.post(f"{place}/words/0", {"text": RIGHT, "reason": "删去个人信息"})
    work.handler.post(place, CONFIRMED)
    other = replace(a_report(), agency="青岚市交通运输局", year=2024)
    file = SimpleUploadedFile("年报.html", write(other, "html"))
    again = work.handler.post("/workspace/reports/jiaotong/import", {"file": file})["Location"]

    work.handler.post(again, {**CONFIRMED, "note": "前言删去一句"})

    assert published.current().get().version.changes == ["section:0"]
    assert "前言的文字" in words_of(Client().get("/agencies/jiaotong/reports/2024"))


def test_what_we_once_wrote_beside_it_is_shown_apart(work: AtWork) -> None:
    right = reworded(replace(a_report(), agency="青岚市交通运输局", year=2024), 0, RIGHT, "漏了")
    file = SimpleUploadedFile("下载.html", write(right, "html"))

    page = work.handler.post("/workspace/reports/jiaotong/import", {"file": file}, follow=True)

    assert "文件里有 1 条本站写的注" in words_of(page)
    assert "【导入注：前言的文字从原文件没有读到，是照原件补上的。原因：漏了。】" in words_of(page)
    assert page.context["read"].preamble == RIGHT
