"""Every test here has the database and stands on a Monday, when a request is due on 13 March."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from tests import town
from tests.prepared import MONDAY
from yangguang.agencies.models import Agency
from yangguang.casework import moment


@pytest.fixture(autouse=True)
def _prepared(db: None, tmp_path: Path) -> Iterator[None]:
    with override_settings(ATTACHMENTS_FOLDER=tmp_path / "attachments"), moment.standing_at(MONDAY):
        yield


@pytest.fixture
def agency() -> Agency:
    """An agency that can be asked."""
    return town.agency()
