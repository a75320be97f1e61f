"""A page as a picture: the figures that were read stand in it where the reader says."""

import base64
import io
import random
from pathlib import Path

import pytest
from PIL import Image

from tests.annual_report.reading.pdf.test_hostile_pdfs import (
    CATALOGUE,
    ONE_PAGE,
    REFUSED,
    page,
    picture,
)
from tests.generator.hazards import HAZARDS
from tests.generator.pdf import Sheet, assembled, stream, written
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import example
from yangguang.annual_report import Unreadable, read_bytes
from yangguang.annual_report.reading.pdf.pictures import (
    LARGEST_PICTURE,
    MOST_PIXELS,
    Picture,
    picture_of,
)
from yangguang.annual_report.worker import Worker

DARK = 128
DRAWS_ITSELF = page(
    b"/X Do /X Do /X Do",
    stream(
        b"/X Do /X Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
    ),
    resources=b"<</XObject<</X 5 0 R>>>>",
)


def _image(drawn: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(drawn.data))
    assert (image.format, image.size) == ("WEBP", (drawn.across, drawn.down))
    return image.convert("L")


def _page(box: bytes) -> bytes:
    return assembled([CATALOGUE, ONE_PAGE, b"<</Type/Page/Parent 2 0 R/MediaBox[%s]>>" % box])


@pytest.mark.parametrize("layout", ["pdf_ruled", "pdf_sideways", "pdf_rotated", "pdf_unruled"])
def test_where_a_figure_was_read_there_is_ink_in_the_picture(layout: str) -> None:
    data, _ = example(0, PDF_LAYOUTS[layout], HAZARDS["none"])
    places = [
        cell.provenance.place
        for cell in read_bytes("report.pdf", data).cells.values()
        if cell.provenance and cell.provenance.raw.strip()
    ]
    pages = {number: picture_of(data, number) for number in {place.page or 0 for place in places}}
    images = {number: _image(drawn) for number, drawn in pages.items()}

    darkest = []
    for place in places:
        assert place.box and place.page
        drawn = pages[place.page]
        x, y = drawn.across / drawn.width, drawn.down / drawn.height
        left, top, right, bottom = place.box
        # Within the rules around the cell, which are ink too.
        inside = ((left + 1) * x, (top + 1) * y, (right - 1) * x, (bottom - 1) * y)
        part = images[place.page].crop(inside)
        darkest.append(min(part.tobytes()))

    assert len(places) > 100
    assert max(darkest) < DARK


def test_a_page_has_the_size_at_which_a_viewer_shows_it() -> None:
    sideways = written([Sheet(rotated=90)])

    drawn = picture_of(sideways, 1)

    assert (drawn.width, drawn.height) == (842, 595)
    assert drawn.across / drawn.down == pytest.approx(842 / 595, abs=0.01)


def test_a_huge_page_is_drawn_small() -> None:
    drawn = picture_of(_page(b"0 0 14400 14400"), 1)

    assert (drawn.width, drawn.height) == (14400, 14400)
    assert drawn.across * drawn.down <= MOST_PIXELS * 1.01


def test_a_scan_of_noise_is_drawn_coarsely() -> None:
    noise = random.Random(3).randbytes(1200 * 1200 * 3)

    drawn = picture_of(picture(b"/Width 1200/Height 1200", noise), 1)

    assert len(drawn.data) < LARGEST_PICTURE * 1.5
    assert len(drawn.data) < len(noise) / 4


@pytest.mark.parametrize("box", [b"0 0 1 14400", b"0 0 14400 2"])
def test_a_page_that_is_a_thread_is_refused(box: bytes) -> None:
    with pytest.raises(Unreadable, match="第 1 页的尺寸不正常"):
        picture_of(_page(box), 1)


def test_a_page_that_is_not_there_is_refused() -> None:
    with pytest.raises(Unreadable, match="第 2 页打不开"):
        picture_of(written([Sheet()]), 2)


@pytest.mark.parametrize("name", ["encrypted", "truncated", "five thousand pages"])
def test_what_cannot_be_read_is_not_drawn_either(name: str) -> None:
    data, words = REFUSED[name]

    with pytest.raises(Unreadable, match=words):
        picture_of(data, 1)


def test_the_worker_gives_the_same_picture(tmp_path: Path) -> None:
    data, _ = example(0, PDF_LAYOUTS["pdf_ruled"], HAZARDS["none"])
    (tmp_path / "report.pdf").write_bytes(data)

    with Worker() as worker:
        answer = worker.picture(tmp_path / "report.pdf", 2)

    here = picture_of(data, 2)
    assert {**answer, "data": base64.b64decode(answer["data"])} == here._asdict()


def test_what_takes_the_process_down_is_a_sentence_and_the_next_page_is_drawn(
    tmp_path: Path,
) -> None:
    data, _ = example(0, PDF_LAYOUTS["pdf_ruled"], HAZARDS["none"])
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(data)
    bad.write_bytes(DRAWS_ITSELF)

    with Worker() as worker:
        with pytest.raises(Unreadable):
            worker.picture(bad, 1)
        assert worker.picture(good, 1)["pages"] > 1
