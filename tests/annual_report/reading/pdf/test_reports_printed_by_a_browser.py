"""Pages printed to PDF by a browser: its fonts, its double borders, its page breaks."""

from collections.abc import Iterator
from random import Random

import pytest
from playwright.sync_api import Browser, Page

from tests.generator.hazards import HAZARDS
from tests.generator.invention import invent
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import example, score
from yangguang.annual_report import read_bytes

pytestmark = pytest.mark.browser

STYLES = {
    "as it comes": "",
    "one border": "table{border-collapse:collapse;width:100%}td{font-size:12px}",
    "small and dashed": "table{border-collapse:collapse}td{font-size:8px;border:1px dashed #777}",
    "dotted": "table{border-collapse:collapse}td{border:1px dotted #777;font-size:12px}",
    "no outer border": "table{border-collapse:collapse;border-style:hidden}td{font-size:12px}",
}


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    opened = chromium.new_page()
    yield opened
    opened.close()


@pytest.mark.parametrize("style", STYLES)
def test_no_figure_is_wrong_or_unread(page: Page, style: str) -> None:
    for seed in range(2):
        html, expected = example(seed, LAYOUTS["html"], HAZARDS["none"])
        rules = f"<style>body{{font-family:'Noto Serif CJK SC'}}{STYLES[style]}</style></head>"
        page.set_content(html.decode().replace("</head>", rules))
        headed = seed == 1
        report = read_bytes("report.pdf", page.pdf(format="A4", display_header_footer=headed))

        found = score(expected, report)

        assert (found.wrong, found.unread) == (0, 0), f"seed {seed}"
        invented = invent(Random(seed))
        assert (report.agency, report.year) == (invented.agency, invented.year)
        assert len(report.sections) == 6
