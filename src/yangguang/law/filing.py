"""Filing closed cases: their class, how long they are kept, and when that is over (Art. 45).

The Regulations ask for rules on filing and name no period. The periods are those of the archives'
rules on what organs keep and for how long (国家档案局令第8号) [M]: for good, thirty years, ten.
Which class is kept how long the schedule of the office's own archives says; here stands what is
proposed [M]. A fixed period counts from the first of January of the year after the file's [M].
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

ARTICLE: Final = "第四十五条"


class RecordClass(StrEnum):
    """The classes of requests in the archives; OWN: one of the agency's own schedule."""

    REQUEST = "request"
    DISPUTED = "disputed"
    NOTABLE = "notable"
    OWN = "own"


class Retention(StrEnum):
    """How long a file is kept."""

    PERMANENT = "permanent"
    THIRTY_YEARS = "thirty_years"
    TEN_YEARS = "ten_years"


RETENTION_NAMES: Final = {
    Retention.PERMANENT: "永久",
    Retention.THIRTY_YEARS: "30年",
    Retention.TEN_YEARS: "10年",
}


class ClassRule(NamedTuple):
    """A class: its name, how long its files are kept unless said otherwise, how well known."""

    name: str
    retention: Retention
    grade: str


CLASSES: Final = {
    RecordClass.REQUEST: ClassRule("依申请公开办件", Retention.TEN_YEARS, "M"),
    RecordClass.DISPUTED: ClassRule(
        "依申请公开办件（经过行政复议或者行政诉讼）", Retention.THIRTY_YEARS, "M"
    ),
    RecordClass.NOTABLE: ClassRule("依申请公开办件（有长期查考价值）", Retention.PERMANENT, "M"),
}
"""The classes that every agency has; others it takes from its own schedule."""
CLASS_NAMES: Final = {
    **{one: rule.name for one, rule in CLASSES.items()},
    RecordClass.OWN: "本机关自定的类别",
}
LONGEST_NAME: Final = 40
"""Characters of the name of a class."""

_YEARS: Final = {Retention.THIRTY_YEARS: 30, Retention.TEN_YEARS: 10}


def kept_until(retention: Retention, year: int) -> date | None:
    """The last day on which a file of that year must be kept; None: for good."""
    years = _YEARS.get(retention)
    return date(year + years, 12, 31) if years else None


def reference(year: int, retention: Retention, box: int, item: int) -> str:
    """The file's place as it stands on its back: year, period, box, item (after DA/T 22 [M])."""
    return f"{year}-{RETENTION_NAMES[retention]}-{box:03}-{item:04}"


@dataclass(frozen=True, slots=True)
class Box:
    """A box in the archives: files of one year that are kept equally long, by its number."""

    year: int
    retention: Retention
    number: int

    @property
    def reference(self) -> str:
        """The beginning of the places of the files in it."""
        return f"{self.year}-{RETENTION_NAMES[self.retention]}-{self.number:03}"


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a closed request lies in the archives, and for how long."""

    retention: Retention
    year: int
    box: int
    item: int

    @property
    def kept_until(self) -> date | None:
        """The last day; None where it is kept for good."""
        return kept_until(self.retention, self.year)

    @property
    def reference(self) -> str:
        """The file's place as it is written."""
        return reference(self.year, self.retention, self.box, self.item)


def place_of(filed: Filed | None) -> dict[str, int | str | None]:
    """The columns by which files are listed box by box; empty for what is not filed."""
    return {
        "filed_year": filed.year if filed else None,
        "filed_retention": filed.retention if filed else "",
        "filed_box": filed.box if filed else None,
        "filed_item": filed.item if filed else None,
    }
