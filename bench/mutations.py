"""200,000 damaged files of all formats, read in confined processes: what is no sentence is counted.

`failed` are exceptions other than Unreadable, `died` are processes that ended, `over_limit` are
files that took more time, memory or text than is allowed. `MUTATIONS` says how many files in all,
`FIRST_MUTATION` from which seed on. What went wrong is read again alone and told with its seed:

    python -m bench.mutations FORMAT SEED
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import Final

from bench.figure import Figure
from tests.generator.mutation import mutated
from yangguang.annual_report import Unreadable, worker
from yangguang.annual_report.worker import CRASHED, TOO_MUCH_MEMORY, TOO_MUCH_TEXT, Worker

FILES: Final = int(os.environ.get("MUTATIONS", "200000"))
FIRST: Final = int(os.environ.get("FIRST_MUTATION", "0"))
SHARES: Final = {
    "text": 0.25,
    "html": 0.25,
    "docx": 0.15,
    "xlsx": 0.15,
    "pdf": 0.15,
    "json": 0.05,
}
_PROCESSES: Final = int(os.environ.get("MUTATION_PROCESSES", os.cpu_count() or 1))
_ALONE_SECONDS: Final = 120

Job = tuple[str, int]
Outcome = tuple[str, str, int, str]


@cache
def _worker() -> Worker:
    """This process's worker: its child reads file after file, as it does for the page."""
    return Worker()


def _outcome(job: Job) -> Outcome:
    """What became of a damaged file: kind, format, seed, and what to tell of it."""
    format, seed = job
    name, data = mutated(format, seed)
    with tempfile.NamedTemporaryFile(prefix="yangguang-", dir=_memory()) as file:
        file.write(data)
        file.flush()
        try:
            _worker().read(Path(file.name), name)
        except Unreadable as reason:
            return _refused(str(reason), format, seed)
    return "read", format, seed, ""


def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _refused(sentence: str, format: str, seed: int) -> Outcome:
    if sentence == CRASHED:
        kind, told = _alone(format, seed)
        return kind, format, seed, told
    slow = sentence.endswith(worker.TOO_SLOW.partition("{seconds:g}")[2])
    if slow or sentence in (TOO_MUCH_MEMORY, TOO_MUCH_TEXT):
        return "over_limit", format, seed, sentence
    return "refused", format, seed, ""


def _alone(format: str, seed: int) -> tuple[str, str]:
    """The file read again in a process that says what it raised."""
    command = [sys.executable, "-m", "bench.mutations", format, str(seed)]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, text=True, timeout=_ALONE_SECONDS
        )
    except subprocess.TimeoutExpired:
        return "died", "endless when read alone"
    if done.returncode < 0:
        return "died", f"ended by signal {-done.returncode}"
    if done.returncode == 0:
        return "died", "not so when read alone: the confined process met a limit"
    return "failed", done.stderr.strip().splitlines()[-1]


def mutations() -> Iterator[Figure]:
    """Files tried by format, and what went wrong; each such file is printed with its seed."""
    jobs = [
        (format, seed)
        for format, share in SHARES.items()
        for seed in range(FIRST, FIRST + round(FILES * share))
    ]
    tried: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    read: Counter[str] = Counter()
    with Pool(_PROCESSES) as pool:
        for kind, format, seed, told in pool.imap_unordered(_outcome, jobs, 50):
            tried[format] += 1
            wrong[kind] += kind in ("failed", "died", "over_limit")
            read[format] += kind == "read"
            if told:
                print(f"{kind}: {format} {seed}: {told}", flush=True)
    for format in SHARES:
        yield Figure(f"mutations.{format}.tried", tried[format], "files")
        yield Figure(f"mutations.{format}.read", read[format], "files")
    for kind in ("failed", "died", "over_limit"):
        yield Figure(f"mutations.{kind}", wrong[kind], "files")


def _read_alone(format: str, seed: int) -> None:
    with tempfile.NamedTemporaryFile(prefix="yangguang-") as file:
        name, data = mutated(format, seed)
        file.write(data)
        file.flush()
        try:
            answer = worker.handle({"job": "read", "path": file.name, "name": name})
            print(len(json.dumps(answer, ensure_ascii=False).encode()), "bytes")
        except Unreadable as reason:
            print(reason)


if __name__ == "__main__":
    _read_alone(sys.argv[1], int(sys.argv[2]))
