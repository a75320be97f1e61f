"""The site for tests: its own folders, deleted with the test, and no secret key on disk."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["YANGGUANG_SECRET_KEY"] = "a key for tests only"
os.environ["DJANGO_SETTINGS_MODULE"] = "yangguang.site.settings"

import django
from django.test import Client, override_settings
from django.test.utils import setup_test_environment

django.setup()
setup_test_environment()


@pytest.fixture(autouse=True)
def var(tmp_path: Path) -> Iterator[Path]:
    """The folder in which this test's uploads live."""
    folder = tmp_path / "var"
    incoming = folder / "incoming"
    incoming.mkdir(parents=True)
    with override_settings(CHECKUPS_FOLDER=folder / "checkups", FILE_UPLOAD_TEMP_DIR=incoming):
        yield folder


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no reason to answer before the reading is done."""
    monkeypatch.setattr("yangguang.portal.views.home.SHORT_WAIT_SECONDS", 60)


@pytest.fixture
def client() -> Client:
    """A visitor's browser; a failure gives the page that the visitor would see."""
    return Client(raise_request_exception=False)
