"""`yangguang verify-ledger`, `rebuild-state`, `anchor`, `rotate-keys`, as a user runs them."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.on_a_site import founded, ran

_SUBMIT = """
import django; django.setup()
from tests import town
town.request_at(town.agency())
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with one request, in a folder of its own."""
    return founded(tmp_path_factory.mktemp("var"), _SUBMIT)


def test_a_whole_ledger_is_proved_and_what_is_not_proved_is_said(site: Path) -> None:
    done = ran(site, "verify-ledger")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 个案件、1 条记录、")
    assert "不能证明的" in done.stdout


def test_states_that_agree_end_with_zero(site: Path) -> None:
    done = ran(site, "rebuild-state", "--verify")

    assert (done.returncode, done.stdout) == (0, "1 个案件全部相符。\n")


def test_an_anchor_is_written_once_a_day(site: Path) -> None:
    for _ in range(2):
        assert ran(site, "anchor").returncode == 0

    assert len((site / "anchors.jsonl").read_text().splitlines()) == 1


def test_a_changed_state_is_named_then_written_back(site: Path) -> None:
    with sqlite3.connect(site / "yangguang.sqlite3") as database:
        database.execute("UPDATE casework_casestate SET state = 'answered'")
    database.close()

    named = ran(site, "rebuild-state", "--verify", "--json")
    written = ran(site, "rebuild-state")

    difference, summary = map(json.loads, named.stdout.splitlines())
    assert named.returncode == 1
    assert (difference["field"], difference["kept"]) == ("state", "answered")
    assert summary["differences"] == 1
    assert written.returncode == 0
    assert written.stdout.endswith("1 个案件，写回了 1 处。\n")


def test_a_changed_row_is_named_with_its_case(site: Path, tmp_path: Path) -> None:
    with sqlite3.connect(site / "yangguang.sqlite3") as database:
        copy = sqlite3.connect(tmp_path / "yangguang.sqlite3")
        database.backup(copy)
    database.close()
    with copy:
        (number,) = copy.execute("SELECT number FROM casework_case").fetchone()
        copy.execute("DROP TRIGGER casework_event_no_update")
        copy.execute("UPDATE casework_event SET kind = 'voided'")
    copy.close()

    done = ran(tmp_path, "verify-ledger", "--json")

    broken, summary = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert (broken["number"], broken["seq"]) == (number, 1)
    assert summary["faults"] == 1


def test_words_changed_beside_the_ledger_are_named(site: Path, tmp_path: Path) -> None:
    with sqlite3.connect(site / "yangguang.sqlite3") as database:
        copy = sqlite3.connect(tmp_path / "yangguang.sqlite3")
        database.backup(copy)
    database.close()
    with copy:
        copy.execute("DROP TRIGGER casework_casetext_no_update")
        copy.execute("UPDATE casework_casetext SET sealed = 'x'")
    copy.close()

    done = ran(tmp_path, "verify-ledger", "--files")

    assert done.returncode == 1
    assert "一段文字被换过或损坏" in done.stdout
    assert "加 --files" not in done.stdout


def test_what_has_no_digest_in_the_ledger_is_said(site: Path) -> None:
    said = ran(site, "verify-ledger").stdout

    assert "申请人的身份和联系方式、附件的名称" in said
    assert "磁盘上的附件本身没有核对：加 --files" in said


def test_keys_that_cannot_be_opened_are_counted(site: Path) -> None:
    done = ran(site, "rotate-keys", YANGGUANG_MASTER_KEY="new")

    assert done.returncode == 1
    assert "解不开" in done.stderr


def test_a_new_master_key_takes_over(site: Path) -> None:
    done = ran(site, "rotate-keys", YANGGUANG_MASTER_KEY="new, old")

    assert done.returncode == 0
    assert done.stdout == "改用新主密钥保管：2 个。\n全部完成，可以去掉旧的主密钥。\n"
    assert ran(site, "rotate-keys", YANGGUANG_MASTER_KEY="new").returncode == 0


@pytest.mark.parametrize(
    "told", [{"YANGGUANG_VAR": "empty"}, {"DATABASE_URL": "postgresql:///x?host=/nowhere"}]
)
def test_without_a_database_it_is_a_sentence(
    site: Path, tmp_path: Path, told: dict[str, str]
) -> None:
    told = {**told, "YANGGUANG_VAR": str(tmp_path)}

    done = ran(site, "verify-ledger", **told)

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "数据库" in done.stderr
