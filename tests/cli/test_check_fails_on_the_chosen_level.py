from pathlib import Path

import pytest

from tests.cli.published import balanced, published
from tests.cli.running import yangguang
from yangguang.annual_report import checking
from yangguang.annual_report.checking import Finding, Severity
from yangguang.cli.check import Level


def test_the_levels_are_the_severities() -> None:
    assert [level.value for level in Level] == [severity.value for severity in Severity]


@pytest.mark.parametrize(
    ("gravest", "fail_on", "exit_code"),
    [
        ("error", "error", 1),
        ("error", "warning", 1),
        ("error", "note", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("warning", "note", 1),
        ("note", "error", 0),
        ("note", "warning", 0),
        ("note", "note", 1),
        (None, "note", 0),
    ],
)
def test_the_exit_code_is_one_at_that_level_or_graver(
    gravest, fail_on, exit_code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [Finding("rule", Severity(gravest), "一句话。", "")] if gravest else []
    monkeypatch.setattr(checking, "check", lambda report, previous=None: found)

    result = yangguang("check", published(tmp_path / "report.html"), "--fail-on", fail_on)

    assert result.exit_code == exit_code


def test_errors_fail_unless_told_otherwise(tmp_path: Path) -> None:
    broken = balanced(new=7) | {"table3.granted.natural_person": 9}

    right = yangguang("check", published(tmp_path / "right.html", figures=balanced(new=7)))
    wrong = yangguang("check", published(tmp_path / "wrong.html", figures=broken))

    assert (right.exit_code, wrong.exit_code) == (0, 1)
