import resource
import subprocess
import sys
from pathlib import Path

YANGGUANG = Path(sys.executable).with_name("yangguang")


def _processor_seconds(*command: str) -> float:
    """What a command costs. On an idle machine that is its time by the clock (`make bench`)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_help_answers_within_three_tenths_of_a_second() -> None:
    # By the clock the suite's other workers would count; the quickest of several, likewise.
    assert min(_processor_seconds(str(YANGGUANG), "--help") for _ in range(6)) <= 0.3


def test_help_loads_neither_the_report_nor_the_site() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, yangguang.cli.app; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )

    loaded = set(said.stdout.split())
    heavy = {
        "yangguang.annual_report.reading",
        "lxml",
        "distributed",
        "django",
        "duckdb",
        "gunicorn",
        "opencc",
        "pyarrow",
        "selectolax",
    }

    assert "yangguang.cli.read" in loaded
    assert not heavy & loaded
