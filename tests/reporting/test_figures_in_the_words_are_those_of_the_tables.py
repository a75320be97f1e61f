"""A reference in the words of a report gives the figure of its tables, whatever that is."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.reports import a_report, with_figure
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import AnnualReport
from yangguang.reporting import phrases

KNOWN = phrases.phrases(Edition.E2021)


def _some_report(seed: int) -> AnnualReport:
    random = Random(seed)
    cells = FORMS[Edition.E2021].cell_ids
    return a_report({cell: random.randrange(100) for cell in cells})


@given(st.integers(0, 2**32), st.sampled_from(sorted(KNOWN)))
def test_every_phrase_says_the_sum_of_its_cells(seed: int, name: str) -> None:
    report = _some_report(seed)
    values = [report.value(cell) or Decimal(0) for cell in KNOWN[name].cells]
    total = sum(values, start=Decimal(0))

    assert f"{total:f}" in phrases.filled(KNOWN[name].sentence, report)
    assert "{" not in phrases.filled(KNOWN[name].sentence, report)


def test_a_figure_that_changes_changes_in_the_words() -> None:
    before = a_report({"table3.new.total": 3})
    after = with_figure(before, "table3.new.total", 4)

    said = [phrases.filled("新收{新收申请}件。", one) for one in (before, after)]

    assert said == ["新收3件。", "新收4件。"]


def test_what_names_no_figure_stays_and_is_told() -> None:
    text = "收到{来信}件，新收{ 新收申请 }件"

    assert phrases.filled(text, a_report()) == "收到{来信}件，新收0件"
    assert [one.name for one in phrases.unknown(text, Edition.E2021)] == ["来信"]


@pytest.mark.parametrize("edition", list(Edition))
def test_every_figure_of_table_3_can_be_named(edition: Edition) -> None:
    named = {cell for one in phrases.phrases(edition).values() for cell in one.cells}
    totals = {
        FORMS[edition].tables[3].cell_id(row.id, "total") for row in FORMS[edition].tables[3].rows
    }

    assert totals <= named


@pytest.mark.parametrize(("kept", "said"), [("17.000000", "17"), ("16.900000", "16.9")])
def test_the_decimals_with_which_a_figure_is_kept_are_not_said(kept: str, said: str) -> None:
    report = a_report({"table2.fees.amount": Decimal(kept)})

    assert phrases.filled("{行政事业性收费收费金额}万元", report) == f"{said}万元"
