"""Boxes and backgrounds around prose make no table; two columns are read one after the other."""

from tests.annual_report.reading.pdf.reading import frame, grids, paragraphs
from tests.generator.pdf import Sheet

LONG = "全市各级各部门认真贯彻落实条例规定，及时准确公开政府信息，"


def test_a_background_behind_each_line_is_no_table() -> None:
    sheet = Sheet()
    for rank in range(5):
        sheet.box(70, 100 + 25 * rank, 455, 25)
        sheet.text(70, 118 + 25 * rank, LONG, 14)
    assert grids(sheet) == []
    assert paragraphs(sheet) == [LONG * 5]


def test_a_box_around_a_paragraph_is_no_table() -> None:
    sheet = Sheet()
    frame(sheet, 60, 90, 540, 140)
    sheet.text(98, 120, "收到申请3件。", 14)
    assert (grids(sheet), paragraphs(sheet)) == ([], ["收到申请3件。"])


def test_boxes_of_prose_upon_each_other_are_no_table() -> None:
    sheet = Sheet()
    for rank in range(3):
        frame(sheet, 60, 90 + 40 * rank, 540, 130 + 40 * rank)
        sheet.text(98, 115 + 40 * rank, f"收到申请{rank}件。", 14)
    assert grids(sheet) == []
    assert paragraphs(sheet) == ["收到申请0件。", "收到申请1件。", "收到申请2件。"]


def test_the_left_column_comes_before_the_right_one() -> None:
    sheet = Sheet()
    for rank in range(6):
        left, right = "左栏的文字一共十个字", "右栏的文字也是十个字"
        sheet.text(70, 120 + 20 * rank, f"{left}{'一二三四五六'[rank]}。", 12)
        sheet.text(320, 120 + 20 * rank, f"{right}{'一二三四五六'[rank]}。", 12)
    text = "".join(paragraphs(sheet))
    assert text.index("左栏的文字一共十个字六") < text.index("右栏的文字也是十个字一")
    assert grids(sheet) == []


def test_a_line_that_is_not_full_ends_its_paragraph() -> None:
    sheet = Sheet()
    for rank, line in enumerate([LONG, "到此为止", "另起一段", LONG, LONG]):
        sheet.text(70, 120 + 25 * rank, line, 14)
    assert paragraphs(sheet) == [LONG + "到此为止", "另起一段", LONG + LONG]


def test_radicals_are_read_as_the_characters_that_are_printed() -> None:
    sheet = Sheet()
    sheet.text(70, 120, "⼀、⾏政⽂件", 14)
    assert paragraphs(sheet) == ["一、行政文件"]
