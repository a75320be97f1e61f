"""What was read wrongly of a published report is put right, and the published page says so."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.annual_report.reports import a_report, with_sections
from tests.portal.visiting_pdf import a_scan
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.annual_report.report import Status
from yangguang.annual_report.writing import write
from yangguang.reporting import drafting, published
from yangguang.reporting.models import Evidence, ReportDraft, Version

START = "/workspace/reports/jiaotong/import"
NEW = "table3.new.natural_person"
TOTAL = "table3.new.total"
READ = "全年新收政府信息公开申请8件。"
RIGHT = "全年新收政府信息公开申请3件。"
CONFIRMED = {"year": "2024", "published_on": "2025-01-20", "checked": "on", "bring_in": "on"}


@pytest.fixture
def work() -> AtWork:
    return an_office()


@pytest.fixture
def place(work: AtWork) -> str:
    """The address where a report is looked through whose words say 8 and whose table says 3."""
    report = with_sections(a_report({NEW: 3, TOTAL: 3}), (1, "总体情况", READ))
    known = replace(report, agency="青岚市交通运输局", year=2024)
    return _uploaded(work.handler, SimpleUploadedFile("年报.html", write(known, "html")))


def _uploaded(client: Client, file: SimpleUploadedFile, **more: str) -> str:
    answer = client.post(START, {"file": file, **more})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_words_are_put_right_with_a_reason_and_checked_anew(work: AtWork, place: str) -> None:
    here = f"{place}/words/1"
    before = work.handler.get(here)

    work.handler.post(here, {"text": RIGHT, "reason": "对照原件第 1 页"})

    after = work.handler.get(here)
    assert READ in before.content.decode()
    assert [len(one.context["findings"]) > 0 for one in (before, after)] == [True, False]
    assert "对照原件第 1 页" in words_of(work.handler.get(place))
    work.handler.post(here, {"as_read": "on"})
    assert work.handler.get(place).context["report"].text_of(1) == READ


def test_without_a_reason_nothing_changes_and_nothing_typed_is_lost(
    work: AtWork, place: str
) -> None:
    refused = work.handler.post(f"{place}/words/1", {"text": RIGHT, "reason": ""})
    as_before = work.handler.post(f"{place}/words/1", {"text": READ, "reason": ""})

    assert (refused.status_code, as_before.status_code) == (422, 302)
    assert "请写明改动的原因" in words_of(refused)
    assert RIGHT in refused.content.decode()
    assert work.handler.get(place).context["report"].rewordings == ()


def test_a_section_that_was_not_read_is_written(work: AtWork, place: str) -> None:
    work.handler.post(f"{place}/words/6", {"text": "没有收费。", "reason": "识读漏了"})
    work.handler.post(place, CONFIRMED)

    assert drafting.content(Version.objects.get()).text_of(6) == "没有收费。"
    assert work.handler.get(f"{place}/words/7").status_code == 404


def test_a_cell_is_emptied_alone_or_in_its_table(work: AtWork, place: str) -> None:
    neither = work.handler.post(f"{place}/cells/{TOTAL}", {"value": "", "reason": "原件空白"})
    both = {"value": "3", "blank": "on", "reason": "原件空白"}
    refused = work.handler.post(f"{place}/cells/{TOTAL}", both)
    work.handler.post(f"{place}/cells/{TOTAL}", {"blank": "on", "reason": "原件空白"})
    page = work.handler.get(f"{place}/tables/3")
    given = {one.name: one.value() for one in page.context["form"]}
    work.handler.post(f"{place}/tables/3", {**given, NEW: "", "reason": "原件也空白"})

    report = work.handler.get(place).context["report"]
    assert (neither.status_code, refused.status_code) == (422, 422)
    assert [report.cells[one].status for one in (TOTAL, NEW)] == [Status.BLANK] * 2
    assert {one.cell: one.reason for one in report.repairs} == {
        TOTAL: "原件空白",
        NEW: "原件也空白",
    }
    work.handler.post(f"{place}/cells/{TOTAL}", {"as_read": "on"})
    assert work.handler.get(place).context["report"].value(TOTAL) == 3


def test_the_published_page_says_what_differs_from_the_file(work: AtWork, place: str) -> None:
    work.handler.post(f"{place}/words/1", {"text": RIGHT, "reason": "对照原件第 1 页"})
    work.handler.post(f"{place}/cells/{NEW}", {"blank": "on", "reason": "原件空白"})
    work.handler.post(place, CONFIRMED)

    page = words_of(Client().get("/agencies/jiaotong/reports/2024"))

    assert "和原文件不一致的地方" in page
    assert "对照原件第 1 页" in page
    assert READ in page
    assert RIGHT in page
    assert "原文为 3，现为 空白。依据：原件空白。" in page


def test_the_file_is_opened_beside_what_was_read(work: AtWork, place: str) -> None:
    file = work.handler.get(f"{place}/file")

    assert READ.encode() in file.content
    assert file["Content-Disposition"].startswith("attachment")
    assert work.section_head.get(f"{place}/file").status_code == 404


def test_a_scan_is_filled_in_by_hand_and_kept_as_the_source(work: AtWork) -> None:
    scan = a_scan().read()
    place = _uploaded(work.handler, SimpleUploadedFile("扫描.pdf", scan))
    first = words_of(work.handler.get(place))

    work.handler.post(place, {"year": "2024"})
    table = {NEW: "3", TOTAL: "3", "reason": "照扫描件填写"}
    work.handler.post(f"{place}/tables/3", table)
    work.handler.post(f"{place}/words/1", {"text": RIGHT, "reason": "照扫描件录入"})
    done = work.handler.post(place, CONFIRMED)

    assert "是扫描件，里面没有文字" in first
    assert done.status_code == 302
    report = published.as_report(published.current().get())
    assert report.value(NEW) == 3
    assert report.text_of(1) == RIGHT
    public = words_of(Client().get("/agencies/jiaotong/reports/2024"))
    assert "表里的 2 格、1 个部分的文字照原件录入（照扫描件填写；照扫描件录入）" in public
    assert "和原文件不一致的地方" not in public
    assert bytes(Evidence.objects.get().content) == scan


def test_what_cannot_be_read_is_kept_for_filling_in_where_one_says_so(work: AtWork) -> None:
    photo = b"\x89PNG\r\n\x1a\n" + bytes(100)

    refused = work.handler.post(START, {"file": SimpleUploadedFile("照片.png", photo)})
    place = _uploaded(work.handler, SimpleUploadedFile("照片.png", photo), by_hand="on")

    assert refused.status_code == 422
    assert "照着它手工填写" in words_of(refused)
    assert ReportDraft.objects.get().name == "照片.png"
    assert "填了年度，那一年度的整张表就在这里" in words_of(work.handler.get(place))
