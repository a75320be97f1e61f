"""The site for tests: its own folders, deleted with the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client, override_settings

from tests.prepared import patience

__all__ = ["patience"]


@pytest.fixture(autouse=True)
def var(tmp_path: Path) -> Iterator[Path]:
    """The folder in which this test's uploads live."""
    folder = tmp_path / "var"
    incoming = folder / "incoming"
    incoming.mkdir(parents=True)
    with override_settings(CHECKUPS_FOLDER=folder / "checkups", FILE_UPLOAD_TEMP_DIR=incoming):
        yield folder


@pytest.fixture
def client() -> Client:
    """A visitor's browser; a failure gives the page that the visitor would see."""
    return Client(raise_request_exception=False)
