"""Where other people's reports lie, for tests that read them in place: they are never copied.

Set YANGGUANG_SHARED to the folder that holds `reports/`; by default it is `shared` beside the
repository.
"""

import os
from pathlib import Path
from typing import Final

import pytest

SHARED: Final = Path(
    os.environ.get("YANGGUANG_SHARED", Path(__file__).resolve().parents[1].parent / "shared")
)
SEEDS: Final = SHARED / "reports" / "seeds"
LAYOUTS: Final = SHARED / "reports" / "layouts"
PUBLISHED: Final = SHARED / "reports" / "published"
BLANK_FORM: Final = PUBLISHED / "official-template-2021.docx"

needs_shared_reports = pytest.mark.skipif(
    not SEEDS.is_dir(),
    reason="the shared reports are not there: set YANGGUANG_SHARED to the folder that holds them",
)


def seed(number: str) -> Path:
    """The text of the seed report whose file name begins with `number`, e.g. "003"."""
    return next(SEEDS.glob(f"{number}_*.txt"))
