"""`yangguang reports figures` shows what a table would enter; `--enter` enters it or nothing."""

from pathlib import Path

import orjson
import pytest

from tests import town
from tests.cli.running import yangguang
from tests.prepared import prepared
from tests.reporting.filled_in import table
from yangguang.reporting.models import EnteredFigure, Evidence

__all__ = ["prepared"]

LICENCES = "table2.licences.decisions"
FEES = "table2.fees.amount"


@pytest.fixture
def words(tmp_path: Path) -> tuple[str, ...]:
    """The command for an office's report, but for the file; it is written anew."""
    office = town.office()
    (tmp_path / "表.xlsx").write_bytes(table((LICENCES, "17件"), (FEES, "2,510,000元")))
    (tmp_path / "错.xlsx").write_bytes(table((LICENCES, 18), (FEES, "许多")))
    by = ("--by", office.handler.username, "--source", "各科室台账")
    return ("reports", "figures", office.agency.slug, "2025", *by)


def _entered() -> dict[str, object]:
    return dict(EnteredFigure.objects.values_list("cell", "value"))


def test_it_is_looked_at_first_and_entered_where_one_says_so(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    looked = yangguang(*words, tmp_path / "表.xlsx")
    before = _entered()
    done = yangguang(*words, tmp_path / "表.xlsx", "--enter", "--json")

    assert (looked.exit_code, looked.stderr, before) == (0, "", {})
    assert "可以填写 2 格，还没有填" in looked.stdout
    lines = [orjson.loads(one) for one in done.stdout.splitlines()]
    assert [(one["cell"], one["value"]) for one in lines] == [(LICENCES, 17), (FEES, 251)]
    assert _entered() == {LICENCES: 17, FEES: 251}
    assert Evidence.objects.get().name == "表.xlsx"


def test_one_wrong_line_and_nothing_is_entered(words: tuple[str, ...], tmp_path: Path) -> None:
    wrong = yangguang(*words, tmp_path / "错.xlsx", "--enter")

    assert wrong.exit_code == 1
    assert "不是一个数字" in wrong.stderr
    assert _entered() == {}


def test_who_does_not_report_and_what_is_not_there_is_a_sentence(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    reviewer = town.person("保密员")
    other = yangguang(*words, tmp_path / "表.xlsx", "--by", reviewer.username, "--enter")
    missing = yangguang(*words, tmp_path / "没有.xlsx")

    assert [one.exit_code for one in (other, missing)] == [2, 2]
    assert "不能填报" in other.stderr
    assert "文件打不开" in missing.stderr
    assert _entered() == {}
