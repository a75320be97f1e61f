"""Figures of an invented report that satisfy every identity of the form."""

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from yangguang.annual_report.form import FORMS, Edition, Table, table3, table4
from yangguang.law.disputes import DisputeTrack
from yangguang.law.requests import RequestRow

PLACES = ("云溪市", "青禾县", "临川区", "白鹭镇", "石桥市", "南屏县", "霞浦区", "松岭县")
BODIES = ("信访局", "财政局", "教育局", "人民政府办公室", "水务局", "卫生健康委员会", "民政局")


@dataclass(frozen=True)
class Invention:
    """An invented report. `figures` maps cell ids to figures, None where print leaves a blank."""

    agency: str
    year: int
    edition: Edition
    figures: dict[str, Decimal | None]
    single_other: bool = False

    @property
    def tables(self) -> dict[int, Table]:
        """The tables with the rows that are printed."""
        tables = dict(FORMS[self.edition].tables)
        if self.single_other:
            tables[3] = table3.TABLE_2019
        return tables

    def row(self, table: int, row: str) -> list[Decimal | None]:
        """The figures of a row."""
        columns = self.tables[table].by_id[row].columns
        return [self.figures[f"table{table}.{row}.{column.id}"] for column in columns]

    def with_figure(self, cell: str, value: Decimal | None) -> "Invention":
        """The same report with one figure changed."""
        return replace(self, figures={**self.figures, cell: value})


def invent(random: Random, edition: Edition | None = None, busy: float | None = None) -> Invention:
    """A report of `edition` (else of either); `busy` from 0 (all zero) to 1 (thousands)."""
    edition = edition or random.choice(list(Edition))
    busy = random.choice((0.0, 0.2, 0.5, 0.8)) if busy is None else busy
    year = random.randint(2021, 2026) if edition is Edition.E2021 else random.choice((2019, 2020))
    figures: dict[str, Decimal | None] = {}
    figures |= _table2(random, FORMS[edition].tables[2], busy)
    figures |= _table3(random, FORMS[edition].tables[3], busy)
    figures |= _table4(random, busy)
    agency = random.choice(PLACES) + random.choice(BODIES)
    return Invention(agency, year, edition, figures, edition is Edition.E2019)


def _count(random: Random, busy: float) -> int:
    if random.random() >= busy:
        return 0
    return random.choice(
        (random.randint(1, 9), random.randint(1, 30), random.randint(1, int(10 + 900 * busy)))
    )


def _table2(random: Random, table: Table, busy: float) -> dict[str, Decimal | None]:
    figures: dict[str, Decimal | None] = {}
    for row in table.rows:
        for column in row.columns:
            value = Decimal(_count(random, busy))
            if column.id == "amount" and busy and random.random() < busy:
                value = Decimal(random.randint(1, 99999)) / 100
            if column.id == "items_change" and random.random() < busy / 2:
                value = -value
            if row.id == "rules":
                value = Decimal(0)
            figures[table.cell_id(row.id, column.id)] = value
    return figures


def _table3(random: Random, table: Table, busy: float) -> dict[str, Decimal | None]:
    leaves = [row.id for row in table.rows if row.id in table3.LEAVES]
    grid: dict[str, list[int]] = {
        row: [_count(random, busy * weight) for weight in (0.6, 0.3, 0.1, 0.1, 0.1, 0.2)]
        for row in leaves
    }
    total = [sum(column) for column in zip(*grid.values(), strict=True)]
    forward = [_count(random, busy * 0.4) for _ in total]
    handled = [t + f for t, f in zip(total, forward, strict=True)]
    over = [random.randint(0, min(h, 20)) if busy else 0 for h in handled]
    grid[RequestRow.TOTAL] = total
    grid[RequestRow.CARRIED_FORWARD] = forward
    grid[RequestRow.CARRIED_OVER] = over
    grid[RequestRow.NEW] = [h - o for h, o in zip(handled, over, strict=True)]
    return {
        table.cell_id(row.id, column.id): Decimal(value)
        for row in table.rows
        for column, value in zip(row.columns, [*grid[row.id], sum(grid[row.id])], strict=True)
    }


def _table4(random: Random, busy: float) -> dict[str, Decimal | None]:
    figures: dict[str, Decimal | None] = {}
    for track in DisputeTrack:
        parts = [_count(random, busy * 0.5) for _ in table4.COLUMNS[:-1]]
        for column, value in zip(table4.COLUMNS, [*parts, sum(parts)], strict=True):
            figures[table4.TABLE.cell_id(track, column.id)] = Decimal(value)
    return figures
