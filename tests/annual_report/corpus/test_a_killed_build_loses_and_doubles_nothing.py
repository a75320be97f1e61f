"""Builds really killed, with SIGKILL to their process group, at random moments."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from tests.annual_report.corpus.building import built, everything, reports_in
from yangguang.annual_report.corpus import build as build_module
from yangguang.annual_report.corpus import publish
from yangguang.annual_report.corpus.batch import Batch
from yangguang.annual_report.corpus.build import SMALLEST_BATCH, build
from yangguang.annual_report.corpus.place import find
from yangguang.annual_report.corpus.processes import Processes

KILLS = 4


def _start(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    command = ["corpus", "build", str(folder), "--out", str(out)]
    program = "import sys, yangguang.cli; sys.argv[0] = 'yangguang'; yangguang.cli.main()"
    return subprocess.Popen(
        [sys.executable, "-c", program, *command, "--processes", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _kill(build: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):  # it may have come to its end
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()


def _parts(out: Path) -> int:
    return sum(not part.name.startswith(".") for part in (out / "parts").iterdir())


def test_killed_again_and_again_it_ends_as_if_undisturbed(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 6), tmp_path / "out"
    built(folder, out)
    before = everything(out)
    reports_in(folder, 40, first=20)
    (folder / "0" / "0003.txt").unlink()
    (folder / "copy.txt").write_bytes((folder / "1" / "0001.txt").read_bytes())
    after = _of_anew(folder, tmp_path)
    random = Random(7)

    for _ in range(KILLS):
        running = _start(folder, out)
        had, moment = _parts(out), random.uniform(0, 1)
        while running.poll() is None and _parts(out) == had:
            time.sleep(0.01)  # a start-up alone would teach nothing
        time.sleep(moment * moment)
        _kill(running)
        assert everything(out) in (before, after)

    built(folder, out)

    assert everything(out) == after
    assert [part for part in (out / "parts").iterdir() if part.name.startswith(".")] == []


def _of_anew(folder: Path, tmp_path: Path) -> dict[str, list[str]]:
    built(folder, tmp_path / "anew")
    return everything(tmp_path / "anew")


@pytest.mark.parametrize("step", ["_make", "_settle_all", "_turn", "clear_away"])
def test_broken_off_while_the_tables_are_made_it_ends_as_if_undisturbed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    folder, out = reports_in(tmp_path / "in", 3), tmp_path / "out"
    built(folder, out)
    before = everything(out)
    reports_in(folder, 2, first=7)

    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(build_module if step == "clear_away" else publish, step, killed)
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # nobody clears up
        built(folder, out)
    in_between = everything(out)
    built(folder, out)

    after = _of_anew(folder, tmp_path)
    assert in_between == (after if step == "clear_away" else before)
    assert everything(out) == after
    assert len(list((out / "generations").iterdir())) == 1


def test_a_process_that_dies_costs_nothing_but_another_try(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 16)

    class Fragile(Processes):
        deaths = 0

        def submit(self, batch: Batch) -> None:
            super().submit(batch)
            if self.deaths < 2:
                type(self).deaths += 1
                next(iter(self._busy.values()))._process.kill()

    build(folder, tmp_path / "out", lambda: Fragile(1))

    assert Fragile.deaths == 2
    assert everything(tmp_path / "out") == _of_anew(folder, tmp_path)


def test_what_a_killed_build_has_in_hand_is_at_most_a_batch_a_process(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 60), tmp_path / "out"
    running = _start(folder, out)
    while not (out / "parts").is_dir() or _parts(out) < 3:
        time.sleep(0.01)
    _kill(running)
    kept = _parts(out)

    again = built(folder, out)

    assert again.read <= 60 - SMALLEST_BATCH * kept
    assert find(out).tables.exists()
