"""A figure of the records, and the seam by which a room counts some."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from yangguang.agencies.models import Agency
from yangguang.reporting.topics import Topic


class Unit(StrEnum):
    """In what a figure is said."""

    CASES = "件"
    YUAN = "元"
    PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Recorded:
    """A figure: `name` is what stands in the braces, `id` what stands in addresses.

    `meaning`: what it counts, in a sentence. `said`: the words before it in a sentence that one may
    put in, where they are others than the name.
    """

    id: str
    name: str
    topic: Topic
    meaning: str
    unit: Unit = Unit.CASES
    said: str = ""

    @property
    def sentence(self) -> str:
        """What one may put in."""
        return f"{self.said or self.name}{{{self.name}}}{self.unit}"


class Source(Protocol):
    """A room that counts figures of an agency's records."""

    figures: tuple[Recorded, ...]

    def values(self, agency: Agency, year: int, known_at: datetime) -> Mapping[str, Decimal]:
        """Id → the figure of a year as known at a moment; what has no value is not there."""

    def cases(self, id: str, agency: Agency, year: int, known_at: datetime) -> list[int]:
        """The ids of the cases that a figure counts; twice where it counts two things of one."""
