"""Once the data are erased, or while the key is not there, pages say so; none of them fails."""

from django.test import Client, override_settings

from tests import town
from tests.portal.requests import asking, working
from tests.portal.visiting import text_of
from tests.workspace.at_work import AtWork, address, an_office, words_of
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case, IssuedLetter

PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(50)
DESTROYED = "已经按规定销毁"


def _answered() -> tuple[AtWork, Client, Case]:
    work, client = an_office(), Client(raise_request_exception=False)
    case = asking.ask(client, work.agency).case
    working.answer(case, work.office, uploads=[Upload("a.png", PHOTO)])
    return work, client, case


def test_the_applicant_with_an_open_session_is_told() -> None:
    _work, client, case = _answered()
    issued = IssuedLetter.objects.get()
    town.destroy(case)

    status = client.get(f"/requests/{case.number}")
    letter = client.get(f"/requests/{case.number}/letters/{issued.pk}")
    file = client.get(f"/requests/{case.number}/letters/{issued.pk}/{issued.file_id}")

    assert status.status_code == 200
    assert [letter.status_code, file.status_code] == [410, 410]
    assert all(DESTROYED in text_of(page) for page in (status, letter, file))


def test_the_office_is_told() -> None:
    work, _, case = _answered()
    issued = IssuedLetter.objects.get()
    town.destroy(case)
    party = address(case, f"party/{case.parties.get().pk}")

    shown = [
        work.handler.get(address(case)),
        work.handler.get(address(case, f"letter/{issued.pk}")),
        work.handler.get(address(case, "case-file")),
    ]
    refused = [
        work.handler.get(address(case, f"file/{issued.file_id}")),
        work.handler.post(party, {"reason": "contact"}),
    ]

    assert [page.status_code for page in shown] == [200, 200, 200]
    assert [page.status_code for page in refused] == [410, 410]
    assert all(DESTROYED in words_of(page) for page in refused)


def test_without_the_master_key_the_page_says_what_to_check() -> None:
    work, client, case = _answered()
    issued = IssuedLetter.objects.get()

    with override_settings(MASTER_KEYS=["another"]):
        letter = client.get(f"/requests/{case.number}/letters/{issued.pk}")
        file = work.handler.get(address(case, f"file/{issued.file_id}"))

    assert [letter.status_code, file.status_code] == [503, 503]
    assert "主密钥" in text_of(letter)
