"""Help answers at once because it loads next to nothing; `make bench ONLY=start` has the time."""

import subprocess
import sys


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
        "numpy",
        "opencc",
        "pyarrow",
        "selectolax",
    }

    assert "yangguang.cli.read" in loaded
    assert not heavy & loaded
