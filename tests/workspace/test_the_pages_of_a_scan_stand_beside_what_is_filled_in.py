"""Who fills in a report by hand sees the pages of its file; what they draw is bounded."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from PIL import Image

from tests.annual_report.reading.pdf.test_hostile_pdfs import picture
from tests.portal.visiting_pdf import a_pdf
from tests.workspace.at_work import AtWork, an_office, words_of
from yangguang.casework import turns
from yangguang.reporting.models import DraftPage, ReportDraft

START = "/workspace/reports/jiaotong/import"
INKS = ("white", "red", "blue")


@pytest.fixture
def work() -> AtWork:
    return an_office()


@pytest.fixture
def place(work: AtWork) -> str:
    """The address where a scan of three pages, each of one colour, is filled in."""
    first, *others = (Image.new("RGB", (496, 702), ink) for ink in INKS)
    file = io.BytesIO()
    first.save(file, "PDF", save_all=True, append_images=others, resolution=60)
    return _uploaded(work, "扫描.pdf", file.getvalue())


def _uploaded(work: AtWork, name: str, content: bytes, **more: str) -> str:
    answer = work.handler.post(START, {"file": SimpleUploadedFile(name, content), **more})
    assert answer.status_code == 302
    return str(answer["Location"])


def _nobody_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def crowded(_limits: object) -> Iterator[None]:
        raise turns.Crowded
        yield

    monkeypatch.setattr(turns, "worker", crowded)


def test_every_page_is_beside_the_table_the_words_and_the_cell(work: AtWork, place: str) -> None:
    work.handler.post(place, {"year": "2024"})

    for where in ("tables/3", "words/0", "words/1", "cells/table3.new.total"):
        page = work.handler.get(f"{place}/{where}").content.decode()
        assert [f'src="{place}/pages/{one}.webp"' in page for one in range(5)] == [
            *(False, True, True, True, False)
        ]
        assert page.index("pages/1.webp") < page.index('id="fields"') < page.index('name="reason"')


def test_a_page_is_drawn_once_and_shows_what_the_file_has(
    work: AtWork, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = work.handler.get(f"{place}/pages/2.webp")
    _nobody_draws(monkeypatch)
    again = work.handler.get(f"{place}/pages/2.webp")
    other = work.handler.get(f"{place}/pages/3.webp")

    drawn = Image.open(io.BytesIO(first.content))
    assert first["Content-Type"] == "image/webp"
    ink = drawn.convert("RGB").getpixel((9, 9))
    assert isinstance(ink, tuple)
    red, green, blue = ink
    assert red > 200 > 60 > max(green, blue)
    assert again.content == first.content
    assert (other.status_code, DraftPage.objects.count()) == (503, 1)


def test_it_is_its_uploaders_alone_and_goes_with_the_draft(work: AtWork, place: str) -> None:
    work.handler.get(f"{place}/pages/1.webp")

    wrong = [work.handler.get(f"{place}/pages/{one}.webp").status_code for one in (0, 4)]

    assert work.section_head.get(f"{place}/pages/1.webp").status_code == 404
    assert wrong == [404, 404]
    ReportDraft.objects.all().delete()
    assert not DraftPage.objects.exists()


def test_of_very_many_pages_the_first_are_shown_and_so_much_is_kept(
    work: AtWork, place: str
) -> None:
    with override_settings(PICTURES_PAGES=2, PICTURES_BYTES=0):
        page = words_of(work.handler.get(f"{place}/words/1"))
        drawn = [work.handler.get(f"{place}/pages/{one}.webp").status_code for one in (1, 2, 3)]

    assert "一共 3 页，这里是前 2 页" in page
    assert drawn == [200, 200, 404]
    assert DraftPage.objects.count() == 1


@pytest.mark.parametrize(
    ("scan", "status"),
    [
        (picture(b"/Width 60000/Height 60000/Filter/FlateDecode", b"x"), 200),
        (picture(b"/Width 2/Height 2", bytes(12)).replace(b"595 842]", b"10 9999]"), 404),
    ],
    ids=["of ten gigabytes", "out of all proportion"],
)
def test_an_odd_page_takes_its_child_down_at_most_and_is_tried_once(
    work: AtWork, monkeypatch: pytest.MonkeyPatch, scan: bytes, status: int
) -> None:
    place = _uploaded(work, "扫描.pdf", scan)

    first = work.handler.get(f"{place}/pages/1.webp")
    _nobody_draws(monkeypatch)
    again = work.handler.get(f"{place}/pages/1.webp")

    assert (first.status_code, again.status_code) == (status, status)
    assert DraftPage.objects.count() == 1


def test_a_photograph_is_its_own_page_and_a_bomb_has_none(work: AtWork) -> None:
    files = {}
    for name, size in (("照片.png", (900, 1200)), ("炸弹.png", (20_000, 20_000))):
        file = io.BytesIO()
        Image.new("1", size, 1).save(file, "PNG")
        files[name] = _uploaded(work, name, file.getvalue(), by_hand="on")

    photo, bomb = (work.handler.get(f"{one}/words/1") for one in files.values())

    assert work.handler.get(f"{files['照片.png']}/pages/1.webp").status_code == 200
    assert "原件" in words_of(photo)
    assert [one.status_code for one in (photo, bomb)] == [200, 200]
    assert "pages/1.webp" not in bomb.content.decode()


def test_of_a_file_that_was_read_it_says_where(work: AtWork) -> None:
    place = _uploaded(work, "年报.pdf", a_pdf().read())

    table = work.handler.get(f"{place}/tables/3")
    cell = work.handler.get(f"{place}/cells/table4.review.total")

    last = len(ReportDraft.objects.get().page_sizes)
    assert 1 < table.context["begins_on"] <= cell.context["begins_on"] <= last
    assert f'href="#page-{table.context["begins_on"]}"' in table.content.decode()


def test_what_is_to_be_filled_in_is_listed_once_the_year_is_known(work: AtWork, place: str) -> None:
    before = work.handler.get(place)
    work.handler.post(place, {"year": "2024"})
    work.handler.post(
        f"{place}/tables/3", {"table3.new.total": "3", "table3.total.total": "0", "reason": "照填"}
    )

    after = work.handler.get(place)

    assert "这是哪一年度的年报" in words_of(before)
    assert "导入并公布" not in words_of(before)
    assert before.context["doubts"] == after.context["doubts"] == []
    listed = {one.name: one for one in after.context["to_fill"]}
    assert len(listed) == 10
    assert listed["三、收到和处理政府信息公开申请情况：表"].state == "已填 2 格，共 175 格"
    assert listed["前言"].state == "还没有填"
    assert all(work.handler.get(one.address).status_code == 200 for one in listed.values())


def test_a_figure_that_was_read_opens_at_its_page(work: AtWork) -> None:
    place = _uploaded(work, "年报.pdf", a_pdf().read())

    page = work.handler.get(place)

    tables = {table.number: address for table, address in page.context["tables"]}
    assert tables[3].startswith(f"{place}/tables/3#page-")
    assert f'href="{place}/cells/table4.review.total#page-' in page.content.decode()
    assert page.context["to_fill"] == []
