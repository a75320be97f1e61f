"""Of a report with pages of text and scanned ones, the text is read and the rest is said."""

from tests.generator.pdf import Sheet, assembled, stream
from yangguang.annual_report import read_bytes
from yangguang.annual_report.checking import check
from yangguang.annual_report.reading.pdf import read_pdf

TITLE = "云溪市水务局2024年政府信息公开工作年度报告"


def text_and_picture() -> bytes:
    sheet = Sheet()
    sheet.text(98, 120, TITLE, 14)
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts"
        b"[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>]>>"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<%s>>>>"
    image = b"/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceRGB"
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
            page % (5, b"/Font<</F1 7 0 R>>"),
            page % (6, b"/XObject<</I 8 0 R>>"),
            stream("\n".join(sheet.drawn).encode()),
            stream(b"595 0 0 842 0 0 cm /I Do"),
            font,
            stream(b"\x00" * 12, image),
        ]
    )


def test_the_document_names_its_scanned_pages() -> None:
    assert read_pdf("report.pdf", text_and_picture()).scanned == (2,)


def test_a_finding_says_which_page_was_not_read() -> None:
    report = read_bytes("report.pdf", text_and_picture())
    (finding,) = [f for f in check(report) if f.rule == "reading.scanned_page"]
    assert report.agency == "云溪市水务局"
    assert "第 2 页只有图片" in finding.message
