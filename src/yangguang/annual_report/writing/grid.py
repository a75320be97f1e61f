"""The print layout of a table as a grid: every text at its line and column, with its spans."""

from collections.abc import Iterator
from typing import NamedTuple

from yangguang.annual_report.form.print_layout import Head, Layout, Place


class Box(NamedTuple):
    """A head or a figure's place, at `line` and `column` (from 0), over `across` and `down`."""

    what: Head | Place
    line: int
    column: int
    across: int
    down: int

    @property
    def is_head(self) -> bool:
        """Whether it is a label."""
        return isinstance(self.what, Head)

    def covers_column(self, column: int) -> bool:
        """Whether it stands over a column."""
        return self.column <= column < self.column + self.across

    def covers_line(self, line: int) -> bool:
        """Whether it stands on a line."""
        return self.line <= line < self.line + self.down


def boxes(layout: Layout) -> Iterator[Box]:
    """All boxes of a layout, head lines first, merged cells kept free."""
    held: dict[int, int] = {}
    for line, content in enumerate([*layout.head, *layout.body]):
        column = 0
        free = {at: left for at, left in held.items() if left > 0}
        held = {at: left - 1 for at, left in free.items()}
        for what in content:
            while column in free:
                column += 1
            down = what.down if isinstance(what, Head) else 1
            yield Box(what, line, column, what.across, down)
            if down > 1:
                held.update(dict.fromkeys(range(column, column + what.across), down - 1))
            column += what.across


def heads_of(place: Box, every: list[Box]) -> list[Box]:
    """The labels that say what a figure is: those over its column and those of its row."""
    found = []
    for box in every:
        if not box.is_head or not isinstance(box.what, Head):
            continue
        if (box.what.scope in ("row", "rowgroup") and box.covers_line(place.line)) or (
            box.covers_column(place.column) and box.line + box.down <= place.line
        ):
            found.append(box)
    return _nearest_block(place, found, every)


def _nearest_block(place: Box, found: list[Box], every: list[Box]) -> list[Box]:
    """Table 2 states its columns anew for each clause: only those below the last clause count."""
    clauses = [
        box.line
        for box in every
        if isinstance(box.what, Head) and box.what.kind == "clause" and box.line < place.line
    ]
    if not clauses:
        return found
    last = max(clauses)
    clause = [box for box in every if box.line == last]
    return (
        clause
        + [box for box in found if box.line > last and box.column > 0]
        + [
            box
            for box in found
            if box.line > last and box.column == 0 and box.covers_line(place.line)
        ]
    )
