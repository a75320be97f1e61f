"""Five real reports: what must come out of the form and the sums, and nothing false at error."""

import pytest

from tests.shared_reports import LAYOUTS, needs_shared_reports, seed
from yangguang.annual_report import read
from yangguang.annual_report.checking import Finding, Severity, check

pytestmark = needs_shared_reports


def _findings(number: str) -> list[Finding]:
    return check(read(seed(number)))


def _rules(number: str) -> set[str]:
    return {finding.rule for finding in _findings(number)}


def test_000_has_no_column_for_others() -> None:
    assert "form.missing_column" in _rules("000")
    assert "reading.inferred" in _rules("000")


def test_001_has_sixteen_cells_in_table_4_and_no_section_six() -> None:
    findings = _findings("001")

    assert any(f.rule == "form.extra_column" and "16" in f.message for f in findings)
    missing = [f.message for f in findings if f.rule == "form.section_missing"]
    assert len(missing) == 1
    assert "六、其他需要报告的事项" in missing[0]


def test_003_has_five_blank_cells_and_no_false_alarm_on_its_sums() -> None:
    findings = _findings("003")

    (blank,) = [f for f in findings if f.rule == "form.blank_cells"]
    assert blank.cells == tuple(
        f"table4.review.{c}" for c in ("upheld", "corrected", "other", "pending", "total")
    )
    assert not [f for f in findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize("number", ["000", "002"])
def test_nothing_is_an_error_where_nothing_is_wrong(number: str) -> None:
    assert not [f for f in _findings(number) if f.severity is Severity.ERROR]


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_sum_is_broken_by_the_way_a_table_is_laid_out(path) -> None:
    sums = ("table3.", "table4.", "tables.")

    assert not [f.message for f in check(read(path)) if f.rule.startswith(sums)]
