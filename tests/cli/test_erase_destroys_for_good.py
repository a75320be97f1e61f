"""`yangguang erase` destroys a closed case's personal data; the ledger holds and says so."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.on_a_site import founded, ran

_TWO_CASES = """
import django; django.setup()
from tests import town
from yangguang.casework.attachments import Upload
from yangguang.inforequests.actions import applicant
office = town.agency()
png = b"\\x89PNG\\r\\n\\x1a\\n" + bytes(100)
applicant.withdraw(town.request_at(office, [Upload("a.png", png)]).case, "不需要了")
town.request_at(office)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return founded(tmp_path_factory.mktemp("var"), _TWO_CASES)


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    """A site with a withdrawn request and an open one."""
    return shutil.copytree(made, tmp_path / "var")


def _asked(site: Path, sql: str) -> list[tuple]:
    with closing(sqlite3.connect(site / "yangguang.sqlite3")) as database:
        return database.execute(sql).fetchall()


def _numbers(site: Path) -> list[str]:
    return [number for (number,) in _asked(site, "SELECT number FROM casework_case ORDER BY id")]


def _files(site: Path) -> int:
    return sum(path.is_file() for path in (site / "attachments").rglob("*"))


def test_confirmed_it_destroys_the_keys_and_the_files_and_the_ledger_verifies(site: Path) -> None:
    number, _ = _numbers(site)

    done = ran(site, "erase", number, "--reason", "period_over", typed=f"{number}\n")

    assert (done.returncode, done.stderr) == (0, "")
    assert "将要销毁，不能恢复" in done.stdout
    assert "林晓" not in done.stdout
    assert "附件和发出的文书文件：1 个" in done.stdout
    assert "保存期限已经届满" in done.stdout
    assert "台账完好" in done.stdout
    assert _files(site) == 0
    assert ran(site, "verify-ledger").returncode == 0
    assert ran(site, "rebuild-state", "--verify").returncode == 0
    ((basis, actor),) = _asked(
        site,
        "SELECT payload ->> 'basis', actor_id FROM casework_event WHERE kind = 'erased'",
    )
    assert (basis, actor) == ("period_over", None)


@pytest.mark.parametrize("typed", ["", "y\n"])
def test_without_the_number_typed_again_nothing_is_destroyed(site: Path, typed: str) -> None:
    number, _ = _numbers(site)

    done = ran(site, "erase", number, "--reason", "period_over", typed=typed)

    assert done.returncode == 1
    assert "没有销毁" in done.stderr
    assert _files(site) == 1
    assert not _asked(site, "SELECT 1 FROM casework_event WHERE kind = 'erased'")


def test_what_cannot_be_erased_is_a_sentence_and_nothing_is_asked(site: Path) -> None:
    closed, still_open = _numbers(site)
    ran(site, "erase", closed, "--reason", "period_over", typed=f"{closed}\n")

    for number, sentence in {
        still_open: "还没有办结",
        closed: "已经销毁过",
        "nobody": "没有编号为 nobody 的案件",
    }.items():
        done = ran(site, "erase", number, "--reason", "period_over", typed=f"{number}\n")
        assert done.returncode == 2
        assert sentence in done.stderr
        assert done.stdout == ""
