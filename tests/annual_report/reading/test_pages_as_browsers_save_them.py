"""What a page does not show is not read; a text file saved from a browser is read as text."""

from random import Random

import pytest

from tests.generator.invention import invent
from tests.generator.layouts import html, tabs
from tests.generator.print import printed
from tests.generator.truth import score, truth
from yangguang.annual_report import read_bytes

PAGE = printed(invent(Random(5), busy=0.5))
TRUTH = truth(invent(Random(5), busy=0.5), PAGE)


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">9</span></td>',
        '<span style="font-size:0; display: none">9</span></td>',
        '</td><td style="display:none">9</td>',
        "</td><td hidden>9</td>",
    ],
)
def test_hidden_words_and_cells_stay_out_of_the_figures(hidden: str) -> None:
    page = html(PAGE).decode()
    assert "</td>" in page
    found = score(TRUTH, read_bytes("page.html", page.replace("</td>", hidden).encode()))
    assert (found.unread, found.wrong) == (0, 0)


def test_an_article_that_a_script_unfolds_is_read() -> None:
    page = html(PAGE).decode().replace("<body>", '<body><div style="display:none">')
    report = read_bytes("page.html", page.replace("</body>", "</div></body>").encode())
    assert score(TRUTH, report).unread == 0


def test_a_text_file_as_a_browser_shows_it() -> None:
    page = b'<html><head></head><body><pre style="white-space: pre-wrap;">' + tabs(PAGE)
    report = read_bytes("page.html", page + b"</pre></body></html>")
    found = score(TRUTH, report)
    assert (found.unread, found.wrong) == (0, 0)
    assert len(report.sections) == 6
