"""Every test here has the database, a folder for files, a moment, and an office if it asks."""

import pytest

from tests import town
from tests.prepared import prepared

__all__ = ["prepared"]


@pytest.fixture
def office() -> town.Office:
    """An office with its people."""
    return town.office()
