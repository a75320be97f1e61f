"""Killed in the middle of a letter: the number is free again, no file is left over, all holds."""

import time

import pytest
from django.conf import settings

from tests import town
from tests.portal.requests import working
from yangguang.casework import attachments
from yangguang.casework.models import Attachment, IssuedLetter
from yangguang.casework.rebuilding import differences
from yangguang.casework.verification import broken_chains
from yangguang.inforequests.actions import issuing, letters

TWO_DAYS = 2 * 24 * 60 * 60


class Killed(BaseException):
    """What no `except Exception` catches, as little as a kill."""


def _on_disk() -> set[str]:
    return {path.name for path in settings.ATTACHMENTS_FOLDER.glob("??/*")}


@pytest.mark.parametrize(
    "where",
    [(attachments, "attach"), (issuing, "take_effect"), (IssuedLetter, "save")],
    ids=["keeping the file", "writing the ledger", "numbering"],
)
def test_wherever_it_dies(where: tuple[object, str], monkeypatch: pytest.MonkeyPatch) -> None:
    office = town.office()
    case = town.request_at(office.agency).case
    working.draft_answer(case, office)
    working.approve(case, *office.approvers())
    before = (case.events.count(), Attachment.objects.count())

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(*where, die)
        letters.issue(case, town.may(office.handler))

    assert (case.events.count(), Attachment.objects.count()) == before
    assert attachments.sweep(time.time() + TWO_DAYS) == 1
    assert _on_disk() == set(Attachment.objects.values_list("stored", flat=True))
    issued = letters.issue(case, town.may(office.handler))
    assert issued.number.endswith("1号")
    assert attachments.content_of(issued.file).startswith(b"%PDF")
    assert IssuedLetter.objects.count() == 1
    assert (list(broken_chains()), list(differences())) == ([], [])
