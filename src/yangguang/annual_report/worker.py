"""Reading files from strangers: in a child process that cannot take the machine with it.

The child has its own process group, a small address space, little time and an environment with
nothing in it. It answers each job with one line of JSON; what it answers is data, never code. When
it dies or dawdles, the file it was at is refused with a sentence, and the next gets a new child.

Limits: 512 MB of address space, 20 s of wall and processor time a file, no file written, no
process started, no core dump. Files of older office formats are first turned into newer ones by
LibreOffice, in a process with limits of its own (`reading/office.py`).
"""

import json
import os
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from yangguang.annual_report import as_json, read_bytes
from yangguang.annual_report.checking import Proposal, check
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.office import modern
from yangguang.annual_report.refusals import EMPTY, LARGEST, MB, NO_REPORT, too_large
from yangguang.annual_report.repair import apply

Json = dict[str, Any]
Handler = Callable[[Json], Json]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: bytes of memory, seconds a job, bytes of a file and of an answer."""

    memory: int = 512 * 1024 * 1024
    seconds: float = 20
    file: int = LARGEST
    answer: int = 8 * MB


LIMITS: Final = Limits()


_SAVE_AS: Final = "另存为网页（HTML）或文本后再试。"
TOO_SLOW: Final = "这份文件读了 {seconds:g} 秒还没有读完，已经停下。请把报告正文单独" + _SAVE_AS
TOO_MUCH_MEMORY: Final = (
    "读这份文件要用的内存太多，已经停下。请去掉图片和附件，把报告正文" + _SAVE_AS
)
TOO_MUCH_TEXT: Final = "这份文件的内容比一份年度报告多得多，已经停下。请只留报告正文，" + _SAVE_AS
CRASHED: Final = (
    "读这份文件时程序中断了：文件可能已损坏。请重新下载，或用原来的软件打开，" + _SAVE_AS
)

_FAILURES: Final = {"memory": TOO_MUCH_MEMORY, "crashed": CRASHED}


class Worker:
    """A child that reads and checks, one job at a time. Use it in a `with` block."""

    def __init__(self, limits: Limits = LIMITS, command: Sequence[str] = ("-m", __name__)) -> None:
        """`command` is what the interpreter runs; it must call `serve`."""
        self._limits = limits
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Ready; the child starts with the first job."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the child."""
        self._end()

    def read(self, path: Path, name: str) -> Json:
        """The report in the file at `path`, checked by itself.

        Gives `{"report": as_json's object, "findings": [...]}`; raises Unreadable with the
        sentence for the user. `name` is what the user calls the file.
        """
        size = path.stat().st_size
        if size == 0:
            raise Unreadable(EMPTY)
        if size > self._limits.file:
            raise Unreadable(too_large(self._limits.file, size))
        # The child may start no process, so LibreOffice runs beside it, confined by itself.
        with modern(path, self._limits.seconds) as readable:
            return self._ask({"job": "read", "path": str(readable.resolve()), "name": name})

    def check(self, report: Json, previous: Json | None, repairs: Sequence[Json] = ()) -> Json:
        """A report checked anew, beside last year's and with some repairs made.

        `report` and `previous` are as_json's objects, `repairs` are proposals as in the findings.
        Gives and raises as `read`.
        """
        job = {"job": "check", "report": report, "previous": previous, "repairs": list(repairs)}
        return self._ask(job)

    def ask(self, job: Json) -> Json:
        """A job of another child's making (`command`): its answer. Raises Unreadable."""
        return self._ask(job)

    def _ask(self, job: Json) -> Json:
        child = self._child or self._start()
        deadline = time.monotonic() + self._limits.seconds
        assert child.stdin is not None and child.stdout is not None
        try:
            child.stdin.write(json.dumps(job, ensure_ascii=False).encode() + b"\n")
            child.stdin.flush()
            answer = self._line(child.stdout, deadline)
        except (BrokenPipeError, EOFError):
            raise Unreadable(self._cause_of_death()) from None
        except (TimeoutError, OverflowError) as excess:
            self._end()
            raise Unreadable(str(excess)) from None
        return self._judge(answer)

    def _judge(self, answer: Json) -> Json:
        if "failure" in answer:
            self._end()
            raise Unreadable(_FAILURES.get(answer["failure"], CRASHED))
        if "unreadable" in answer:
            raise Unreadable(answer["unreadable"])
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        sources = str(Path(__file__).resolve().parents[2])
        limits = (str(self._limits.memory), str(self._limits.seconds))
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-s", "-X", "utf8", *self._command, *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # its words could quote the file
            env={"PYTHONPATH": sources, "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"},
            cwd=tempfile.gettempdir(),
            start_new_session=True,
            close_fds=True,
        )
        return self._child

    def _line(self, stream: IO[bytes], deadline: float) -> Json:
        """One answer. Raises EOFError; TimeoutError and OverflowError with a sentence."""
        received = bytearray()
        while not received.endswith(b"\n"):
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([stream], [], [], left)[0]:
                raise TimeoutError(TOO_SLOW.format(seconds=self._limits.seconds))
            part = os.read(stream.fileno(), 1 << 16)
            if not part:
                raise EOFError
            received += part
            if len(received) > self._limits.answer:
                raise OverflowError(TOO_MUCH_TEXT)
        answer = json.loads(received)
        if not isinstance(answer, dict):
            raise EOFError
        return answer

    def _cause_of_death(self) -> str:
        code = self._end()
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return TOO_SLOW.format(seconds=self._limits.seconds)
        return CRASHED

    def _end(self) -> int | None:
        """End the child and whatever it started; its exit code if it had ended by itself."""
        child, self._child = self._child, None
        if child is None:
            return None
        assert child.stdin is not None and child.stdout is not None
        with suppress(BrokenPipeError):
            child.stdin.close()
        try:
            code = child.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            code = None
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        child.stdout.close()
        return code


