"""Every test here has the database, folders for files, and stands at a moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests.prepared import prepared

__all__ = ["prepared"]


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path) -> Iterator[None]:
    incoming = tmp_path / "incoming"
    incoming.mkdir()
    folders = {
        "CHECKUPS_FOLDER": tmp_path / "checkups",
        "FILE_UPLOAD_TEMP_DIR": incoming,
        "TICK_LOCK": tmp_path / "tick.lock",
    }
    with override_settings(**folders):
        yield
