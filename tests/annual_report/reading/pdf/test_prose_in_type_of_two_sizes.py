"""Prose printed in two sizes, as often the one as the other, is read."""

from tests.annual_report.reading.pdf.reading import paragraphs
from tests.generator.pdf import Sheet

LONG = "二〇二四年主动公开政府信息并回应社会关切的各项工作情况汇总如下"


def test_two_lines_of_two_sizes_are_two_paragraphs() -> None:
    sheet = Sheet()
    sheet.text(40, 120, LONG, 17)
    sheet.text(40, 220, LONG, 9)

    assert paragraphs(sheet) == [LONG, LONG]
