"""Passages full of figures: what agrees raises nothing, what is planted is found where it is."""

import re
from collections.abc import Iterator

import pytest

from tests.annual_report.checking.passages import AGENCY, CELLS, FIGURES, PASSAGES
from tests.annual_report.reports import a_report, with_sections
from yangguang.annual_report.checking import Finding, check

_NAME = re.compile(r"\{(\w+)\}")
_COMPARED = ("prose.contradicts_table", "prose.differs_from_table")


def _findings(text: str) -> list[Finding]:
    report = a_report(dict(CELLS.values()), agency=AGENCY)
    found = check(with_sections(report, (1, "总体情况", text)))
    return [finding for finding in found if finding.rule.startswith("prose.")]


def _planted(passage: str) -> Iterator[tuple[str, int, int]]:
    """The passage with one of its claims made wrong, for each claim, and where that stands."""
    for wrong in _NAME.finditer(passage):
        before = passage[: wrong.start()].format_map(FIGURES)
        figure = str(FIGURES[wrong[1]] + 700)
        after = passage[wrong.end() :].format_map(FIGURES)
        yield before + figure + after, len(before), len(before) + len(figure)


@pytest.mark.parametrize("passage", PASSAGES, ids=range(len(PASSAGES)))
def test_a_passage_that_agrees_with_the_tables_raises_nothing(passage: str) -> None:
    assert [f.message for f in _findings(passage.format_map(FIGURES))] == []


@pytest.mark.parametrize("passage", PASSAGES, ids=range(len(PASSAGES)))
def test_each_wrong_figure_of_a_passage_is_found_at_its_place(passage: str) -> None:
    for text, start, end in _planted(passage):
        spans = [s for f in _findings(text) if f.rule in _COMPARED for s in f.spans]
        assert any(s.start <= start and end <= s.end for s in spans), text[start - 20 : end + 5]
