"""A published report by the pages: read, looked through, corrected, confirmed, kept."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests.annual_report.reports import a_report
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.annual_report.report import AnnualReport, Status
from yangguang.annual_report.writing import write
from yangguang.casework import moment
from yangguang.reporting import drafting, published
from yangguang.reporting.board import Filed, board
from yangguang.reporting.models import ReportDraft, Version

START = "/workspace/reports/jiaotong/import"
NEW = "table3.new.natural_person"
TOTAL = "table3.new.total"
CONFIRMED = {"year": "2024", "published_on": "2025-01-20", "checked": "on", "bring_in": "on"}


@pytest.fixture
def work() -> AtWork:
    return an_office()


def _report(**facts: Any) -> AnnualReport:
    known: dict[str, Any] = {"agency": "青岚市交通运输局", "year": 2024, **facts}
    return replace(a_report({NEW: 3}), **known)


def _uploaded(client: Client, report: AnnualReport, name: str = "年报.html") -> str:
    """The address where the file is looked through."""
    file = SimpleUploadedFile(name, write(report, name.rsplit(".", 1)[1]))
    answer: HttpResponse = client.post(START, {"file": file})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_what_was_read_is_shown_with_findings_and_nothing_is_kept_yet(work: AtWork) -> None:
    place = _uploaded(work.handler, _report())

    page = work.handler.get(place)

    assert f'id="c-{TOTAL}"' in page.content.decode()
    assert any(TOTAL in one.finding.cells for one in page.context["findings"])
    assert "年报.html" in words_of(work.handler.get(START))
    assert not Version.objects.exists()


def test_corrected_and_confirmed_it_is_public_with_its_file(work: AtWork) -> None:
    place = _uploaded(work.handler, _report())
    corrected = work.handler.post(f"{place}/cells/{TOTAL}", {"value": "3", "reason": "原件为 3"})

    done = work.handler.post(place, CONFIRMED)

    assert (corrected.status_code, done.status_code) == (302, 302)
    version = Version.objects.get()
    kept = drafting.content(version)
    assert kept.cells[TOTAL]._replace(provenance=None) == (Decimal(3), Status.REPAIRED, None, "")
    assert [(one.cell, one.before.value, one.reason) for one in kept.repairs] == [
        (TOTAL, Decimal(0), "原件为 3")
    ]
    assert published.current().get().published_on == date(2025, 1, 20)
    assert not ReportDraft.objects.exists()
    (line,) = board([work.agency.pk], 2024, moment.today())
    assert (line.filed, line.is_late) == (Filed.TAKEN, False)
    way = work.leader.get("/workspace/reports/jiaotong/2024/way")
    file = work.leader.get("/workspace/reports/jiaotong/2024/source/1")
    assert "导入自 年报.html" in words_of(way)
    assert file.content == write(_report(), "html")
    assert file["Content-Disposition"].startswith("attachment")


def test_a_proposal_is_followed_and_can_be_undone(work: AtWork) -> None:
    place = _uploaded(work.handler, _report())
    proposed = [one for one in work.handler.get(place).context["findings"] if one.finding.proposal]
    cell = proposed[0].finding.proposal.cell

    work.handler.post(place, {"accept": proposed[0].finding.key})
    after = work.handler.get(place).context["report"]
    work.handler.post(f"{place}/cells/{cell}", {"as_read": "on"})

    assert after.cells[cell].status is Status.REPAIRED
    assert work.handler.get(place).context["report"].cells[cell].status is Status.READ


def test_on_an_error_nothing_that_was_typed_is_lost(work: AtWork) -> None:
    place = _uploaded(work.handler, _report())

    refused = work.handler.post(place, {**CONFIRMED, "checked": "", "note": "补报的说明"})
    wrong_day = work.handler.post(place, {**CONFIRMED, "published_on": "2024-06-01"})
    cell = work.handler.post(f"{place}/cells/{TOTAL}", {"value": "3", "reason": ""})

    assert [one.status_code for one in (refused, wrong_day, cell)] == [422, 422, 422]
    assert "补报的说明" in refused.content.decode()
    assert "下一年元旦至今天之间" in words_of(wrong_day)
    assert 'value="3"' in cell.content.decode()
    assert work.handler.get(place).status_code == 200
    assert not Version.objects.exists()


def test_all_that_a_correction_lacks_is_said_at_once(work: AtWork) -> None:
    work.handler.post(_uploaded(work.handler, _report()), CONFIRMED)
    place = _uploaded(work.handler, _report())

    asked = {**CONFIRMED, "checked": "", "note": "", "published_on": "2024-06-01"}
    refused = work.handler.post(place, asked)
    long = work.handler.post(place, {**CONFIRMED, "note": "长" * 501})

    assert set(refused.context["form"].errors) == {"checked", "note", "published_on"}
    assert "更正要写明改了什么、为什么" in words_of(refused)
    assert "最多 500 个字，现在 501 个字" in words_of(long)
    assert Version.objects.count() == 1


def test_the_figure_beneath_is_named_where_there_is_one(work: AtWork) -> None:
    alone = _uploaded(work.handler, _report())
    assert "下面的小字" not in words_of(work.handler.get(alone))
    work.handler.post(alone, CONFIRMED)

    after = _uploaded(work.handler, _report(year=2025))

    assert "每格下面的小字是 2024 年公布的数。" in words_of(work.handler.get(after))


def test_a_table_is_called_by_the_numeral_of_its_section(work: AtWork) -> None:
    place = _uploaded(work.handler, _report())

    assert "填写第三部分的表" in words_of(work.handler.get(f"{place}/tables/3"))


def test_another_s_and_another_year_s_file_is_told(work: AtWork) -> None:
    place = _uploaded(work.handler, _report(agency="青岚市水利局", year=2023))

    first = words_of(work.handler.get(place))
    work.handler.post(place, {"year": "2024"})
    then = words_of(work.handler.get(place))

    assert "“青岚市水利局”，不是青岚市交通运输局" in first
    assert "2023 年度，不是 2024 年度" in then


def test_where_no_table_was_read_the_whole_form_is_filled_in(work: AtWork) -> None:
    place = _uploaded(work.handler, _report(tables={}, cells={}, edition=None), "年报.docx")
    assert "没有读到表格" in words_of(work.handler.get(place))

    work.handler.post(place, {"year": "2024", "edition": "2021"})
    filled = {TOTAL: "3", NEW: "三", "reason": "照原件填"}
    wrong = work.handler.post(f"{place}/tables/3", filled)
    done = work.handler.post(f"{place}/tables/3", {**filled, NEW: "3"})

    assert (wrong.status_code, done.status_code) == (422, 302)
    assert 'value="三"' in wrong.content.decode()
    page = work.handler.get(place)
    report = page.context["report"]
    assert (report.value(TOTAL), report.value(NEW)) == (3, 3)
    assert report.cells[NEW].status is Status.READ
    assert "表里的 2 格照原件录入（照原件填）" in words_of(page)


def test_it_is_its_reader_s_alone_and_a_writer_s_only(work: AtWork) -> None:
    place = _uploaded(work.handler, _report())

    assert work.section_head.get(place).status_code == 404
    assert work.leader.get(START).status_code == 403


def test_what_is_no_report_is_refused_with_its_sentence(work: AtWork) -> None:
    empty = work.handler.post(START, {})
    broken = work.handler.post(START, {"file": SimpleUploadedFile("年报.docx", b"PK\x03\x04")})

    assert [one.status_code for one in (empty, broken)] == [422, 422]
    assert "请选择文件" in words_of(empty)
    assert not ReportDraft.objects.exists()


def test_what_was_found_in_it_stands_with_it_afterwards(work: AtWork) -> None:
    place = _uploaded(work.handler, _report())
    found = {one.finding.message for one in work.handler.get(place).context["findings"]}

    work.handler.post(place, CONFIRMED)

    shown = words_of(work.handler.get("/workspace/reports/jiaotong/2024/way"))
    kept = {one["message"] for one in Version.objects.get().findings}
    assert kept & found
    assert all(" ".join(one.split()) in shown for one in kept)
