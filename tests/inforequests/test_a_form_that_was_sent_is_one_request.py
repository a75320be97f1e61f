"""A form has a one-time token: sent again it finds the request that it made."""

import pytest

from tests import town
from yangguang.casework import attachments
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Attachment, Case

PNG = b"\x89PNG\r\n\x1a\n" + bytes(9)


def test_sent_again_it_is_the_same_request_and_the_code_is_not_shown_again() -> None:
    agency = town.agency()
    first = town.request_at(agency, token="a form")

    again = town.request_at(agency, token="a form")

    assert (again.case, again.code) == (first.case, "")


@pytest.mark.parametrize("token", ["", "x" * 65])
def test_a_form_without_a_token_of_its_own_is_refused(token: str) -> None:
    from yangguang.inforequests.actions.receive import submit

    with pytest.raises(Mistakes):
        submit(town.agency(), town.APPLICATION, [], token)


def test_a_file_sent_again_after_a_fault_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    agency = town.agency()
    record = "yangguang.inforequests.taking_in.ledger.begin"
    with monkeypatch.context() as patched, pytest.raises(OSError):
        patched.setattr(record, lambda *_, **__: (_ for _ in ()).throw(OSError))
        town.request_at(agency, [Upload("a.png", PNG)], token="a form")
    assert not Case.objects.exists()

    town.request_at(agency, [Upload("a.png", PNG)], token="a form")

    assert attachments.content_of(Attachment.objects.get()) == PNG
