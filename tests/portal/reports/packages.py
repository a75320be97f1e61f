"""The data package as someone has taken it along."""

import csv
import io
import json
from typing import Any, NamedTuple
from zipfile import ZipFile

from django.test import Client

HERE = "/reports/data.zip"


class Package(NamedTuple):
    """What came: the descriptor, and the files by name."""

    described: dict[str, Any]
    files: dict[str, bytes]

    def rows(self, name: str) -> list[dict[str, str]]:
        """The lines of a resource, by the names of its columns."""
        return list(csv.DictReader(io.StringIO(self.files[f"{name}.csv"].decode(), newline="")))


def taken(browser: Client | None = None) -> Package:
    """The package of now, whole."""
    answer = (browser or Client()).get(HERE)
    assert answer.status_code == 200
    with ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as zipped:
        assert zipped.testzip() is None
        files = {name: zipped.read(name) for name in zipped.namelist()}
    return Package(json.loads(files["datapackage.json"]), files)
