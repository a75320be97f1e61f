"""Every test here has the database, a folder for files, and stands at a moment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests.prepared import MONDAY
from yangguang.casework import moment

__all__ = ["MONDAY"]


@pytest.fixture(autouse=True)
def _prepared(db: None, tmp_path: Path) -> Iterator[None]:
    incoming = tmp_path / "incoming"
    incoming.mkdir()
    folders = {
        "ATTACHMENTS_FOLDER": tmp_path / "attachments",
        "CHECKUPS_FOLDER": tmp_path / "checkups",
        "PACKAGES_FOLDER": tmp_path / "packages",
        "FILE_UPLOAD_TEMP_DIR": incoming,
    }
    with override_settings(**folders), moment.standing_at(MONDAY):
        yield
