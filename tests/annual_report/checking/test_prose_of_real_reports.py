"""What the rules about prose find in real reports: what is wrong there, and nothing else."""

import pytest

from tests.shared_reports import LAYOUTS, needs_shared_reports, seed
from yangguang.annual_report import read
from yangguang.annual_report.checking import Severity, check

OURS = ("prose.", "wording.")
EXPECTED = {
    "000": {"wording.traditional"},
    "001": set(),
    "002": {"wording.stray_latin", "wording.other_level"},
    "003": set(),
    "004": {
        "prose.contradicts_table",
        "prose.same_figure_twice",
        "prose.same_sentence_twice",
        "wording.enumeration",
        "wording.stray_latin",
    },
}


@needs_shared_reports
@pytest.mark.parametrize("number", EXPECTED)
def test_each_seed_shows_its_own_mistakes_and_no_others(number: str) -> None:
    found = check(read(seed(number)))

    assert {f.rule for f in found if f.rule.startswith(OURS)} == EXPECTED[number]


@needs_shared_reports
def test_no_layout_is_accused_of_a_contradiction() -> None:
    findings = [f for path in sorted(LAYOUTS.glob("*.txt")) for f in check(read(path))]

    assert [f for f in findings if f.rule.startswith(OURS) and f.severity is Severity.ERROR] == []
