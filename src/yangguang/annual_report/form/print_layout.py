"""A table of the form laid out as in print: merged heads, merged labels, one place per figure."""

from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple

from yangguang.annual_report.form import Column, Row, Table
from yangguang.annual_report.form.table2 import CONTENT
from yangguang.annual_report.form.table3 import APPLICANTS, IDENTITY_NOTE, RESULTS
from yangguang.law.requests import RequestRow

LABEL_COLUMNS: Final = 3
"""Table 3 prints its labels in three columns: all results, the group, the row."""

_OUTSIDE_RESULTS: Final = (
    RequestRow.NEW,
    RequestRow.CARRIED_OVER,
    RequestRow.CARRIED_FORWARD,
)


class Head(NamedTuple):
    """A printed label over `across` columns and `down` rows. `scope` as in HTML."""

    text: str
    scope: str
    across: int = 1
    down: int = 1
    kind: str = ""


class Place(NamedTuple):
    """Where a figure stands: the id of its cell."""

    cell: str
    across: int = 1


Line = list[Head | Place]


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as printed: head lines, then body lines, `width` columns in all."""

    number: int
    width: int
    head: list[Line]
    body: list[Line]


def lay_out(table: Table) -> Layout:
    """The print layout of table 2, 3 or 4, with the rows that `table` has."""
    match table.number:
        case 2:
            return _table_2(table)
        case 3:
            return _table_3(table)
        case _:
            return _table_4(table)


def _table_2(table: Table) -> Layout:
    """Blocks by clause; each states its columns. A short row's last column takes the rest."""
    widest = max(len(row.columns) for row in table.rows)
    body: list[Line] = []
    for clause, block in groupby(table.rows, key=lambda row: row.clause):
        body.append([Head(clause, "rowgroup", widest + 1, kind="clause")])
        for columns, rows in groupby(block, key=lambda row: row.columns):
            spans = _fill(len(columns), widest)
            names = [
                Head(column.label, "col", span) for column, span in zip(columns, spans, strict=True)
            ]
            body.append([Head(CONTENT, "col", kind="leaf"), *names])
            body.extend(_short_row(table, row, spans) for row in rows)
    return Layout(2, widest + 1, [], body)


def _fill(columns: int, width: int) -> list[int]:
    return [1] * (columns - 1) + [width - columns + 1]


def _short_row(table: Table, row: Row, spans: list[int]) -> Line:
    places = [
        Place(table.cell_id(row.id, column.id), span)
        for column, span in zip(row.columns, spans, strict=True)
    ]
    return [Head(row.label, "row", kind="leaf"), *places]


def _table_3(table: Table) -> Layout:
    columns = table.rows[0].columns
    return Layout(
        3,
        LABEL_COLUMNS + len(columns),
        [
            [
                Head(IDENTITY_NOTE, "col", LABEL_COLUMNS, 3, "corner"),
                Head(APPLICANTS, "colgroup", len(columns)),
            ],
            *_grouped_heads(columns),
        ],
        _table_3_body(table),
    )


def _grouped_heads(columns: tuple[Column, ...]) -> list[Line]:
    """Two lines: columns that stand alone reach over both, the others under their group."""
    upper: Line = []
    lower: Line = []
    for group, members in groupby(columns, key=lambda column: column.group):
        labels = [column.label for column in members]
        if group:
            upper.append(Head(group, "colgroup", len(labels)))
            lower.extend(Head(label, "col") for label in labels)
        else:
            upper.extend(Head(label, "col", down=2) for label in labels)
    return [upper, lower]


def _table_3_body(table: Table) -> list[Line]:
    results = [row for row in table.rows if row.id not in _OUTSIDE_RESULTS]
    body: list[Line] = []
    for group, members in groupby(table.rows, key=lambda row: row.group):
        rows = list(members)
        for row in rows:
            line: Line = []
            if results and row is results[0]:
                line.append(Head(RESULTS, "rowgroup", 1, len(results), "all"))
            if group and row is rows[0]:
                line.append(Head(group, "rowgroup", 1, len(rows), "group"))
            line.append(_leaf(row, is_result=row.id not in _OUTSIDE_RESULTS))
            line.extend(Place(table.cell_id(row.id, column.id)) for column in row.columns)
            body.append(line)
    return body


def _leaf(row: Row, is_result: bool) -> Head:
    if not is_result:
        return Head(row.label, "row", LABEL_COLUMNS, kind="whole")
    if row.group:
        return Head(row.label, "row", kind="leaf")
    return Head(row.label, "row", LABEL_COLUMNS - 1, kind="group")


def _table_4(table: Table) -> Layout:
    """One line of figures; the form's three groups stand over it."""
    upper: Line = []
    middle: Line = []
    for group, members in groupby(table.rows, key=lambda row: row.group):
        rows = list(members)
        if group:
            upper.append(Head(group, "colgroup", sum(len(row.columns) for row in rows)))
            middle.extend(Head(row.label, "colgroup", len(row.columns)) for row in rows)
        else:
            upper.extend(Head(row.label, "colgroup", len(row.columns), 2) for row in rows)
    results: Line = [Head(column.label, "col") for row in table.rows for column in row.columns]
    figures: Line = [Place(cell) for cell in table.cell_ids]
    return Layout(4, len(figures), [upper, middle, results], [figures])


__all__ = ["Head", "Layout", "Line", "Place", "lay_out"]
