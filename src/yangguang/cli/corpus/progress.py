"""How long work goes, on standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars

from yangguang.annual_report.corpus import repeated
from yangguang.annual_report.corpus.build import Progress

SECONDS_BETWEEN_LINES = 10.0
"""How often a line is printed where there is no terminal."""

_COUNTING = "清点文件"
_READING = "读报告"
_MAKING = "写成表"


@contextmanager
def shown() -> Iterator[Progress]:
    """Show the progress of one build."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    bars = Bars(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[bad]}", style="yellow"),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
    )
    with bars:
        yield Bar(bars)


class _Pace:
    """Files read, how many of them not, and how fast."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self.files = 0
        self.unreadable = 0

    def add(self, files: int, unreadable: int) -> None:
        self.files += files
        self.unreadable += unreadable

    @property
    def per_second(self) -> float:
        """Files a second since the reading began."""
        return self.files / max(time.monotonic() - self._started, 0.001)

    @property
    def rate(self) -> str:
        return f"{self.per_second:.1f} 个/秒"

    @property
    def bad(self) -> str:
        return f"读不了 {self.unreadable}" if self.unreadable else ""


class Bar(Progress):
    """A bar on a terminal."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task = bars.add_task(_COUNTING, total=None, rate="", bad="")
        self._pace = _Pace()

    def counted(self, files: int) -> None:
        """Show how many files were found so far."""
        self._bars.update(self._task, completed=files)

    def begun(self, todo: int) -> None:
        """Show how many are to be read."""
        self._pace = _Pace()
        self._bars.reset(self._task, total=todo, description=_READING)

    def read(self, files: int, unreadable: int) -> None:
        """Move the bar on."""
        self._pace.add(files, unreadable)
        pace = self._pace
        self._bars.update(self._task, completed=pace.files, rate=pace.rate, bad=pace.bad)

    def making_tables(self) -> None:
        """Say that all is read."""
        self._bars.update(self._task, description=_MAKING)


class Lines(Progress):
    """A line now and then."""

    def __init__(self) -> None:
        self._pace = _Pace()
        self._todo = 0
        self._next = 0.0

    def begun(self, todo: int) -> None:
        """Say how many are to be read."""
        self._pace, self._todo = _Pace(), todo
        if todo:
            self._print(f"要读 {todo} 个文件。")

    def read(self, files: int, unreadable: int) -> None:
        """Say how far it is, where the last line is some seconds old."""
        self._pace.add(files, unreadable)
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + SECONDS_BETWEEN_LINES
        pace = self._pace
        left = (self._todo - pace.files) / pace.per_second
        said = [f"已读 {pace.files}/{self._todo}", pace.rate, f"约剩 {left:.0f} 秒"]
        self._print("，".join(filter(None, [*said, pace.bad])))

    def making_tables(self) -> None:
        """Say that all is read."""
        self._print("读完了，正在写成表。")

    def _print(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)


_TAKING_IN = "读入文字"
_COMPARING = "逐份比较"
_PAIRING = "核对出处"


@contextmanager
def comparing() -> Iterator[repeated.Progress]:
    """Show how the comparing of all reports goes: by a bar on a terminal, else not at all."""
    if not sys.stderr.isatty():
        yield repeated.Progress()
        return
    bars = Bars(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
    )
    with bars:
        yield Comparing(bars)


class Comparing(repeated.Progress):
    """A bar on a terminal, anew for each of the three passes."""

    def __init__(self, bars: Bars) -> None:
        self._bars = bars
        self._task = bars.add_task(_TAKING_IN, total=None)

    def taking_in(self, reports: int) -> None:
        """Begin the first pass."""
        self._bars.reset(self._task, total=reports, description=_TAKING_IN)

    def comparing(self, reports: int) -> None:
        """Begin the second."""
        self._bars.reset(self._task, total=reports, description=_COMPARING)

    def pairing(self, reports: int) -> None:
        """Begin the third."""
        self._bars.reset(self._task, total=reports, description=_PAIRING)

    def done(self) -> None:
        """Move the bar on."""
        self._bars.advance(self._task)
