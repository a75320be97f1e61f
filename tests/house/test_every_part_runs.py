"""With CI set, a run from which the browser tests are missing is a failure (tests/conftest.py)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.house.repository import ROOT

BROWSER_TEST = "import pytest\n@pytest.mark.browser\ndef test_page(): {body}\n"
PLAIN_TEST = "def test_plain(): pass\n"


def _suite(folder: Path, test: str, *words: str, ci: bool) -> subprocess.CompletedProcess[str]:
    """Run a suite of one file under this project's conftest, without Chromium."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "conftest.py")
    (folder / "pytest.ini").write_text("[pytest]\ntestpaths = .\nmarkers =\n  browser\n")
    (folder / "test_it.py").write_text(test)
    told = {"PATH": "", "CI": "true" if ci else "", "PYTHONPATH": str(ROOT)}
    environment = {**os.environ, **told}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words]
    return subprocess.run(
        command, check=False, cwd=folder, env=environment, capture_output=True, text=True
    )


def test_browser_tests_that_ran_are_counted(tmp_path: Path) -> None:
    run = _suite(tmp_path, BROWSER_TEST.format(body="pass"), "-n", "2", ci=True)

    assert run.returncode == 0
    assert "browser tests: 1 passed" in run.stdout
    assert "1 passed in" in run.stdout.splitlines()[-1]


def test_a_suite_without_browser_tests_fails(tmp_path: Path) -> None:
    run = _suite(tmp_path, PLAIN_TEST, ci=True)

    assert run.returncode == 1
    assert "no browser test ran" in run.stdout


def test_a_browser_test_that_skips_fails_the_suite(tmp_path: Path) -> None:
    skipping = BROWSER_TEST.format(body="pytest.skip('no browser')")

    run = _suite(tmp_path, skipping, "-n", "2", ci=True)

    assert run.returncode == 1
    assert "1 browser tests were left out" in run.stdout


def test_without_chromium_a_developer_s_run_leaves_them_out_and_says_so(tmp_path: Path) -> None:
    run = _suite(tmp_path, BROWSER_TEST.format(body="assert False"), "-ra", ci=False)

    assert run.returncode == 0
    assert "Chromium is not installed" in run.stdout


def test_a_selection_of_tests_needs_no_browser(tmp_path: Path) -> None:
    assert _suite(tmp_path, PLAIN_TEST, "test_it.py", ci=True).returncode == 0
