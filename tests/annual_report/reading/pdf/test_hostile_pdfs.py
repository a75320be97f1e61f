"""A PDF that cannot be read gives a sentence, within the limits of the process that reads it."""

import zlib
from pathlib import Path

import pytest

from tests.generator.hazards import HAZARDS
from tests.generator.pdf import Sheet, assembled, stream, written
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import example
from yangguang.annual_report import Unreadable, worker

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"


def report() -> bytes:
    return example(0, PDF_LAYOUTS["pdf_ruled"], HAZARDS["none"])[0]


def page(content: bytes, *more: bytes, resources: bytes = b"<<>>") -> bytes:
    packed = stream(zlib.compress(content), b"/Filter/FlateDecode")
    leaf = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources %s>>" % resources
    )
    return assembled([CATALOGUE, ONE_PAGE, leaf, packed, *more])


def picture(entries: bytes, data: bytes) -> bytes:
    kind = b"/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceRGB"
    return page(
        b"595 0 0 842 0 0 cm /I Do",
        stream(data, kind + entries),
        resources=b"<</XObject<</I 5 0 R>>>>",
    )


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (3 + index) for index in range(count))
    tree = b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids)
    return assembled([CATALOGUE, tree, *[b"<</Type/Page/Parent 2 0 R>>"] * count])


def encrypted() -> bytes:
    lock = b"<</Filter/Standard/V 1/R 2/P -4/O <%s>/U <%s>>>" % (b"00" * 32, b"11" * 32)
    trailer = b"/Encrypt 4 0 R/ID[<00><00>]"
    return assembled([CATALOGUE, ONE_PAGE, b"<</Type/Page/Parent 2 0 R>>", lock], trailer)


def nameless() -> bytes:
    font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>"
    font += b"/Encoding<</Differences[65/g1/g2]>>/FirstChar 65/LastChar 66/Widths[1 1]>>"
    return page(
        b"BT /F1 12 Tf 70 700 Td (ABABABABABABABAB) Tj ET",
        font,
        resources=b"<</Font<</F1 5 0 R>>>>",
    )


REFUSED = {
    "encrypted": (encrypted(), "打开密码"),
    "truncated": (report()[: len(report()) // 3], "不完整或已损坏"),
    "nothing but its mark": (b"%PDF-1.7\n", "不完整或已损坏"),
    "five thousand pages": (many_pages(5000), "5000 页"),
    "no text": (written([Sheet()]), "没有文字"),
    "a page tree that holds itself": (
        assembled([CATALOGUE, b"<</Type/Pages/Count 1/Kids[2 0 R]>>"]),
        "不完整或已损坏",
    ),
    "nested arrays": (
        assembled([b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * 100_000 + b"]" * 100_000 + b">>"]),
        "不完整或已损坏",
    ),
    "a scan": (picture(b"/Width 2/Height 2", b"\x00" * 12), "扫描件"),
    "a picture of ten gigabytes": (picture(b"/Width 60000/Height 60000", b"x"), "扫描件"),
    "fonts that name no character": (nameless(), "字体"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    data, words = REFUSED[name]
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=words) as refusal:
        worker.read(path, "report.pdf")
    assert str(refusal.value).endswith("。")


@pytest.mark.parametrize("content", [b"0 0 m 1 1 l S\n" * 4_000_000, b"/X Do /X Do /X Do"])
def test_what_takes_the_process_down_is_a_sentence_too(content: bytes, tmp_path: Path) -> None:
    form = stream(
        b"/X Do /X Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
    )
    path = tmp_path / "report.pdf"
    path.write_bytes(page(content, form, resources=b"<</XObject<</X 5 0 R>>>>"))
    with pytest.raises(Unreadable):
        worker.read(path, "report.pdf")


def test_bytes_before_the_mark_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"\n" * 500 + report())
    assert worker.read(path, "report.pdf")["report"]["year"]
