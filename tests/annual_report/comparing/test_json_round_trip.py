"""A comparison as JSON, for other programs and between processes."""

import json
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.reports import (
    Figures,
    a_report,
    consistent_figures,
    of_2019,
    with_sections,
)
from tests.generator.prose import Rewriting, prose
from yangguang.annual_report.comparing import compare
from yangguang.annual_report.comparing.as_json import dump, load
from yangguang.annual_report.repeated_text import DEFINITION


@given(consistent_figures(), st.booleans(), st.integers(0, 2**32))
def test_a_comparison_survives_json(figures: Figures, other_edition: bool, seed: int) -> None:
    before = prose(Random(seed), 6)
    after = Rewriting().of(Random(seed), before)
    left = of_2019({}) if other_edition else a_report()
    left = with_sections(left, (1, "总体情况", "".join(before)))
    right = with_sections(a_report(figures, year=2023), (1, "总体情况", "".join(after)))
    comparison = compare(left, right)

    again = load(json.loads(json.dumps(dump(comparison))), left, right)

    assert dump(again) == dump(comparison)
    assert again.sections == comparison.sections
    assert again.repeated == comparison.repeated


def test_the_share_comes_with_its_definition() -> None:
    assert dump(compare(a_report(), a_report()))["definition"] == DEFINITION
