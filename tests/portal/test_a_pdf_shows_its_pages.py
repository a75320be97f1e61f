import io
import re
from pathlib import Path

import pytest
from django.test import Client, override_settings
from PIL import Image

from tests.portal.visiting import a_report, files_in, result_of, text_of, words_of
from tests.portal.visiting_pdf import a_pdf, a_scan, drawn, kept
from yangguang.annual_report import as_json
from yangguang.portal.rooms import Room

CELL = "table3.new.total"
SRC = re.compile(
    r'<img src="(/checkups/[0-9a-f]{32}/pages/\d+\.webp)" width="(\d+)" height="(\d+)"'
)


def test_each_page_is_a_picture_of_the_size_that_the_page_announces(
    client: Client, var: Path
) -> None:
    address = drawn(client, var, a_pdf())

    pictures = SRC.findall(text_of(client.get(address)))

    assert len(pictures) == kept(var, address).page_count > 2
    for source, across, down in pictures:
        answer = client.get(source)
        assert answer.headers["Content-Type"] == "image/webp"
        assert "private" in answer.headers["Cache-Control"]
        assert Image.open(io.BytesIO(answer.content)).size == (int(across), int(down))


def test_they_are_fetched_only_when_they_come_into_view(client: Client, var: Path) -> None:
    page = text_of(client.get(drawn(client, var, a_pdf())))

    assert page.count("<img ") == page.count('loading="lazy"') > 2


def test_a_figure_leads_to_its_box_and_the_box_back_to_the_figure(
    client: Client, var: Path
) -> None:
    page = text_of(client.get(drawn(client, var, a_pdf())))

    assert f'<a class="figure" href="#b-{CELL}">' in page
    assert re.search(rf'id="b-{CELL}" href="#c-{CELL}" tabindex="-1"', page)


def test_the_box_lies_where_the_figure_was_read(client: Client, var: Path) -> None:
    address = drawn(client, var, a_pdf())
    checkup = kept(var, address)
    assert checkup.report
    read = as_json.load(checkup.report["report"]).cells[CELL]
    assert read.provenance and read.provenance.place.box
    left, top, right, bottom = read.provenance.place.box

    box = re.search(rf'id="b-{CELL}".*?class="edge" ([^/]*)/>', text_of(client.get(address)))

    assert box
    numbers = dict(re.findall(r'(\w+)="([\d.]+)"', box[1]))
    assert {name: float(value) for name, value in numbers.items()} == pytest.approx(
        {"x": left, "y": top, "width": right - left, "height": bottom - top}, abs=0.06
    )


def test_a_web_page_has_no_pages_to_show(client: Client, tmp_path: Path) -> None:
    page = text_of(client.get(result_of(client, a_report(tmp_path))))

    assert 'id="pages"' not in page
    assert "<img" not in page


@override_settings(PICTURES_PAGES=2)
def test_a_long_file_shows_its_first_pages_and_says_so(client: Client, var: Path) -> None:
    address = drawn(client, var, a_pdf())

    answer = client.get(address)

    pages = kept(var, address).page_count
    assert len(SRC.findall(text_of(answer))) == 2
    assert f"这份 PDF 有 {pages} 页，只画了前 2 页。" in words_of(answer)


def test_a_figure_on_a_page_without_picture_leads_to_its_words(client: Client, var: Path) -> None:
    with override_settings(PICTURES_PAGES=1):
        page = text_of(client.get(drawn(client, var, a_pdf())))

    assert f"#b-{CELL}" not in page
    assert 'class="figure" href="#s-3-new"' in page


@pytest.mark.parametrize("limit", ["CHECKUPS_SESSION_BYTES", "CHECKUPS_BYTES"])
def test_where_there_is_no_space_the_result_comes_without_pictures(
    client: Client, var: Path, limit: str
) -> None:
    with override_settings(**{limit: 4_000_000}):
        address = drawn(client, var, a_pdf())
    answer = client.get(address)

    assert "放图片的地方不够了" in words_of(answer)
    assert not list(var.rglob("*.webp"))
    assert "表格" in words_of(answer)


def test_a_file_s_pictures_take_so_much_and_no_more(client: Client, var: Path) -> None:
    with override_settings(PICTURES_BYTES=50_000):
        answer = client.get(drawn(client, var, a_pdf()))

    assert "页起没有图片" in words_of(answer)
    assert 0 < sum(path.stat().st_size for path in var.rglob("*.webp")) < 400_000


def test_a_scan_is_said_to_be_one_and_shown(client: Client, var: Path) -> None:
    address = drawn(client, var, a_scan())

    answer = client.get(address)

    assert "这份 PDF 是扫描件" in words_of(answer)
    ((source, *_),) = SRC.findall(text_of(answer))
    assert client.get(source).status_code == 200
    assert "看页面图片" in words_of(client.get("/checkups"))


def test_while_they_are_being_drawn_the_page_says_how_far_it_is(client: Client, var: Path) -> None:
    address = drawn(client, var, a_pdf())
    (folder,) = (var / "checkups").iterdir()
    with Room(folder).change(address.rsplit("/", 1)[1]) as checkup:
        checkup.pages, checkup.are_coming = checkup.pages[:1], True

    words = words_of(client.get(address))

    assert "正在画页面图片，已画 1 页。" in words
    assert files_in(var / "incoming") == []
