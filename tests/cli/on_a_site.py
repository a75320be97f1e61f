"""A site in a folder of its own, and the command line run on it as its operator does."""

import os
import subprocess
import sys
from pathlib import Path


def environment(folder: Path) -> dict[str, str]:
    """What programs on the site in `folder` are told."""
    told = {
        "YANGGUANG_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "yangguang.site.settings",
        "YANGGUANG_MASTER_KEY": "old",
    }
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | told


def founded(folder: Path, script: str) -> Path:
    """The folder of a new site on which `script` was run."""
    (folder / "incoming").mkdir()
    for arguments in (["-m", "django", "migrate", "-v0"], ["-c", script]):
        subprocess.run(
            [sys.executable, *arguments],
            env=environment(folder),
            cwd=Path(__file__).parents[2],
            check=True,
        )
    return folder


def ran(
    site: Path, *arguments: str, typed: str = "", **told: str
) -> subprocess.CompletedProcess[str]:
    """`yangguang ARGUMENTS…` on the site, with `typed` on its standard input."""
    return subprocess.run(
        [sys.executable, "-c", "from yangguang.cli import main; main()", *arguments],
        env={**environment(site), **told},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )
