"""A real scheduler and two real workers on this machine, started and ended here."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.annual_report.corpus.building import asked, built, everything, reports_in
from tests.cli.running import yangguang
from tests.ports import free_port
from yangguang.annual_report.corpus.batch import Batch
from yangguang.annual_report.corpus.build import build
from yangguang.annual_report.errors import Unbuildable
from yangguang.cli.corpus.cluster import Cluster

PATIENCE = 60


class Running(NamedTuple):
    """A scheduler's address, its process, and those of its workers."""

    address: str
    scheduler: "subprocess.Popen[bytes]"
    workers: list["subprocess.Popen[bytes]"]


@contextmanager
def _started(folder: Path, *words: str) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def _cluster(folder: Path, workers: int = 2) -> Iterator[Running]:
    from distributed import Client

    address = f"tcp://127.0.0.1:{free_port()}"
    host, port = address.removeprefix("tcp://").split(":")
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            _started(folder, "scheduler", "--host", host, "--port", port, "--no-dashboard")
        )
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--memory-limit", "0")
        started = [
            stack.enter_context(_started(folder, "worker", address, "--host", host, *options))
            for _ in range(workers)
        ]
        with Client(address, timeout=PATIENCE, set_as_default=False) as client:
            if workers:
                client.wait_for_workers(workers, timeout=PATIENCE)
        yield Running(address, scheduler, started)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with _cluster(tmp_path_factory.mktemp("dask")) as running:
        yield running


def test_the_rows_are_those_of_a_build_on_one_machine(cluster: Running, tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 30)
    (folder / "bad.txt").write_text("no report")

    said = yangguang(
        "corpus", "build", folder, "--out", tmp_path / "out", "--scheduler", cluster.address
    )

    assert said.exit_code == 0, said.stderr
    assert "现有报告 30 份，内容重复的文件 0 个，读不了的 1 个。" in said.stdout
    built(folder, tmp_path / "here")
    assert everything(tmp_path / "out") == everything(tmp_path / "here")


class AfterTheFirst(Cluster):
    """Does something once the first batch is done."""

    then: Callable[[], None]

    def next_done(self):
        told = super().next_done()
        then, self.then = self.then, lambda: None
        then()
        return told


def _after_the_first(address: str, then: Callable[[], None]) -> AfterTheFirst:
    readers = AfterTheFirst(address)
    readers.then = then
    return readers


def test_a_worker_killed_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 40)
    (tmp_path / "dask").mkdir()
    with _cluster(tmp_path / "dask") as running:
        build(
            folder,
            tmp_path / "out",
            lambda: _after_the_first(running.address, running.workers[0].kill),
        )

        assert running.workers[0].wait() == -signal.SIGKILL
    built(folder, tmp_path / "here")
    assert everything(tmp_path / "out") == everything(tmp_path / "here")


def test_a_scheduler_that_goes_is_said_and_the_build_goes_on_without_it(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 40), tmp_path / "out"
    (tmp_path / "dask").mkdir()
    with _cluster(tmp_path / "dask") as running, pytest.raises(Unbuildable, match="集群没有做完"):
        build(folder, out, lambda: _after_the_first(running.address, running.scheduler.kill))

    again = built(folder, out)

    assert again.read < 40
    assert asked(out, "SELECT count(*) FROM reports") == [(40,)]


def test_no_scheduler_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yangguang.cli.corpus.cluster.CONNECTING", 1)
    folder = reports_in(tmp_path / "in", 1)
    for address in (f"tcp://127.0.0.1:{free_port()}", "nonsense://x"):
        said = yangguang(
            "corpus", "build", folder, "--out", tmp_path / "out", "--scheduler", address
        )

        assert said.exit_code == 2
        assert "连不上调度器" in said.stderr


def test_no_workers_there_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "dask").mkdir()
    with (
        _cluster(tmp_path / "dask", workers=0) as running,
        pytest.raises(Unbuildable, match="没有工作进程"),
    ):
        Cluster(running.address)


def test_folders_that_a_worker_does_not_see_are_said(cluster: Running, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    with Cluster(cluster.address) as readers:
        readers.submit(Batch(nowhere, nowhere, "000001-00000001", (b"x",)))

        with pytest.raises(Unbuildable, match="看不到"):
            readers.next_done()


def test_a_worker_of_another_version_is_said(cluster: Running, tmp_path: Path) -> None:
    with Cluster(cluster.address) as readers:
        readers.submit(Batch(tmp_path, tmp_path, "000001-00000001", (b"x",), program="0"))

        with pytest.raises(Unbuildable, match="版本要相同"):
            readers.next_done()


def test_no_more_batches_travel_than_the_workers_can_hold(cluster: Running, tmp_path: Path) -> None:
    in_hand = most = 0

    class Counting(Cluster):
        def submit(self, batch: Batch) -> None:
            nonlocal in_hand, most
            in_hand += 1
            most = max(most, in_hand)
            super().submit(batch)

        def next_done(self):
            nonlocal in_hand
            told = super().next_done()
            in_hand -= 1
            return told

    build(reports_in(tmp_path / "in", 48), tmp_path / "out", lambda: Counting(cluster.address))

    assert most == 4
