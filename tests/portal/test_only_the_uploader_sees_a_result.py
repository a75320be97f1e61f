from pathlib import Path

import pytest
from django.test import Client

from tests.portal.visiting import a_report, result_of, text_of

OF_A_CHECKUP = (
    "",
    "/report.json",
    "/report.docx",
    "/delete",
    "/answer",
    "/reopen",
    "/repair",
    "/unrepair",
)
READ_ONLY = ("", "/report.json", "/report.docx")


@pytest.mark.parametrize("part", OF_A_CHECKUP)
def test_another_session_finds_nothing_there(client: Client, tmp_path: Path, part: str) -> None:
    address = result_of(client, a_report(tmp_path)) + part
    stranger = Client()

    answer = stranger.get(address) if part in READ_ONLY else stranger.post(address)

    assert answer.status_code == 404
    assert client.get(address).status_code == (200 if part in READ_ONLY else 405)


def test_another_session_with_uploads_of_its_own_finds_nothing_either(
    client: Client, tmp_path: Path
) -> None:
    address = result_of(client, a_report(tmp_path))
    stranger = Client()
    result_of(stranger, a_report(tmp_path, year=2022))

    assert stranger.get(address).status_code == 404


def test_a_stranger_s_list_is_empty(client: Client, tmp_path: Path) -> None:
    result_of(client, a_report(tmp_path))

    page = text_of(Client().get("/checkups"))

    assert "report-2023.html" not in page
    assert "这里还没有报告" in page


@pytest.mark.parametrize("name", ["0" * 32, "..%2f..%2fsecret-key", "x"])
def test_an_address_that_never_was_is_not_found(client: Client, tmp_path: Path, name: str) -> None:
    result_of(client, a_report(tmp_path))

    assert client.get(f"/checkups/{name}").status_code == 404


def test_a_forged_session_opens_no_room(client: Client, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path))
    client.cookies["yangguang"] = client.cookies["yangguang"].value + "x"

    assert client.get(address).status_code == 404
