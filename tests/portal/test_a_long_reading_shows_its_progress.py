import re
import threading
from pathlib import Path

import pytest
from django.test import Client

from tests.portal.visiting import a_report, send, text_of, words_of
from yangguang.annual_report.worker import Worker
from yangguang.portal.views import start


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Reading goes on until this is set; visitors are not kept waiting."""
    go_on = threading.Event()
    read = Worker.read

    def slowly(self: Worker, path: Path, name: str):
        go_on.wait(10)
        return read(self, path, name)

    monkeypatch.setattr(Worker, "read", slowly)
    monkeypatch.setattr(start, "SHORT_WAIT_SECONDS", 0.05)
    return go_on


def _wait_for_the_reading() -> None:
    for thread in threading.enumerate():
        if thread.name == "reading":
            thread.join()


def test_a_page_that_renews_itself_says_how_far_it_is(
    client: Client, tmp_path: Path, patience: threading.Event
) -> None:
    answer = send(client, a_report(tmp_path), a_report(tmp_path, year=2022))

    assert '<meta http-equiv="refresh"' in text_of(answer)
    assert "已完成 0 份，共 2 份" in words_of(answer)

    patience.set()
    _wait_for_the_reading()
    page = client.get("/checkups")
    assert '<meta http-equiv="refresh"' not in text_of(page)
    assert "2023 年" in words_of(page)


def test_deleting_one_meanwhile_does_not_cost_the_others(
    client: Client, tmp_path: Path, patience: threading.Event
) -> None:
    page = text_of(send(client, a_report(tmp_path), a_report(tmp_path, year=2022)))
    first = re.findall(r'action="(/checkups/[0-9a-f]+/delete)"', page)[0]

    client.post(first)
    patience.set()
    _wait_for_the_reading()

    words = words_of(client.get("/checkups"))
    assert "2022 年" in words
    assert "2023 年" not in words


def test_deleting_meanwhile_leaves_nothing(
    client: Client, var: Path, tmp_path: Path, patience: threading.Event
) -> None:
    send(client, a_report(tmp_path))

    client.post("/checkups/delete")
    patience.set()
    _wait_for_the_reading()

    assert list((var / "checkups").iterdir()) == []
    assert list((var / "incoming").iterdir()) == []
