"""The server is killed under load, again and again: what it acknowledged is there, whole."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import connection
from django.test import override_settings

from tests import town
from tests.inforequests import killed
from yangguang.casework import attachments, personal
from yangguang.casework.models import Case, Counter, FormToken
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests import query_code

ROOT = Path(__file__).parents[2]


class Receipt(NamedTuple):
    """What an applicant was shown."""

    number: str
    code: str
    token: str


def _environment(folder: Path) -> dict[str, str]:
    """The test's own database, folder and keys, for another process."""
    database = connection.settings_dict
    told = {"KILLED_DATABASE": str(database["NAME"]), "KILLED_FOLDER": str(folder)}
    return {**os.environ, **told, "DJANGO_SETTINGS_MODULE": "tests.inforequests.killed_settings"}


@pytest.mark.django_db(transaction=True)
def test_every_receipt_is_there_with_its_content_after_many_kills(tmp_path: Path) -> None:
    town.agency()
    folder = tmp_path / "attachments"
    command = [sys.executable, "-m", "tests.inforequests.killed", "20260209"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=_environment(folder), cwd=ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    receipts = [Receipt(*line.split(" ")) for line in done.stdout.splitlines()]
    assert len({one.token.partition("-")[0] for one in receipts}) == killed.ROUNDS

    with override_settings(ATTACHMENTS_FOLDER=folder):
        assert [one for one in receipts if not _is_whole(one)] == []
        again = killed.send(receipts[-1].token)
    assert (again.case.number, again.code) == (receipts[-1].number, "")
    assert not FormToken.objects.filter(case=None).exists()
    numbers = [int(one.number.rpartition("-")[2]) for one in Case.objects.order_by("pk")]
    assert numbers == list(range(1, Counter.objects.get().value + 1))
    assert len(numbers) >= len(receipts)
    assert list(broken_chains()) == []
    assert list(differences()) == []


def _is_whole(receipt: Receipt) -> bool:
    case = Case.objects.get(number=receipt.number)
    text, file = case.texts.get(kind="request"), case.attachments.get()
    words = personal.words_of(text)
    return (
        isinstance(words, dict)
        and words["wanted"] == killed.wanted(receipt.token)
        and attachments.content_of(file) == killed.content(receipt.token)
        and attachments.name_of(file) == f"{receipt.token}.png"
        and personal.particulars_of(case.parties.get()) == town.APPLICATION.applicant
        and query_code.matches(bytes(case.query_code), case.number, receipt.code)
    )
