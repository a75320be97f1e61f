"""Files from strangers, read, drawn and written: in a child that cannot take the machine with it.

The child has its own process group, a small address space, little time and an environment with
nothing in it. It answers each job with one line of JSON; what it answers is data, never code. When
it dies or dawdles, the file it was at is refused with a sentence, and the next gets a new child.

Limits: 512 MB of address space (1 GB to write), 20 s of wall and processor time a file, no file
written, no process started, no core dump. Files of older office formats are first turned into
newer ones by LibreOffice, in a process with limits of its own (`reading/office.py`).
"""

import base64
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
from importlib import import_module
from pathlib import Path
from types import ModuleType, TracebackType
from typing import IO, Any, Final, Self

from yangguang.annual_report import as_json, read_bytes
from yangguang.annual_report.checking import Proposal, check
from yangguang.annual_report.claims import read as statements
from yangguang.annual_report.errors import Scanned, Unreadable, Unwritable
from yangguang.annual_report.reading import is_pdf
from yangguang.annual_report.reading.office import modern
from yangguang.annual_report.refusals import EMPTY, LARGEST, MB, too_large
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
WRITING: Final = Limits(memory=1024 * 1024 * 1024)
"""For writing PDF: Pango and the Chinese fonts that it maps take 500 MB of addresses."""


_SAVE_AS: Final = "另存为网页（HTML）或文本后再试。"
TOO_SLOW: Final = "这份文件读了 {seconds:g} 秒还没有读完，已经停下。请把报告正文单独" + _SAVE_AS
TOO_MUCH_MEMORY: Final = (
    "读这份文件要用的内存太多，已经停下。请去掉图片和附件，把报告正文" + _SAVE_AS
)
TOO_MUCH_TEXT: Final = "这份文件的内容比一份年度报告多得多，已经停下。请只留报告正文，" + _SAVE_AS
CRASHED: Final = (
    "读这份文件时程序中断了：文件可能已损坏。请重新下载，或用原来的软件打开，" + _SAVE_AS
)

