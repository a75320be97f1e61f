"""A version's content, written in a format and read again, says the same in every cell."""

import json
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.reports import a_report, consistent_figures, with_sections
from tests.annual_report.writing.invented_texts import says
from yangguang.annual_report import as_json, read_bytes
from yangguang.annual_report.checking import check
from yangguang.annual_report.checking.rules import OF_TABLES
from yangguang.annual_report.form import FORMS, SECTIONS, Edition
from yangguang.annual_report.report import AnnualReport
from yangguang.annual_report.writing import write
from yangguang.reporting import drafting
from yangguang.reporting.models import Version
from yangguang.reporting.phrases import filled, phrases
from yangguang.reporting.recorded.fees import Fees
from yangguang.reporting.recorded.letters import Letters
from yangguang.reporting.recorded.requests import Requests

_BESIDE = (*Requests.figures, *Letters.figures, *Fees.figures)
_TABLE_2 = FORMS[Edition.E2021].tables[2].cell_ids
EXAMPLES = {"html": 6, "docx": 4, "xlsx": 4, "json": 6}


@st.composite
def _versions(draw: st.DrawFn) -> Version:
    """A consistent report with live figures in its words, as a version that is not kept."""
    random = Random(draw(st.integers(0, 2**32)))
    counts = {cell: random.choice((0, random.randint(0, 9999))) for cell in _TABLE_2}
    report = a_report({**counts, **draw(consistent_figures())}, agency="青禾县林草局")
    sentences = [one.sentence for one in phrases(Edition.E2021).values()]
    sentences += [one.sentence for one in _BESIDE]
    beside = {one.name: Decimal(random.randint(0, 999)) / 10 for one in _BESIDE}
    texts = (
        (number, title, filled("，".join(random.sample(sentences, 3)) + "。", report, beside))
        for number, title in SECTIONS.items()
    )
    report = with_sections(report, *texts)
    return Version(number=1, content=json.loads(as_json.line(report)))


@pytest.mark.parametrize("to", EXAMPLES)
def test_in_every_format_that_is_read(to: str) -> None:
    @given(_versions())
    @settings(max_examples=EXAMPLES[to])
    def is_the_same(version: Version) -> None:
        report: AnnualReport = drafting.content(version)
        back = read_bytes(f"report.{to}", write(report, to))

        assert says(back) == says(report)
        assert {id: cell.value for id, cell in back.cells.items()} == {
            id: cell.value for id, cell in report.cells.items()
        }
        assert [one.rule for one in check(back, rules=OF_TABLES)] == []

    is_the_same()
