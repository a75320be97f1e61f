"""A run of years drawn: a small chart for each figure, a column for each year.

What a column says stands in words on it; colour says nothing that is not said otherwise. The
charts of one topic have one scale. Units are pixels of a drawing that is shown at its own size.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

WIDTH: Final = 336
_LEFT: Final = 4
_BASE: Final = 112
"""Where the columns stand."""
_LINE: Final = 18
"""Between the lines of words below a column."""
_TALLEST: Final = 84
_WIDEST: Final = 40
_SHARE: Final = 0.62
"""Of the room of a year, what its column takes."""
_LETTER: Final = 9.4
"""How wide a figure on a column is, by the letter."""


class Point(NamedTuple):
    """What is drawn for a year: `value` for the height, None: no column.

    `word` stands above the column; `said` is the same where one listens, if it is to be another;
    `note` stands below the year.
    """

    year: int
    value: Decimal | None
    word: str
    said: str = ""
    note: str = ""


class Column(NamedTuple):
    """The column of a year: its rectangle, and the words on and below it, about `middle`."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    word: str
    word_y: float
    year: str
    note: str


class Chart(NamedTuple):
    """A figure over the years; `text` says in words what is drawn.

    `is_tight`: the words need small letters.
    """

    id: str
    name: str
    text: str
    columns: tuple[Column, ...]
    is_tight: bool
    width: int = WIDTH
    base: int = _BASE
    year_y: int = _BASE + _LINE
    note_y: int = _BASE + 2 * _LINE

    @property
    def view(self) -> str:
        """SVG's viewBox."""
        has_notes = any(one.note for one in self.columns)
        return f"0 0 {self.width} {(self.note_y if has_notes else self.year_y) + 6}"


def charts(
    key: str, figures: Iterable[tuple[str, Sequence[Point]]], most: Decimal | None = None
) -> list[Chart]:
    """The charts of a topic, on one scale: by name of figure its years.

    `key` begins their ids; `most` is what the tallest column can stand for, else the largest value.
    """
    every = list(figures)
    values = [one.value for _, points in every for one in points if one.value is not None]
    most = most or max([*values, Decimal(1)])
    return [
        Chart(f"{key}-{number}", name, _text(points), tuple(_columns(points, most)), _tight(points))
        for number, (name, points) in enumerate(every, 1)
    ]


def _text(points: Sequence[Point]) -> str:
    return "，".join(f"{one.year} 年 {one.said or one.word}" for one in points) + "。"


def _room(points: Sequence[Point]) -> float:
    return (WIDTH - 2 * _LEFT) / len(points)


def _tight(points: Sequence[Point]) -> bool:
    return max(len(one.word) for one in points) * _LETTER > _room(points)


def _columns(points: Sequence[Point], most: Decimal) -> Iterable[Column]:
    room = _room(points)
    width = min(room * _SHARE, _WIDEST)
    for number, one in enumerate(points):
        middle = _LEFT + room * (number + 0.5)
        height = float(max(one.value or Decimal(0), Decimal(0)) / most) * _TALLEST
        top = _BASE - height
        yield Column(
            round(middle - width / 2, 1),
            round(top, 1),
            round(width, 1),
            round(height, 1),
            round(middle, 1),
            one.word,
            round(top - 5, 1),
            str(one.year),
            one.note,
        )
