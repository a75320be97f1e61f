import json
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client

from tests.annual_report.test_worker_writes import PROSE, WITHOUT_PANGO
from tests.cli.published import balanced
from tests.portal.visiting import a_file, a_report, result_of, send, text_of, words_of
from yangguang.annual_report import read_bytes
from yangguang.annual_report.worker import WRITING, Worker
from yangguang.annual_report.writing import WRITERS
from yangguang.casework import turns
from yangguang.portal import downloads

WRONG = "table3.granted.natural_person"
READABLE = [to for to in WRITERS if to != "csv"]


def test_every_format_that_can_be_written_is_offered(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path))

    page = text_of(client.get(address))

    assert set(downloads.FORMATS) == set(WRITERS)
    assert all(f'href="{address}/report.{to}" download' in page for to in WRITERS)


@pytest.mark.parametrize("to", READABLE)
def test_what_is_downloaded_is_the_report(client: Client, tmp_path: Path, to: str) -> None:
    address = result_of(client, a_report(tmp_path, figures=balanced(new=7), prose=PROSE))

    answer = client.get(f"{address}/report.{to}")

    assert answer.headers["Content-Type"] == downloads.FORMATS[to].kind
    assert answer.headers["Cache-Control"] == "private, no-store"
    again = read_bytes(f"report.{to}", answer.content)
    assert (again.agency, again.year) == ("云岭市林泽县水务局", 2023)
    assert again.value("table3.granted.total") == 7


def test_a_repair_that_was_made_is_in_it(client: Client, tmp_path: Path) -> None:
    figures = {**balanced(new=7), WRONG: 9}
    address = result_of(client, a_report(tmp_path, figures=figures))
    client.post(f"{address}/repair", {"cell": WRONG})

    document = client.get(f"{address}/report.docx").content
    cells = client.get(f"{address}/report.csv").content.decode("utf-8-sig")

    assert read_bytes("report.docx", document).value(WRONG) == 7
    assert f"{WRONG},7,repaired" in cells


def test_json_is_the_object_that_the_command_line_prints(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path, figures=balanced(new=7)))

    report = json.loads(client.get(f"{address}/report.json").content)

    assert report["agency"] == "云岭市林泽县水务局"
    assert report["table3"]["（一）予以公开"] == [7, 0, 0, 0, 0, 0, 7]
    assert report["findings"] is not None


def test_json_can_be_uploaded_again(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path, figures=balanced(new=7)))
    kept = client.get(f"{address}/report.json").content

    answer = send(Client(), a_file(kept, "report.json"))

    assert "云岭市林泽县水务局" in words_of(answer)


def test_the_file_is_named_in_chinese_and_plainly_for_what_knows_only_ascii(
    client: Client, tmp_path: Path
) -> None:
    address = result_of(client, a_report(tmp_path))

    header = client.get(f"{address}/report.docx").headers["Content-Disposition"]

    name = quote("云岭市林泽县水务局2023年政府信息公开工作年度报告.docx")
    assert header == f"attachment; filename=\"report-2023.docx\"; filename*=UTF-8''{name}"


@pytest.mark.parametrize(
    "agency", ['x"; evil=".exe', "../../etc/passwd", "a\r\nSet-Cookie: a=b", "长" * 500, "", "..."]
)
def test_no_agency_s_name_bends_the_header_or_the_path(agency: str) -> None:
    header = downloads.disposition({"agency": agency, "year": 2023}, "pdf")

    plain, name = header.removeprefix("attachment; filename=").split("; filename*=UTF-8''")
    assert plain == '"report-2023.pdf"'
    assert header.isascii()
    assert not set(name) & set('/\\"\r\n; ')
    assert name.count("%") < 255


def test_a_report_without_a_year_has_a_name_too() -> None:
    header = downloads.disposition({"agency": "", "year": None}, "csv")

    assert header.startswith('attachment; filename="report.csv"; ')


def test_where_pdf_cannot_be_written_the_page_says_so_and_offers_the_others(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = result_of(client, a_report(tmp_path))
    monkeypatch.setattr(turns, "Worker", lambda limits: Worker(limits, WITHOUT_PANGO))

    answer = client.get(f"{address}/report.pdf")

    assert answer.status_code == 503
    assert "没有写成 PDF" in words_of(answer)
    assert "WeasyPrint" in words_of(answer)
    assert f'href="{address}/report.docx"' in text_of(answer)
    assert f'href="{address}/report.pdf"' not in text_of(answer)


def test_when_too_many_want_one_the_next_is_told_to_come_back(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = result_of(client, a_report(tmp_path))
    monkeypatch.setattr(turns, "_PATIENCE_SECONDS", 0.01)

    with turns.worker(WRITING), turns.worker(WRITING):
        answer = client.get(f"{address}/report.docx")

    assert answer.status_code == 503
    assert "还没有轮到" in words_of(answer)
    assert client.get(f"{address}/report.docx").status_code == 200


def test_another_format_is_not_found(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path))

    assert client.get(f"{address}/report.exe").status_code == 404
