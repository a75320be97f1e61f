"""A page whose tags nest without end is refused with a sentence before it takes time."""

import time

import pytest

from yangguang.annual_report import Unreadable, read_bytes
from yangguang.annual_report.reading.markup_limits import DEEPEST, MOST_TAGS

TITLE = "云溪市信访局2022年政府信息公开工作年度报告"
NESTING = ("div", "b", "font", "ul")


def nested(tag: str, times: int) -> bytes:
    opened, closed = f"<{tag}>" * times, "".join(f"</{t}>" for t in reversed(tag.split("><")))
    return f"<html><body>{opened}<p>{TITLE}</p>{closed * times}</body></html>".encode()


@pytest.mark.parametrize(
    ("tag", "times"),
    [(tag, times) for tag in NESTING for times in (DEEPEST * 2, 4_000, 300_000)]
    + [("table", 300_000), ("a", 300_000), ("table><tr><td", DEEPEST), ("table><tr><td", 100_000)],
)
def test_endless_nesting_is_refused(tag: str, times: int) -> None:
    page = nested(tag, times)
    started = time.process_time()
    with pytest.raises(Unreadable, match="一层套一层"):
        read_bytes("report.html", page)
    assert time.process_time() - started < 5


def test_more_tags_than_any_page_has_are_refused() -> None:
    with pytest.raises(Unreadable, match="内容比一份年度报告多得多"):
        read_bytes("report.html", nested("p", MOST_TAGS))


@pytest.mark.parametrize("tag", [*NESTING, "table"])
def test_what_a_clumsy_page_nests_is_read(tag: str) -> None:
    assert read_bytes("report.html", nested(tag, DEEPEST // 2)).year == 2022


def test_elements_that_are_never_closed_do_not_nest() -> None:
    page = "<html><body>" + "<p>青禾县<br>" * 20_000 + f"<p>{TITLE}</body></html>"
    assert read_bytes("report.html", page.encode()).year == 2022


def test_tags_that_a_script_quotes_do_not_nest() -> None:
    script = "<script>var row = '" + "<div>" * 1_500 + "';</script>" + "<br>" * 5_000
    page = f"<html><head>{script}</head><body><p>{TITLE}</p></body></html>"
    assert read_bytes("report.html", page.encode()).year == 2022
