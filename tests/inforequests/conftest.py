"""Every test here has the database, a folder for files, and stands at a moment."""

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
    with override_settings(ATTACHMENTS_FOLDER=tmp_path), moment.standing_at(MONDAY):
        yield
