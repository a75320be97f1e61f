import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.worker import Limits, Worker

CHILD = (str(Path(__file__).with_name("misbehaving_child.py")),)
LIMITS = Limits(seconds=5, answer=1_000_000)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("x")
    return path


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(LIMITS, CHILD) as child:
        yield child


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        ("sleep", "5 秒还没有读完"),
        ("spin", "5 秒还没有读完"),
        ("devour", "内存太多"),
        ("die", "程序中断了"),
        ("fail", "程序中断了"),
        ("chatter", "比一份年度报告多得多"),
        ("write", "程序中断了"),
    ],
)
def test_each_misdeed_ends_in_a_sentence_and_the_next_file_is_read(
    worker: Worker, file: Path, deed: str, sentence: str
) -> None:
    with pytest.raises(Unreadable, match=sentence) as refusal:
        worker.read(file, deed)

    assert "words" not in str(refusal.value)
    assert worker.read(file, "fine")["job"]["name"] == "fine"


def test_it_does_not_wait_for_one_that_sleeps(worker: Worker, file: Path) -> None:
    began = time.monotonic()

    with pytest.raises(Unreadable):
        worker.read(file, "sleep")

    assert time.monotonic() - began < 60  # as long as it sleeps


def test_what_the_child_started_ends_with_it(file: Path) -> None:
    with Worker(LIMITS, CHILD) as worker:
        try:
            grandchild = worker.read(file, "breed")["child"]
        except Unreadable:
            return  # not as root: it could not even start one
    deadline = time.monotonic() + 30
    while _lives(grandchild) and time.monotonic() < deadline:
        time.sleep(0.05)

    assert not _lives(grandchild)


def _lives(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False


def test_the_child_knows_nothing_of_our_environment(
    monkeypatch: pytest.MonkeyPatch, worker: Worker, file: Path
) -> None:
    monkeypatch.setenv("YANGGUANG_SECRET_KEY", "secret")

    told = worker.read(file, "fine")

    assert "secret" not in told["environment"].values()
    assert told["group"] != os.getpgrp()
