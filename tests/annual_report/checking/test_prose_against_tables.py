"""A figure in words must be the one in the cell (identity 7 of the form)."""

import pytest

from tests.annual_report.findings import found, sentences
from tests.annual_report.reports import a_report, with_sections, with_status
from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import AnnualReport, Status

CELL = FORMS[Edition.E2021].tables[3].cell_id
NEW = CELL("new", "total")
CARRIED_OVER = CELL("carried_over", "total")
CERTAIN = "prose.contradicts_table"
DOUBTFUL = "prose.differs_from_table"


def _report(text: str, figures: dict[str, int], section: int = 1) -> AnnualReport:
    return with_sections(a_report(figures), (section, "总体情况", text))


def test_a_figure_that_the_table_bears_out_raises_nothing() -> None:
    report = _report("我局共收到政府信息公开申请37件。", {NEW: 37})

    assert found(CERTAIN, report) == found(DOUBTFUL, report) == []


def test_a_contradiction_names_both_figures_the_cell_and_the_words() -> None:
    report = _report("我局新收政府信息公开申请37件。", {NEW: 36})

    (finding,) = found(CERTAIN, report)

    assert "新收政府信息公开申请37件" in finding.message
    assert "为 36" in finding.message
    assert finding.cells == (NEW,)
    assert finding.words == ("37件",)


def test_what_is_stated_of_all_years_is_no_contradiction_beside_the_figure_of_the_year() -> None:
    issued = "table2.normative_documents.issued"
    text = "我局累计制定行政规范性文件23件，其中2022年制定5件。"
    report = _report(text, {issued: 5})

    assert found(CERTAIN, report) == found(DOUBTFUL, report) == []


def test_a_figure_written_in_characters_is_given_in_digits_too() -> None:
    (sentence,) = sentences(CERTAIN, _report("新收政府信息公开申请三十七件。", {NEW: 36}))

    assert "三十七件”（37）" in sentence


@pytest.mark.parametrize("value", [35, 37])
def test_what_was_received_may_hold_what_was_carried_over(value: int) -> None:
    report = _report(f"共收到政府信息公开申请{value}件。", {NEW: 35, CARRIED_OVER: 2})

    assert found(CERTAIN, report) == []


def test_what_was_newly_received_may_not() -> None:
    report = _report("新收政府信息公开申请37件。", {NEW: 35, CARRIED_OVER: 2})

    assert len(found(CERTAIN, report)) == 1


def test_organisations_are_the_five_columns_together() -> None:
    figures = {NEW: 5, CELL("new", "business"): 2, CELL("new", "legal_services"): 1}
    text = "共收到政府信息公开申请5件，其中法人或其他组织{}件。"

    assert found(CERTAIN, _report(text.format(3), figures)) == []
    (finding,) = found(CERTAIN, _report(text.format(2), figures))
    assert "“法人或其他组织”各列合计 3" in finding.message


def test_a_group_of_results_is_the_sum_of_its_rows() -> None:
    figures = {CELL("denied.state_secret", "total"): 1, CELL("denied.internal_affairs", "total"): 2}
    text = "办理政府信息公开申请中，不予公开{}件。"

    assert found(CERTAIN, _report(text.format(3), figures)) == []
    (finding,) = found(CERTAIN, _report(text.format(2), figures))
    assert "“（三）不予公开”各项的“总计”合计 3" in finding.message


def test_lawsuits_are_both_groups_together() -> None:
    cell = FORMS[Edition.E2021].tables[4].cell_id
    figures = {cell("suit", "total"): 4, cell("suit_after_review", "total"): 2}
    text = "政府信息公开行政诉讼{}件。"

    assert found(CERTAIN, _report(text.format(6), figures)) == []
    assert len(found(CERTAIN, _report(text.format(4), figures))) == 1


def test_what_has_lapsed_counts_with_what_was_repealed() -> None:
    cell = FORMS[Edition.E2021].tables[2].cell_id("normative_documents", "repealed")
    report = _report("废止规范性文件3件，宣布失效2件。", {cell: 5})

    assert found(CERTAIN, report) == []


def test_an_absence_is_contradicted_by_a_figure() -> None:
    report = _report("我局没有收到政府信息公开申请。", {NEW: 2})

    assert [f.words for f in found(CERTAIN, report)] == [("没有收到政府信息公开申请",)]


@pytest.mark.parametrize("status", [Status.BLANK, Status.ABSENT, Status.UNREADABLE])
def test_a_cell_without_a_figure_contradicts_nothing(status: Status) -> None:
    report = with_status(_report("新收政府信息公开申请37件。", {NEW: 36}), status, NEW)

    assert found(CERTAIN, report) == found(DOUBTFUL, report) == []


@pytest.mark.parametrize(
    "text",
    [
        "全县共收到政府信息公开申请95件。",
        "2021年收到政府信息公开申请15件。",
        "收到政府信息公开申请约40件。",
        "制发政策性文件20件。",
    ],
)
def test_other_bodies_other_years_and_rough_figures_are_not_compared(text: str) -> None:
    report = _report(text, {NEW: 36})

    assert found(CERTAIN, report) == found(DOUBTFUL, report) == []


def test_a_figure_of_another_moment_is_a_question() -> None:
    report = _report("截至目前，收到政府信息公开申请30件。", {NEW: 36})

    assert found(CERTAIN, report) == []
    assert len(found(DOUBTFUL, report)) == 1


def test_a_figure_borne_out_in_the_same_sentence_makes_its_neighbour_certain() -> None:
    cell = FORMS[Edition.E2021].tables[2].cell_id
    figures = {
        cell("normative_documents", "repealed"): 25,
        cell("normative_documents", "in_force"): 21,
    }
    report = _report("全面清理行政规范性文件，保留27件，宣布失效和废止25件。", figures)

    (finding,) = found(CERTAIN, report)

    assert finding.words == ("27件",)
    assert finding.cells == (cell("normative_documents", "in_force"),)
