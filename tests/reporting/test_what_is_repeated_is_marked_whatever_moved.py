"""Words taken over from last year are marked, though commas, spaces or figures are others."""

import pytest

from tests.annual_report.reports import a_report, with_figure, with_sections
from yangguang.annual_report.report import AnnualReport
from yangguang.reporting import phrases, repeated_words

LAST = "围绕农村公路养护和城市公共交通线路，逐项公布计划、进度和结果，全年新收申请{新收申请}件。"
CELL = "table3.new.total"


def _report(text: str, many: int) -> AnnualReport:
    """A report whose first section says this over so many new requests."""
    figures = with_figure(a_report(), CELL, many)
    return with_sections(figures, (1, "总体情况", phrases.filled(text, figures)))


def _marked(text: str, many: int = 15) -> tuple[str, str]:
    """What of a text is marked as repeated from last year's twelve, and what is not."""
    this_year = _report(text, many)
    found = repeated_words.repetition(this_year, _report(LAST, 12))
    runs = [run for one in repeated_words.marked(this_year, 1, found) for run in one]
    return (
        "".join(run.text for run in runs if run.is_repeated),
        "".join(run.text for run in runs if not run.is_repeated),
    )


@pytest.mark.parametrize(
    "text",
    [
        LAST,
        LAST.replace("，", "、").replace("、进度", "，进度"),
        LAST.replace("，", " ， ").replace("和", "\u3000和 "),
        LAST.replace("，逐项", "；\n逐项"),
        LAST.replace("，", ",").replace("。", "．"),
        LAST.replace("件。", "件"),
    ],
)
def test_moved_punctuation_and_space_hide_nothing(text: str) -> None:
    marked, _ = _marked(text)

    for words in ("公路养护", "公布计划", "进度", "新收申请"):
        assert words in marked.replace("\u3000", "").replace(" ", "")


def test_a_live_figure_that_differs_leaves_the_words_repeated() -> None:
    marked, rest = _marked(LAST)
    as_before, _ = _marked(LAST, 12)

    assert "全年新收申请15件" in marked
    assert "全年新收申请12件" in as_before
    assert rest.strip("。") == ""


def test_what_is_said_anew_is_not_marked() -> None:
    new = "新开通的三条公交线路在开通前公布走向和站点并听取居民意见。"

    marked, rest = _marked(f"{LAST}\n{new}")

    assert "新开通的三条公交线路" in rest
    assert "公路养护" in marked
