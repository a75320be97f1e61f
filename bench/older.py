"""Older office files: a Word document saved as such by LibreOffice, and read again through it."""

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import Score, example, score
from yangguang.annual_report import read

OLDER: Final = ("doc", "rtf")
_REPORTS: Final = 2


def older(ending: str) -> Score:
    """The score of some reports saved in the older format of that ending."""
    total = Score()
    for seed in range(_REPORTS):
        data, expected = example(seed, LAYOUTS["docx"], HAZARDS["none"])
        with TemporaryDirectory(prefix="yangguang-") as name:
            folder = Path(name)
            source = folder / "report.docx"
            source.write_bytes(data)
            saved_as(ending, source)
            total += score(expected, read(source.with_suffix(f".{ending}")))
    return total


def saved_as(ending: str, source: Path) -> None:
    """Save the document at `source` beside it in another format. Raises CalledProcessError."""
    folder = source.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder, source],
        check=True,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
    )
