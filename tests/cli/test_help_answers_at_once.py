import subprocess
import sys
import time
from pathlib import Path

YANGGUANG = Path(sys.executable).with_name("yangguang")


def _seconds(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def test_help_answers_within_three_tenths_of_a_second() -> None:
    # The quickest of several: the suite's other workers slow single runs down.
    assert min(_seconds(str(YANGGUANG), "--help") for _ in range(8)) <= 0.3


def test_help_loads_neither_the_report_nor_the_site() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, yangguang.cli.app; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )

    loaded = set(said.stdout.split())
    heavy = {"yangguang.annual_report", "django", "gunicorn", "opencc", "selectolax"}

    assert "yangguang.cli.read" in loaded
    assert not heavy & loaded
