from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.annual_report.test_worker_writes import PROSE
from tests.browsing import press, violations, wider
from tests.cli.published import balanced, published
from tests.generator.hazards import HAZARDS
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import example
from tests.portal.browser.conftest import PHONE, WIDE, Visit
from tests.prepared import MONDAY
from yangguang.annual_report import read
from yangguang.annual_report.writing import write
from yangguang.portal.rooms import Room

pytestmark = pytest.mark.browser

FIGURE = "#c-table3\\.new\\.total .figure"
BOX = "#b-table3\\.new\\.total"
LOADED = "img => img.complete && img.naturalWidth > 0"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """An invented report printed as a PDF."""
    data, _ = example(0, PDF_LAYOUTS["pdf_ruled"], HAZARDS["none"])
    assert isinstance(data, bytes)
    (tmp_path / "report.pdf").write_bytes(data)
    return tmp_path / "report.pdf"


def _uploaded(page: Page, file: Path) -> Page:
    """The result of a PDF, its pages drawn: with this patience the answer waits for them."""
    page.get_by_label("年度报告", exact=True).set_input_files(file)
    press(page, "开始体检")
    expect(page.get_by_role("heading", name="查出的问题")).to_be_visible()
    expect(page.get_by_role("heading", name="原页")).to_be_attached()
    return page


def _edge(page: Page) -> Locator:
    return page.locator(f"{BOX} .edge")


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_figure_leads_to_its_box_and_the_box_back(
    visit: Visit, report: Path, size: tuple[int, int], javascript: bool
) -> None:
    page = _uploaded(visit("/checkups/new", size, java_script_enabled=javascript), report)

    page.locator(FIGURE).click()
    expect(page.locator(f"{BOX}:target")).to_be_attached()
    expect(_edge(page)).to_be_in_viewport(ratio=0.99)
    expect(_edge(page)).to_have_css("stroke-width", "4px")

    _edge(page).click()
    expect(page.locator("td:target")).to_be_in_viewport()
    assert page.url.endswith("#c-table3.new.total")


def test_at_a_keyboard_too(visit: Visit, report: Path) -> None:
    page = _uploaded(visit("/checkups/new"), report)

    page.locator(FIGURE).focus()
    page.keyboard.press("Enter")
    expect(_edge(page)).to_be_in_viewport(ratio=0.99)
    expect(page.locator(BOX)).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator("td:target")).to_be_in_viewport()


def test_boxes_are_no_stops_on_the_way_through_the_page(visit: Visit, report: Path) -> None:
    page = _uploaded(visit("/checkups/new"), report)

    assert page.locator(".box").count() > 100
    assert page.locator(".box:not([tabindex='-1'])").count() == 0


def test_the_picture_of_the_page_is_there_when_it_is_looked_at(visit: Visit, report: Path) -> None:
    page = _uploaded(visit("/checkups/new"), report)

    page.locator(FIGURE).click()

    picture = page.locator(".sheet", has=page.locator(BOX)).locator("img")
    expect(picture).to_be_in_viewport()
    page.wait_for_function(LOADED, arg=picture.element_handle())


@pytest.mark.parametrize("choice", ["", "长者版"])
def test_on_a_phone_pictures_are_as_wide_as_the_page_and_no_wider(
    visit: Visit, report: Path, choice: str
) -> None:
    page = visit("/checkups/new", PHONE)
    if choice:
        press(page, choice)
    _uploaded(page, report)

    widths = page.locator(".paper img").evaluate_all("all => all.map(i => i.clientWidth)")

    assert wider(page) == 0
    assert min(widths) > 330
    assert max(widths) < PHONE[0]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("choice", ["", "高对比"])
def test_axe_finds_nothing(visit: Visit, report: Path, scheme: str, choice: str) -> None:
    page = visit("/checkups/new", color_scheme=scheme)
    if choice:
        press(page, choice)
    _uploaded(page, report)
    page.locator(FIGURE).click()
    expect(_edge(page)).to_be_in_viewport()

    assert violations(page) == []


def test_a_finding_leads_to_the_page_and_lights_up_every_box_it_speaks_of(
    visit: Visit, tmp_path: Path
) -> None:
    wrong = {**balanced(new=7), "table3.granted.natural_person": 9}
    report = read(published(tmp_path / "report.html", figures=wrong, prose=PROSE))
    (tmp_path / "wrong.pdf").write_bytes(write(report, "pdf"))
    page = _uploaded(visit("/checkups/new"), tmp_path / "wrong.pdf")
    link = page.locator(".finding .on-page").first

    link.click()

    expect(page.locator(".box:target .edge")).to_be_in_viewport(ratio=0.99)
    number = link.evaluate("it => it.closest('.finding').dataset.number")
    speaks_of = page.locator(f".box[data-findings~='{number}']").count()
    assert speaks_of > 0
    expect(page.locator(".box.lit")).to_have_count(speaks_of)


@contextmanager
def _still_drawing(var: Path) -> Iterator[None]:
    """The check-up as it is while its pages are being drawn."""
    (folder,) = (var / "checkups").iterdir()
    (checkup,) = Room(folder).checkups()
    Room(folder).beat()
    with Room(folder).change(checkup.id) as kept:
        kept.pages, kept.are_coming = checkup.pages[:1], True
    yield
    with Room(folder).change(checkup.id) as kept:
        kept.pages, kept.are_coming = checkup.pages, False


def test_pictures_that_come_late_appear_by_themselves(
    visit: Visit, report: Path, var: Path
) -> None:
    page = _uploaded(visit("/checkups/new"), report)

    with _still_drawing(var):
        page.reload()
        expect(page.get_by_text("正在画页面图片")).to_be_attached()

    expect(page.locator(".sheet").nth(1)).to_be_attached()
    expect(page.get_by_text("正在画页面图片")).not_to_be_attached()


def test_but_not_under_the_eyes_of_who_has_begun_to_read(
    visit: Visit, report: Path, var: Path
) -> None:
    page = _uploaded(visit("/checkups/new"), report)
    page.clock.install(time=MONDAY)
    page.clock.pause_at(MONDAY + timedelta(hours=1))  # from here on it goes as the test says

    with _still_drawing(var):
        page.reload()
        page.keyboard.press("Tab")
    asked_for: list[bool] = []
    page.on("request", lambda request: asked_for.append(request.is_navigation_request()))
    page.clock.run_for(10_000)
    page.evaluate("() => fetch('/rules').then(answer => answer.text())")

    assert asked_for and not any(asked_for)
