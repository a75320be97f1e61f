"""Prose that names rows is no part of a table, and a file's second report is read for itself."""

from random import Random

from tests.generator.invention import invent
from tests.generator.layouts import pipes
from tests.generator.print import printed
from tests.generator.truth import score, truth
from yangguang.annual_report import read_bytes
from yangguang.annual_report.form import Edition

INVENTED = invent(Random(9), Edition.E2021, busy=0.5)
PAGE = printed(INVENTED)
TEXT = pipes(PAGE).decode()


def test_rows_named_in_another_section_stay_its_prose() -> None:
    *before, heading, after = TEXT.partition("五、")
    title, _, rest = after.partition("\n")
    prose = "1.重复申请\n2.公开不够及时\n行政许可 20件"
    report = read_bytes(
        "report", "".join([*before, heading, title, "\n", prose, "\n", rest]).encode()
    )
    found = score(truth(INVENTED, PAGE), report)
    assert (found.unread, found.wrong) == (0, 0)
    assert prose in report.text_of(5)


def test_a_row_that_its_table_lacks_is_not_taken_from_prose() -> None:
    row = next(line for line in TEXT.split("\n") if line.startswith("行政强制 |"))
    text = TEXT.replace(row + "\n", "").replace("\n二、", "\n行政强制 7 件\n二、", 1)
    report = read_bytes("report", text.encode())
    assert report.value("table2.coercion.decisions") is None


def test_of_two_reports_in_a_file_the_later_is_read_and_the_reader_says_so() -> None:
    later = invent(Random(31), Edition.E2021, busy=0.5)
    page = printed(later)
    report = read_bytes("report", (TEXT + "\n" + pipes(page).decode()).encode())
    found = score(truth(later, page), report)
    assert (found.unread, found.wrong) == (0, 0)
    assert any("不止一张表" in doubt.message for doubt in report.doubts)
