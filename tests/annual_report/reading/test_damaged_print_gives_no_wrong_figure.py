"""Whatever print does to a table, a figure is read right or not at all."""

import pytest

from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import example, score
from yangguang.annual_report import read_bytes

REPORTS = range(3)

LOSE_THE_PLACE_OF_BLANKS = {"blank_review", "blank_cells"}
"""Hazards after which layouts that drop empty cells no longer show which cell is empty."""


@pytest.mark.parametrize("hazard", sorted(HAZARDS))
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_no_wrong_figure(layout: str, hazard: str) -> None:
    for seed in REPORTS:
        data, expected = example(seed, LAYOUTS[layout], HAZARDS[hazard])
        assert score(expected, read_bytes("report", data)).wrong == 0, f"seed {seed}"


@pytest.mark.parametrize("hazard", sorted(set(HAZARDS) - LOSE_THE_PLACE_OF_BLANKS))
@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"glued"}))
def test_no_figure_is_left_unread(layout: str, hazard: str) -> None:
    for seed in REPORTS:
        data, expected = example(seed, LAYOUTS[layout], HAZARDS[hazard])
        assert score(expected, read_bytes("report", data)).unread == 0, f"seed {seed}"
