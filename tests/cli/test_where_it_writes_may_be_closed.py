"""Output that nobody reads, that has no room, or that is not there."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.published import published

YANGGUANG = Path(sys.executable).with_name("yangguang")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return published(tmp_path / "report.html")


@pytest.mark.parametrize("options", [["read", "--json"], ["read"], ["check"]])
def test_it_ends_quietly_when_nobody_reads_on(options: list[str], report: Path) -> None:
    command = [str(YANGGUANG), *options, *[str(report)] * 40]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.read(10)
        running.stdout.close()
        told = running.stderr.read()

    assert told == b""
    assert running.returncode in (0, -signal.SIGPIPE)


def test_a_full_disk_is_a_sentence(report: Path) -> None:
    with open("/dev/full", "wb") as full:
        ended = subprocess.run(
            [YANGGUANG, "read", report], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert ended.returncode == 74
    (sentence,) = ended.stderr.decode().splitlines()
    assert sentence.startswith("结果写不出去")


@pytest.mark.parametrize("options", ["read --json", "read --table", "check"])
def test_without_any_output_the_exit_code_still_tells(options: str, report: Path) -> None:
    ended = subprocess.run(f"'{YANGGUANG}' {options} '{report}' >&- 2>&-", shell=True, check=False)

    assert ended.returncode == 0
