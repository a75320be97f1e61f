"""`yangguang demo reset` and `yangguang serve --demo`, with a history of one request."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ports import free_port

_SHORT = """
from yangguang.cli import main
import yangguang.cli.demo as demo
whole = demo._built
def short():
    from yangguang.demo import building
    building.HISTORY = building.HISTORY[:1]
    return whole()
demo._built = short
main()
"""
_SOMEBODY_S = "import django; django.setup(); from tests import town; town.agency()"


def _environment(folder: Path) -> dict[str, str]:
    told = {"YANGGUANG_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "yangguang.site.settings"}
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | told


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", _SHORT, *arguments]


def _ran(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(*arguments),
        env=_environment(folder),
        cwd=Path(__file__).parents[2],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _asked(folder: Path, query: str) -> list[tuple]:
    database = sqlite3.connect(folder / "yangguang.sqlite3")
    found = database.execute(query).fetchall()
    database.close()
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration."""
    folder = tmp_path_factory.mktemp("var")
    done = _ran(folder, "demo", "reset")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def _files(site: Path) -> set[str]:
    return {one.name for one in (site / "attachments").glob("??/*")}


def test_where_there_is_nothing_it_is_built_without_asking(site: Path) -> None:
    requests = "SELECT count(*) FROM casework_case WHERE kind = 'information_request'"
    assert _asked(site, requests) == [(1,)]


def test_what_was_tried_there_is_not_thrown_away_unasked(site: Path) -> None:
    before = _files(site)

    done = _ran(site, "demo", "reset")

    assert done.returncode == 1
    assert "--yes" in done.stderr
    assert _files(site) == before


def test_with_yes_it_is_built_anew_with_nothing_left_of_the_old(site: Path) -> None:
    _ran(site, "anchor")
    before = _files(site)

    done = _ran(site, "demo", "reset", "--yes")
    proved = _ran(site, "verify-ledger")

    assert done.returncode == 0
    assert len(_files(site)) == len(before)
    assert not _files(site) & before
    assert proved.returncode == 0
    ((cases,),) = _asked(site, "SELECT count(*) FROM casework_case")
    assert proved.stdout.startswith(f"{cases} 个案件、")
    assert "0 个锚" in proved.stdout


@pytest.fixture(scope="module")
def somebody_s(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of an office."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "incoming").mkdir()
    for arguments in (["-m", "django", "migrate", "-v0"], ["-c", _SOMEBODY_S]):
        subprocess.run(
            [sys.executable, *arguments],
            env=_environment(folder),
            cwd=Path(__file__).parents[2],
            check=True,
        )
    return folder


def test_an_office_s_database_is_refused_and_stays(somebody_s: Path) -> None:
    done = _ran(somebody_s, "demo", "reset", "--yes")

    assert done.returncode == 2
    assert "不是演示城市，没有动它" in done.stderr
    assert _asked(somebody_s, "SELECT count(*) FROM agencies_agency") == [(1,)]


@contextmanager
def _serving(folder: Path, *options: str) -> Iterator[tuple[str, str]]:
    """The address at which a site answers, and what was said until then."""
    command = _command("serve", "--port", str(free_port()), *options)
    environment = _environment(folder)
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as site:
        try:
            assert site.stdout
            said = ""
            while "阳光已启动" not in said:
                line = site.stdout.readline()
                assert line, said
                said += line
            found = re.search(r"http://\S+", said)
            assert found
            yield found[0], said
        finally:
            site.send_signal(signal.SIGINT)


def _page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def test_served_as_a_demonstration_it_begins_with_one_and_says_who_can_sign_in(
    tmp_path: Path,
) -> None:
    with _serving(tmp_path, "--demo") as (address, said):
        page = _page(f"{address}account/login/")

    assert "liwenjing" in said
    assert "演示城市：人物、机关和申请都是虚构的" in page
    assert "liwenjing" in page


def test_served_plainly_a_site_never_becomes_one(tmp_path: Path) -> None:
    with _serving(tmp_path) as (address, said):
        page = _page(f"{address}account/login/")

    assert "演示" not in said + page
    assert _asked(tmp_path, "SELECT count(*) FROM agencies_agency") == [(0,)]


def test_an_office_s_site_is_begun_as_it_is(somebody_s: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from yangguang.cli.demo import begin; begin()"],
        env=_environment(somebody_s),
        capture_output=True,
        text=True,
        check=True,
    )

    assert "不是演示城市" in done.stdout
    assert _asked(somebody_s, "SELECT count(*) FROM agencies_agency") == [(1,)]
    assert _asked(somebody_s, "SELECT count(*) FROM demo_democity") == [(0,)]
