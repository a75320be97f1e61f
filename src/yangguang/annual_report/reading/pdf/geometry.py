"""What stands on a page: characters and rules in upright coordinates, points from the upper left.

A page is read the way its text runs, whatever the page's own rotation: `Turn` takes a box from the
file's coordinates to those in which it is read, and from there to those in which it is shown.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle, in points, y downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Glyph(NamedTuple):
    """One printed character and the room that it takes up."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Turn(NamedTuple):
    """Quarter turns that text is printed at, on a page with this frame in the file's coordinates.

    0 is upright, 1 reads downwards, 2 stands on its head, 3 reads upwards.
    """

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.quarters % 2 else (wide, high)

    def upright(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file as it is read."""
        match self.quarters:
            case 0:
                return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
            case 1:
                return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
            case 2:
                return Box(
                    self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
                )
            case _:
                return Box(
                    bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
                )

    def shown(self, box: Box, quarters: int) -> Box:
        """A box as read, on the page as it is shown: turned by `quarters` in the file."""
        if quarters == self.quarters:
            return box
        wide, high = self.size
        for _ in range((self.quarters - quarters) % 4):
            left, top, right, bottom = box
            box = Box(high - bottom, left, high - top, right)
            wide, high = high, wide
        return box


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is read.

    `strokes` are the thin boxes of its ruling lines; `pictured` is the share of the page that
    pictures cover; `unmapped` counts characters that the file's fonts do not name.
    """

    number: int
    turn: Turn
    shown_at: int
    glyphs: list[Glyph]
    strokes: list[Box]
    pictured: float
    unmapped: int = 0

    def place_of(self, box: Box) -> tuple[float, float, float, float]:
        """Where a box lies on the page as a viewer shows it, from its upper left corner."""
        left, top, right, bottom = self.turn.shown(box, self.shown_at)
        return (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
