"""Pictures of pages are the visitor's own: nobody else gets them, and they go with the result."""

from pathlib import Path

import pytest
from django.test import Client, override_settings

from tests.annual_report.reading.pdf.test_hostile_pdfs import REFUSED
from tests.portal.visiting import a_file, files_in, send, text_of, words_of
from tests.portal.visiting_pdf import a_pdf, drawn, kept
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.worker import Worker
from yangguang.portal.rooms import Gone, Room


def test_another_session_gets_none(client: Client, var: Path) -> None:
    address = drawn(client, var, a_pdf())
    stranger = Client()
    send(stranger, a_pdf(1))

    assert client.get(f"{address}/pages/1.webp").status_code == 200
    assert stranger.get(f"{address}/pages/1.webp").status_code == 404
    assert Client().get(f"{address}/pages/1.webp").status_code == 404


@pytest.mark.parametrize("page", ["0", "99", "999999999999999999999"])
def test_a_page_that_is_not_there_is_not_found(client: Client, var: Path, page: str) -> None:
    address = drawn(client, var, a_pdf())

    assert client.get(f"{address}/pages/{page}.webp").status_code == 404


def test_the_file_itself_is_gone_once_they_are_drawn(client: Client, var: Path) -> None:
    upload = a_pdf()
    body = upload.read()
    upload.seek(0)

    drawn(client, var, upload)

    assert files_in(var / "incoming") == []
    assert all(body[:200] not in path.read_bytes() for path in files_in(var))


def test_they_are_closed_to_other_users_of_the_machine(client: Client, var: Path) -> None:
    drawn(client, var, a_pdf())

    pictures = list(var.rglob("*.webp"))

    assert pictures
    assert all(path.stat().st_mode & 0o077 == 0 for path in pictures)


def test_deleting_the_report_deletes_them(client: Client, var: Path) -> None:
    address = drawn(client, var, a_pdf())

    client.post(f"{address}/delete")

    assert not list(var.rglob("*.webp"))


def test_deleting_everything_deletes_them(client: Client, var: Path) -> None:
    drawn(client, var, a_pdf())

    client.post("/checkups/delete")

    assert files_in(var) == []


@override_settings(CHECKUPS_PER_SESSION=1)
def test_they_go_with_the_oldest_result(client: Client, var: Path) -> None:
    first = drawn(client, var, a_pdf(0))
    second = drawn(client, var, a_pdf(1))

    assert client.get(f"{first}/pages/1.webp").status_code == 404
    assert client.get(f"{second}/pages/1.webp").status_code == 200


def test_they_count_against_a_session_s_share(client: Client, var: Path) -> None:
    first = drawn(client, var, a_pdf(0))
    of_first = sum(path.stat().st_size for path in var.rglob("*.webp"))

    with override_settings(CHECKUPS_SESSION_BYTES=of_first):
        second = drawn(client, var, a_pdf(1))

    assert [client.get(address).status_code for address in (first, second)] == [404, 200]


def test_a_picture_that_comes_after_its_report_was_deleted_is_not_kept(
    client: Client, var: Path
) -> None:
    address = drawn(client, var, a_pdf())
    checkup = kept(var, address)
    (folder,) = (var / "checkups").iterdir()
    client.post(f"{address}/delete")

    with pytest.raises(Gone):
        Room(folder).keep_picture(checkup.id, checkup.pages[0], b"late")

    assert not list(var.rglob("*.webp"))


@pytest.mark.parametrize("name", ["encrypted", "truncated", "five thousand pages", "nested arrays"])
def test_a_hostile_file_leaves_a_sentence_and_nothing_else(
    client: Client, var: Path, name: str
) -> None:
    data, words = REFUSED[name]

    answer = send(client, a_file(data, "report.pdf"))

    assert answer.status_code == 422
    assert words in words_of(answer)
    assert files_in(var / "incoming") == []
    assert not [path for path in files_in(var) if path.suffix in (".webp", ".json")]


def test_a_page_that_cannot_be_drawn_does_not_take_the_others_along(
    client: Client, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = Worker.picture

    def fails_at_two(self: Worker, path: Path, number: int) -> dict:
        if number == 2:
            raise Unreadable("x")
        return draw(self, path, number)

    monkeypatch.setattr(Worker, "picture", fails_at_two)

    address = drawn(client, var, a_pdf())

    page = client.get(address)
    assert "第 2 页没有画成图片。" in words_of(page)
    assert "pages/1.webp" in text_of(page)
    assert "pages/3.webp" in text_of(page)
