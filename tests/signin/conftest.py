"""As in the workspace: the database, folders, a moment."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings

from yangguang.casework import moment

MONDAY = datetime(2026, 2, 9, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""Received on this day, a request is due on 13 March."""


@pytest.fixture(autouse=True)
def _prepared(db: None, tmp_path: Path) -> Iterator[None]:
    incoming = tmp_path / "incoming"
    incoming.mkdir()
    folders = {
        "ATTACHMENTS_FOLDER": tmp_path / "attachments",
        "CHECKUPS_FOLDER": tmp_path / "checkups",
        "FILE_UPLOAD_TEMP_DIR": incoming,
    }
    with override_settings(**folders), moment.standing_at(MONDAY):
        yield
