import gc
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.test import Client

from tests.portal.visiting import a_report, files_in, result_of, text_of
from yangguang.portal import rooms

TWO_HOURS = 2 * 60 * 60


@contextmanager
def gc_at_rest() -> Iterator[None]:
    """What only the garbage collector would tidy up is seen."""
    gc.disable()
    yield
    gc.enable()


def _last_used(var: Path, seconds_ago: float) -> None:
    then = time.time() - seconds_ago
    for path in [*var.rglob("*"), var]:
        os.utime(path, (then, then))


def test_the_uploaded_file_is_gone_once_it_is_read(
    client: Client, var: Path, tmp_path: Path
) -> None:
    upload = a_report(tmp_path)
    body = upload.read()
    upload.seek(0)

    result_of(client, upload)

    assert files_in(var / "incoming") == []
    assert all(body not in path.read_bytes() for path in files_in(var))


class BreaksOff:
    """A request's body whose connection is reset in the middle of a file."""

    def __init__(self, folder: Path) -> None:
        self.parts = [
            b'--x\r\nContent-Disposition: form-data; name="report"; filename="a.txt"\r\n\r\n',
            b"z" * 200_000,
        ]
        self.folder = folder
        self.had_begun = False

    def read(self, size: int = -1) -> bytes:
        if self.parts:
            return self.parts.pop(0)
        self.had_begun = bool(files_in(self.folder))
        raise ConnectionResetError

    readline = read


def test_an_upload_that_breaks_off_leaves_nothing(client: Client, var: Path) -> None:
    sent = BreaksOff(var)

    with gc_at_rest():
        client.request(
            REQUEST_METHOD="POST",
            PATH_INFO="/checkups/new",
            CONTENT_TYPE="multipart/form-data; boundary=x",
            CONTENT_LENGTH="9000000",
            **{"wsgi.input": sent},
        )
        left = files_in(var)

    assert sent.had_begun
    assert left == []


def test_deleting_removes_everything_of_this_visitor_and_nothing_else(
    client: Client, var: Path, tmp_path: Path
) -> None:
    other = Client()
    kept = result_of(other, a_report(tmp_path, year=2022))
    gone = result_of(client, a_report(tmp_path))

    answer = client.post("/checkups/delete")

    assert "已经删除" in text_of(answer)
    assert client.get(gone).status_code == 404
    assert len(list((var / "checkups").iterdir())) == 1
    assert other.get(kept).status_code == 200


def test_who_still_writes_into_a_deleted_room_finds_it_gone(
    client: Client, var: Path, tmp_path: Path
) -> None:
    result_of(client, a_report(tmp_path))
    (folder,) = (var / "checkups").iterdir()
    room = rooms.Room(folder)
    (checkup,) = room.checkups()

    client.post("/checkups/delete")

    with pytest.raises(FileNotFoundError):
        room.save(checkup)
    assert files_in(var) == []


def test_one_report_can_be_deleted_by_itself(client: Client, tmp_path: Path) -> None:
    kept = result_of(client, a_report(tmp_path, year=2022))
    gone = result_of(client, a_report(tmp_path, year=2019))

    client.post(f"{gone}/delete")

    assert client.get(gone).status_code == 404
    assert client.get(kept).status_code == 200


@pytest.mark.parametrize(("idle", "stays"), [(TWO_HOURS - 60, True), (TWO_HOURS + 60, False)])
def test_what_nobody_used_for_two_hours_is_purged(
    client: Client, var: Path, tmp_path: Path, idle: float, stays: bool
) -> None:
    address = result_of(client, a_report(tmp_path))
    (var / "incoming" / "left").write_text("of a process that died")
    _last_used(var, idle)

    rooms.purge()

    assert bool(files_in(var)) is stays
    assert client.get(address).status_code == (200 if stays else 404)


def test_looking_at_a_result_counts_as_use(client: Client, var: Path, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path))
    _last_used(var, TWO_HOURS + 60)

    client.get(address)
    rooms.purge()

    assert client.get(address).status_code == 200


def test_another_s_upload_purges_too(client: Client, var: Path, tmp_path: Path) -> None:
    address = result_of(client, a_report(tmp_path))
    _last_used(var, TWO_HOURS + 60)

    result_of(Client(), a_report(tmp_path))

    assert client.get(address).status_code == 404


def test_rooms_and_results_are_closed_to_other_users_of_the_machine(
    client: Client, var: Path, tmp_path: Path
) -> None:
    result_of(client, a_report(tmp_path))

    (room,) = (var / "checkups").iterdir()
    (kept,) = room.glob("*.json")

    assert room.stat().st_mode & 0o077 == 0
    assert kept.stat().st_mode & 0o077 == 0


def test_looking_at_the_first_page_stores_nothing(client: Client, var: Path) -> None:
    client.get("/")

    assert files_in(var) == []
    assert "yangguang" not in client.cookies
