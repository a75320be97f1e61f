"""The pages of a scan stand beside the fields; turning them loses nothing that was typed."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests import town
from tests.browsing import PHONE, WIDE, Visit, sound
from tests.prepared import MONDAY
from tests.signing_in import signed_in
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.reporting.importing import by_hand, waiting

pytestmark = pytest.mark.browser

WORDS = "全年新收政府信息公开申请3件。"


@pytest.fixture
def place(visit: Visit) -> tuple[Page, str]:
    """A browser of who fills in a scan of three pages, and the address of a part's words."""
    office = town.office()
    first, *others = (Image.new("RGB", (496, 702), ink) for ink in ("white", "red", "blue"))
    file = io.BytesIO()
    first.save(file, "PDF", save_all=True, append_images=others, resolution=60)
    with moment.standing_at(MONDAY):
        draft = waiting.keep(
            Upload("扫描.pdf", file.getvalue()),
            by_hand.unread("扫描.pdf"),
            office.agency,
            office.handler,
            [(595.0, 842.0)] * 3,
        )
    page = visit("/")
    cookie = signed_in(office.handler).cookies["yangguang"].value
    page.context.add_cookies([{"name": "yangguang", "value": cookie, "url": page.url}])
    return page, f"/workspace/reports/{office.agency.slug}/import/{draft.pk}/words/1"


def test_pages_are_turned_while_one_types(place: tuple[Page, str]) -> None:
    page, address = place
    page.goto(address)
    words, third = page.get_by_label("文字"), page.locator("#page-3 img")
    words.fill(WORDS)

    page.get_by_role("navigation", name="原件的页").get_by_text("3").click()

    expect(third).to_be_in_viewport()
    drawn = "image => image.complete && image.naturalWidth > 0"
    page.wait_for_function(drawn, arg=third.element_handle())
    expect(words).to_have_value(WORDS)
    for size, is_beside in ((WIDE, True), (PHONE, False)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(address)
        pages, fields = (page.locator(one).bounding_box() for one in (".originals", "#fields"))
        assert pages
        assert fields
        assert (pages["x"] + pages["width"] <= fields["x"]) is is_beside
        assert (pages["y"] + pages["height"] <= fields["y"]) is not is_beside
        sound(page)
