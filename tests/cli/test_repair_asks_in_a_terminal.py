"""In a terminal `repair` asks about each proposal, and makes those that are agreed to."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.published import balanced, published
from yangguang.annual_report import read

WRONG = "table3.granted.natural_person"


def _answered(file: Path, answers: bytes) -> str:
    """What `repair` shows in a terminal where `answers` are typed."""
    ours, its_own = pty.openpty()
    command = [sys.executable, "-c", "from yangguang.cli.app import app; app()"]
    with subprocess.Popen(
        [*command, "repair", str(file)], stdin=its_own, stdout=its_own, stderr=its_own
    ) as child:
        os.close(its_own)
        os.write(ours, answers)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # the child has closed the terminal
            pass
        child.wait()
    os.close(ours)
    return shown.decode()


@pytest.mark.parametrize("answers", [b"y\n", "是\n".encode(), b"?\ny\n"])
def test_yes_makes_the_repair(tmp_path: Path, answers: bytes) -> None:
    file = published(tmp_path / "report.html", figures={**balanced(new=9), WRONG: 4})
    shown = _answered(file, answers)
    assert "采用这一条吗" in shown
    assert read(tmp_path / "report-修正.html").value(WRONG) == 9


@pytest.mark.parametrize("answers", [b"n\n", b"\n", b"\x04"])
def test_no_or_the_end_leaves_nothing(tmp_path: Path, answers: bytes) -> None:
    file = published(tmp_path / "report.html", figures={**balanced(new=9), WRONG: 4})
    shown = _answered(file, answers)
    assert "没有写出文件" in shown
    assert list(tmp_path.iterdir()) == [file]
