"""One uploaded file and what became of it."""

import time
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class State(StrEnum):
    """How far the reading of a file has come."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    UNREADABLE = "unreadable"


class PagePicture(NamedTuple):
    """A page of the file as it was drawn: its size in points, the picture's in pixels."""

    number: int
    width: float
    height: float
    across: int
    down: int


@dataclass(slots=True)
class Checkup:
    """A file that a visitor gave us to check.

    `report` is the report with its findings as JSON, as the file has it; `sentence` says why
    there is none. `previous` is the id of the check-up that holds last year's report, `given` the
    id of the one that the visitor named as such, `trouble` why a comparison failed. `answers` are
    reasons by a finding's key, `repairs` the proposals that were followed. `repaired` is the
    report with these repairs and the findings that remain. `pages` are the pictures of a PDF's
    pages, of which it has `page_count`; while they `are_coming` the file is still there; `undrawn`
    says why some are missing.
    """

    id: str
    name: str
    order: float = field(default_factory=time.time)
    state: State = State.WAITING
    sentence: str = ""
    report: dict[str, Any] | None = None
    previous: str | None = None
    given: str | None = None
    trouble: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    repairs: list[dict[str, Any]] = field(default_factory=list)
    repaired: dict[str, Any] | None = None
    pages: list[PagePicture] = field(default_factory=list)
    page_count: int = 0
    are_coming: bool = False
    undrawn: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the reading is still to come or going on."""
        return self.state in (State.WAITING, State.READING)

    @property
    def has_pictures(self) -> bool:
        """Whether there is a picture of a page, or will be."""
        return bool(self.pages) or self.are_coming

    @property
    def current(self) -> dict[str, Any] | None:
        """The report as it stands now: repaired where the visitor asked for it."""
        return self.repaired or self.report

    def as_json(self) -> dict[str, Any]:
        """For keeping in a file."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Checkup":
        """As it was kept."""
        pages = [PagePicture(*page) for page in kept["pages"]]
        return cls(**{**kept, "state": State(kept["state"]), "pages": pages})