def read(path: Path, name: str, limits: Limits = LIMITS) -> Json:
    """One file, in a child of its own. See `Worker.read`."""
    with Worker(limits) as worker:
        return worker.read(path, name)


def _confine(memory: int, seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    _allow_seconds(seconds)


def _allow_seconds(seconds: float) -> None:
    """Processor time for the next job, beyond what the earlier ones used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))


def serve(handle: Handler) -> None:
    """The child: answer jobs, one a line, until there are no more. Arguments: bytes, seconds."""
    memory, seconds = int(sys.argv[1]), float(sys.argv[2])
    _confine(memory, seconds)
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    while job := jobs.readline():
        _allow_seconds(seconds)
        answers.write(_answer(handle, job))
        answers.flush()


def _answer(handle: Handler, job: bytes) -> bytes:
    try:
        answer = handle(json.loads(job))
        return json.dumps(answer, ensure_ascii=False).encode() + b"\n"
    except Unreadable as reason:
        return json.dumps({"unreadable": str(reason)}).encode() + b"\n"
    except MemoryError:
        return b'{"failure": "memory"}\n'
    except Exception:
        return b'{"failure": "crashed"}\n'


def handle(job: Json) -> Json:
    """Do one job, in the child."""
    previous = None
    if job["job"] == "read":
        report = read_bytes(job["name"], Path(job["path"]).read_bytes())
        if not report.sections and not report.tables:
            raise Unreadable(NO_REPORT)
    else:
        previous = as_json.load(job["previous"]) if job["previous"] else None
        report = apply(as_json.load(job["report"]), map(_proposal, job["repairs"]))
    findings = check(report, previous)
    return {
        "report": as_json.dump(report, findings),
        "findings": [
            {"key": finding.key, **as_json.finding_object(finding, report)} for finding in findings
        ],
    }


def _proposal(made: Json) -> Proposal:
    return Proposal(made["cell"], Decimal(str(made["value"])), made["reason"])


if __name__ == "__main__":
    serve(handle)
