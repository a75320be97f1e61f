"""The printed tables with their merged cells: text, width and height of each cell, row by row."""

from tests.generator.print import PrintedRow

Spans = list[list[tuple[str, int, int]]]


def merged_cells(number: int, rows: list[PrintedRow]) -> Spans:
    """The cells of table `number`; what a merged cell covers is not listed."""
    return {2: _spans2, 3: _spans3, 4: _spans4}[number](rows)


def at_columns(spans: Spans) -> list[list[tuple[int, str, int, int]]]:
    """The same with each cell's column, from 0."""
    found = []
    reaching: dict[int, int] = {}
    for row in spans:
        column = 0
        cells = []
        above = {at for at, left in reaching.items() if left}
        reaching = {at: left - 1 for at, left in reaching.items() if left}
        for text, width, height in row:
            while column in above:
                column += 1
            cells.append((column, text, width, height))
            if height > 1:
                reaching.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        found.append(cells)
    return found


def _spans2(rows: list[PrintedRow]) -> Spans:
    found: Spans = []
    for row in rows:
        cells = row.cells
        if len(cells) == 1:
            found.append([(cells[0], 4, 1)])
            continue
        last = 4 - len(cells) + 1
        found.append([(c, last if i == len(cells) - 1 else 1, 1) for i, c in enumerate(cells)])
    return found


def _spans3(rows: list[PrintedRow]) -> Spans:
    organisations = len(rows[2].labels)
    found: Spans = [
        [(rows[0].labels[0], 3, 3), (rows[0].labels[1], 2 + organisations, 1)],
        [
            (rows[1].labels[0], 1, 2),
            (rows[1].labels[1], organisations, 1),
            (rows[1].labels[2], 1, 2),
        ],
        [(label, 1, 1) for label in rows[2].labels],
    ]
    body = rows[3:]
    inside = [row for row in body if row.wide < 3]
    for index, row in enumerate(body):
        cells: list[tuple[str, int, int]] = []
        for place, label in enumerate(row.labels):
            if place == len(row.labels) - 1:
                cells.append((label, row.wide, 1))
            elif place == 0 and row is inside[0]:
                cells.append((label, 1, len(inside)))
            else:
                height = 1
                for below in body[index + 1 :]:
                    if below.id and below.merged < 2:
                        break
                    height += 1  # a page number in between does not end what is merged
                cells.append((label, 1, height))
        found.append([*cells, *((f, 1, 1) for f in row.figures)])
    return found


def _spans4(rows: list[PrintedRow]) -> Spans:
    return [
        [(rows[0].labels[0], 5, 1), (rows[0].labels[1], 10, 1)],
        [
            *((label, 1, 2) for label in rows[1].labels[:5]),
            (rows[1].labels[5], 5, 1),
            (rows[1].labels[6], 5, 1),
        ],
        [(label, 1, 1) for label in rows[2].labels],
        [(f, 1, 1) for f in rows[3].figures],
    ]