_NOT_WRITTEN: Final = (
    "这份报告没有写成：用的时间或内存超过了限度，或者程序中断了。请换一种格式，或稍后再试。"
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

    def read(self, path: Path, name: str, *, claims: bool = False) -> Json:
        """The report in the file at `path`, checked by itself.

        Gives `{"report": as_json's object, "findings": [...]}`, with `claims` also `"claims"`:
        what the prose states; raises Unreadable with the sentence for the user. `name` is what
        the user calls the file.
        """
        size = path.stat().st_size
        if size == 0:
            raise Unreadable(EMPTY)
        if size > self._limits.file:
            raise Unreadable(too_large(self._limits.file, size))
        # The child may start no process, so LibreOffice runs beside it, confined by itself.
        with modern(path, self._limits.seconds) as readable:
            job = {"job": "read", "path": str(readable.resolve()), "name": name, "claims": claims}
            return self._ask(job)

    def check(self, report: Json, previous: Json | None, repairs: Sequence[Json] = ()) -> Json:
        """A report checked anew, beside last year's and with some repairs made.

        `report` and `previous` are as_json's objects, `repairs` are proposals as in the findings.
        Gives and raises as `read`.
        """
        job = {"job": "check", "report": report, "previous": previous, "repairs": list(repairs)}
        return self._ask(job)

    def picture(self, path: Path, number: int) -> Json:
        """Page `number` (from 1) of the PDF, or the photograph, at `path`, drawn.

        Gives `pages`, `width`, `height`, `across`, `down` as in `Picture`, and `data` in base64.
        Raises Unreadable.
        """
        return self._ask({"job": "picture", "path": str(path), "page": number})

    def page_sizes(self, path: Path) -> list[tuple[float, float]]:
        """Width and height of each page that `picture` would draw. Raises Unreadable."""
        sizes = self._ask({"job": "page_sizes", "path": str(path)})["sizes"]
        return [(float(width), float(height)) for width, height in sizes]

    def compare(self, first: Json, second: Json) -> Json:
        """Two of as_json's objects side by side.

        Gives `comparison`, an object of `comparing.as_json`, and `is_swapped`: whether the second
        report stands on the left. Raises Unreadable.
        """
        return self._ask({"job": "compare", "first": first, "second": second})

    def write(self, report: Json, to: str) -> bytes:
        """as_json's object `report` as a file of the format `to`. Raises Unwritable."""
        try:
            answer = self._ask({"job": "write", "report": report, "to": to})
        except Unreadable:
            raise Unwritable(_NOT_WRITTEN) from None
        if "unwritable" in answer:
            raise Unwritable(answer["unwritable"])
        return base64.b64decode(answer["data"])

    def ask(self, job: Json) -> Json:
        """A job of another child's making (`command`): its answer. Raises Unreadable."""
        return self._ask(job)

    def _ask(self, job: Json) -> Json:
        child = self._child or self._start()
        deadline = time.monotonic() + self._limits.seconds
        assert child.stdin is not None and child.stdout is not None
        try:
            # The path of a file may hold bytes that are no text.
            line = json.dumps(job, ensure_ascii=False).encode("utf-8", "surrogatepass")
            child.stdin.write(line + b"\n")
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
            kind = Scanned if answer.get("scanned") else Unreadable
            raise kind(answer["unreadable"])
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
        try:
            answer = json.loads(received)
        except ValueError:
            raise EOFError from None
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
        scanned = isinstance(reason, Scanned)
        return json.dumps({"unreadable": str(reason), "scanned": scanned}).encode() + b"\n"
    except MemoryError:
        return b'{"failure": "memory"}\n'
    except Exception:
        return b'{"failure": "crashed"}\n'


def handle(job: Json) -> Json:
    """Do one job, in the child."""
    if other := _OTHER_JOBS.get(job["job"]):
        return other(job)
    previous = None
    if job["job"] == "read":
        report = read_bytes(job["name"], Path(job["path"]).read_bytes())
    else:
        previous = as_json.load(job["previous"]) if job["previous"] else None
        report = apply(as_json.load(job["report"]), map(_proposal, job["repairs"]))
    findings = check(report, previous)
    answer = {
        "report": as_json.dump(report, findings),
        "findings": [
            {"key": finding.key, **as_json.finding_object(finding, report)} for finding in findings
        ],
    }
    if job.get("claims"):
        stated = statements(report).claims
        answer["claims"] = [as_json.claim_object(claim, report) for claim in stated]
    return answer


def _proposal(made: Json) -> Proposal:
    return Proposal(made["cell"], Decimal(str(made["value"])), made["reason"])


def _picture(job: Json) -> Json:
    data = Path(job["path"]).read_bytes()
    drawn = _draughtsman(data).picture_of(data, job["page"])
    return {**drawn._asdict(), "data": base64.b64encode(drawn.data).decode()}


def _page_sizes(job: Json) -> Json:
    data = Path(job["path"]).read_bytes()
    return {"sizes": _draughtsman(data).sizes_of(data)}


def _draughtsman(data: bytes) -> ModuleType:
    """The module that draws the pages of such a file; loaded when asked."""
    name = "pdf.pictures" if is_pdf(data) else "photograph"
    return import_module(f"yangguang.annual_report.reading.{name}")


def _compare(job: Json) -> Json:
    from yangguang.annual_report.comparing import as_json as comparison_as_json
    from yangguang.annual_report.comparing import compare

    first, second = as_json.load(job["first"]), as_json.load(job["second"])
    comparison = compare(first, second)
    is_swapped = comparison.reports[0] is second
    return {"comparison": comparison_as_json.dump(comparison), "is_swapped": is_swapped}


def _write(job: Json) -> Json:
    from yangguang.annual_report.writing import write

    try:
        return {"data": base64.b64encode(write(as_json.load(job["report"]), job["to"])).decode()}
    except Unwritable as reason:
        return {"unwritable": str(reason)}


_OTHER_JOBS: Final[dict[str, Handler]] = {
    "picture": _picture,
    "page_sizes": _page_sizes,
    "compare": _compare,
    "write": _write,
}


if __name__ == "__main__":
    serve(handle)
