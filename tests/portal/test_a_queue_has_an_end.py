import threading
from pathlib import Path

import pytest
from django.test import Client

from tests.portal.visiting import a_report, files_in, send, words_of
from yangguang.portal import reading


def test_when_too_many_wait_the_next_is_told_to_come_back(
    client: Client, var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PLACES", threading.BoundedSemaphore(1))
    reading._PLACES.acquire()

    answer = send(client, a_report(tmp_path))

    assert answer.status_code == 503
    assert "请过几分钟再上传一次" in words_of(answer)
    assert files_in(var / "incoming") == []
    assert list((var / "checkups").glob("*/*.json")) == []


def test_a_place_is_free_again_after_the_reading(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PLACES", threading.BoundedSemaphore(1))

    answers = [send(client, a_report(tmp_path, year=year)) for year in (2021, 2022)]

    assert [answer.status_code for answer in answers] == [200, 200]


def test_one_visitor_s_files_cannot_keep_the_others_waiting_for_long(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_TOGETHER_SECONDS", -1)

    answer = send(client, a_report(tmp_path))

    assert answer.status_code == 422
    assert "没有轮到这一份。请单独再传一次。" in words_of(answer)
