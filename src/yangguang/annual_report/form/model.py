"""The shapes of which the official form is made: tables of rows, rows of columns."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Edition(StrEnum):
    """Which circular's form a report uses."""

    E2019 = "2019"
    E2021 = "2021"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures. `group` is the heading it stands under, verbatim, or empty."""

    id: str
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of figures.

    `label` is the row's own words, verbatim; `group` the merged label before it, or empty;
    `clause` the clause of Art. 20 under which Table 2 prints it.
    """

    id: str
    label: str
    columns: tuple[Column, ...]
    group: str = ""
    clause: str = ""


@dataclass(frozen=True)
class Table:
    """One table of the form; `number` is that of the section it stands in (2, 3 or 4)."""

    number: int
    rows: tuple[Row, ...]

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """The rows by their id."""
        return {row.id: row for row in self.rows}

    def cell_id(self, row: str, column: str) -> str:
        """The id of a cell, e.g. `table3.denied.state_secret.total`."""
        return f"table{self.number}.{row}.{column}"

    @cached_property
    def ids_by_row(self) -> dict[str, tuple[str, ...]]:
        """Row id → the ids of its cells, in the order of its columns."""
        return {r.id: tuple(self.cell_id(r.id, c.id) for c in r.columns) for r in self.rows}

    @cached_property
    def cell_ids(self) -> tuple[str, ...]:
        """The ids of all cells in print order."""
        return tuple(cell for ids in self.ids_by_row.values() for cell in ids)


@dataclass(frozen=True)
class Form:
    """An edition of the form: its circular, its years, its tables."""

    edition: Edition
    circular: str
    first_year: int
    last_year: int | None
    tables: dict[int, Table]

    @cached_property
    def cell_ids(self) -> tuple[str, ...]:
        """The ids of all cells, table by table."""
        return tuple(c for t in self.tables.values() for c in t.cell_ids)
