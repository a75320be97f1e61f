"""A table of requests by the pages: looked through, confirmed, brought in once, codes shown."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tests.inforequests import tables
from tests.workspace.at_work import address, an_office, words_of
from tests.workspace.conftest import MONDAY
from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.inforequests import query_code
from yangguang.inforequests.importing import waiting
from yangguang.inforequests.models import ImportDraft
from yangguang.workspace.views import importing

IMPORT = "/workspace/import"


def _upload(client: Client, *requests: tables.Request) -> HttpResponse:
    file = SimpleUploadedFile("申请.xlsx", tables.as_xlsx(tables.rows(requests)))
    return client.post(IMPORT, {"table": file}, follow=True)


def _confirm(client: Client, page: HttpResponse) -> HttpResponse:
    sent = {"table": page.context["draft"].pk}
    return client.post(f"{IMPORT}/confirm", sent, follow=True)


def test_first_it_is_shown_and_nothing_is_registered() -> None:
    work = an_office()

    page = _upload(work.handler, tables.request("A-1"), tables.request("A-2", ARRIVED="2025-06-03"))

    assert not Case.objects.exists()
    assert "将要导入 2 件" in words_of(page)
    assert "其中 1 件按收到日期算" in words_of(page)
    assert "周岚" not in page.content.decode()


def test_confirmed_it_is_registered_and_the_codes_fit() -> None:
    work = an_office()
    page = _upload(work.handler, tables.request("A-1"))

    done = _confirm(work.handler, page)

    case = Case.objects.get()
    (row,) = done.context["fresh"]
    assert query_code.matches(bytes(case.query_code), case.number, row.code)
    assert row.code in words_of(done)
    assert "导入自 旧办件系统 A-1" in words_of(work.handler.get(address(case)))


def test_confirmed_twice_it_is_one_import_and_shows_the_same() -> None:
    work = an_office()
    page = _upload(work.handler, tables.request("A-1"))
    first = _confirm(work.handler, page)

    again = _confirm(work.handler, page)

    assert Case.objects.count() == 1
    assert again.context["fresh"] == first.context["fresh"]


def test_what_was_brought_in_before_is_left_out() -> None:
    work = an_office()
    _confirm(work.handler, _upload(work.handler, tables.request("A-1")))

    page = _upload(work.handler, tables.request("A-1"), tables.request("A-2"))
    done = _confirm(work.handler, page)

    assert "以前导入过 1 件" in words_of(page)
    assert Case.objects.count() == 2
    assert len(done.context["known"]) == 1


def test_rows_that_are_wrong_are_told_and_nothing_is_kept() -> None:
    work = an_office()

    page = _upload(work.handler, tables.request("A-1"), tables.request("A-2", WANTED=""))

    assert page.status_code == 422
    assert "第 3 行 · 所需政府信息 没有填。" in words_of(page)
    assert not ImportDraft.objects.exists()


def test_what_is_no_table_is_said_beside_the_field() -> None:
    work = an_office()

    file = SimpleUploadedFile("a.xlsx", b"PK\x03\x04 nothing")
    damaged = work.handler.post(IMPORT, {"table": file})
    nothing = work.handler.post(IMPORT, {})

    assert "打不开" in str(damaged.context["form"].errors["table"])
    assert "请选择文件" in str(nothing.context["form"].errors["table"])


def test_a_long_table_is_not_brought_in_in_the_middle_of_the_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = an_office()
    monkeypatch.setattr(importing, "MOST_IN_A_PAGE", 1)

    page = _upload(work.handler, tables.request("A-1"), tables.request("A-2"))

    assert "表格有 2 行，在网页上一次最多导入 1 行" in words_of(page)


def test_of_an_upload_nothing_is_left_that_is_not_sealed(tmp_path: Path) -> None:
    work = an_office()

    _upload(work.handler, tables.request("A-1"))

    assert list(Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir()) == []
    assert "周岚" not in ImportDraft.objects.get().sealed


def test_another_s_table_is_not_there() -> None:
    work = an_office()
    page = _upload(work.handler, tables.request("A-1"))

    seen = work.section_head.get(page.request["PATH_INFO"] + f"?table={page.context['draft'].pk}")
    _confirm(work.section_head, page)

    assert seen.status_code == 302
    assert not Case.objects.exists()


def test_after_a_day_it_is_gone() -> None:
    work = an_office()
    page = _upload(work.handler, tables.request("A-1"))

    with moment.standing_at(MONDAY + timedelta(days=1, minutes=1)):
        answer = _confirm(work.handler, page)
        purged = waiting.purge()

    assert "只保留一天" in words_of(answer)
    assert purged == 1
    assert not Case.objects.exists()


def test_who_does_not_register_imports_nothing() -> None:
    work = an_office()

    assert work.leader.get(IMPORT).status_code == 403
    assert work.leader.post(f"{IMPORT}/confirm", {"table": "x"}).status_code == 403


def test_the_template_is_there_to_download() -> None:
    work = an_office()

    answer = work.handler.get(f"{IMPORT}/template.xlsx")

    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["Content-Disposition"]
