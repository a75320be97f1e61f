"""`yangguang requests import` brings a table in: looked through first, then all of it, once."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.on_a_site import founded, ran
from tests.inforequests import tables

_OFFICE = """
import django; django.setup()
from tests import town
town.office()
"""
_IN = ("--agency", "jiaotong", "--by", "staff-1")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an office and no requests."""
    return founded(tmp_path_factory.mktemp("var"), _OFFICE)


def _cases(site: Path) -> int:
    with closing(sqlite3.connect(site / "yangguang.sqlite3")) as database:
        return database.execute("SELECT count(*) FROM casework_case").fetchone()[0]


def test_it_is_looked_through_then_brought_in_and_only_once(site: Path, tmp_path: Path) -> None:
    table, codes = tmp_path / "table.csv", tmp_path / "codes.csv"
    table.write_bytes(tables.as_csv(tables.rows([tables.request("A-1"), tables.request("=A-2")])))

    dry = ran(site, "requests", "import", str(table), *_IN, "--dry-run")
    none_yet = _cases(site)
    done = ran(site, "requests", "import", str(table), *_IN, "--codes", str(codes))
    again = ran(site, "requests", "import", str(table), *_IN)

    assert (dry.returncode, dry.stderr, none_yet) == (0, "", 0)
    assert "可以导入 2 件" in dry.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert "导入了 2 件" in done.stdout
    assert "导入了 0 件；以前导入过的 2 件" in again.stdout
    assert _cases(site) == 2
    kept = codes.read_text("utf-8-sig").splitlines()
    assert [line.split(",")[1] for line in kept] == ["来源编号", "A-1", "'=A-2"]
    assert codes.stat().st_mode & 0o077 == 0


def test_what_is_wrong_is_told_and_nothing_comes_in(site: Path, tmp_path: Path) -> None:
    table, codes = tmp_path / "table.xlsx", tmp_path / "codes.csv"
    requests = [tables.request("B-1"), tables.request("B-2", PHONE="周岚")]
    table.write_bytes(tables.as_xlsx(tables.rows(requests)))
    before = _cases(site)

    done = ran(site, "requests", "import", str(table), *_IN, "--codes", str(codes))

    assert done.returncode == 1
    assert "第 3 行，联系电话：" in done.stderr
    assert "周岚" not in done.stderr + done.stdout
    assert _cases(site) == before
    assert not codes.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing.csv", *_IN), "没有这个文件"),
        ((__file__, "--agency", "jiaotong", "--by", "staff-4"), "没有在这个机关登记申请的权限"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    site: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = ran(site, "requests", "import", *arguments)

    assert done.returncode == 2
    assert said in done.stderr
