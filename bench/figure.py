"""A measured figure, and how a rate is measured."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One measured figure: what it is compared with (`against`), and their ratio."""

    name: str
    value: float
    unit: str
    against: float | None = None

    @property
    def ratio(self) -> float | None:
        """The value as a multiple of what it is compared with."""
        return round(self.value / self.against, 3) if self.against else None

    def line(self) -> str:
        """The figure as one line of text."""
        compared = f"  ({self.ratio} x {self.against:g})" if self.against else ""
        return f"{self.name:44} {self.value:10.2f} {self.unit}{compared}"

    def as_object(self) -> dict[str, Any]:
        """The figure as an object of results.json."""
        return {**asdict(self), "value": round(self.value, 3), "ratio": self.ratio}


def rate(work: Callable[[T], object], items: Sequence[T], runs: int = 7) -> float:
    """Items a second of this process's CPU time: the median over `runs` runs, after a first."""
    for item in items:
        work(item)
    rates = []
    for _ in range(runs):
        started = time.process_time()
        for item in items:
            work(item)
        rates.append(len(items) / (time.process_time() - started))
    return median(rates)
