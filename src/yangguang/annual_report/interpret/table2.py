"""Reading Table 2. It has no identity within the year: a row is read whole or not at all."""

from collections import Counter
from itertools import pairwise
from typing import Final

from yangguang.annual_report.form import FORMS
from yangguang.annual_report.form.model import Edition, Row, Table
from yangguang.annual_report.interpret import alignment as align
from yangguang.annual_report.interpret.alignment import Alignment
from yangguang.annual_report.interpret.cells import ABSENT, agreed, cell_of, no_figure
from yangguang.annual_report.interpret.cuts import any_cut
from yangguang.annual_report.interpret.figures import Slot
from yangguang.annual_report.interpret.gather import FoundRow, Gathered
from yangguang.annual_report.interpret.table3 import Reading
from yangguang.annual_report.report import Cell, Doubt, DoubtKind, Status

_NUMBER: Final = 2
_FEWEST_ROWS: Final = 3
_FEWEST_LEAKS: Final = 2


def edition_of(gathered: Gathered) -> Edition | None:
    """The edition that the headings and rows of Table 2 belong to, by majority."""
    votes: Counter[Edition] = Counter()
    for column in gathered.columns:
        if column.table == _NUMBER:
            votes[Edition(column.id.split(".")[0])] += 1
    only = {
        row.id: edition
        for edition, form in FORMS.items()
        for row in form.tables[_NUMBER].rows
        if all(row.id not in f.tables[_NUMBER].by_id for e, f in FORMS.items() if e != edition)
    }
    for found in gathered.rows:
        if found.table == _NUMBER and found.id in only:
            votes[only[found.id]] += 1
    return votes.most_common(1)[0][0] if votes else None


def read_table2(gathered: Gathered, edition: Edition) -> Reading | None:
    """Table 2 as the file has it, or None where it has none."""
    rows = _rows(gathered)
    if len(rows) < _FEWEST_ROWS:
        return None
    form = FORMS[edition].tables[_NUMBER]
    numbered = _row_numbers(form, rows)
    leaked = _next_numbers(form, rows)
    cells: dict[str, Cell] = {}
    doubts: list[Doubt] = []
    for row in form.rows:
        found = rows.get(row.id)
        ids = tuple(form.cell_id(row.id, column.id) for column in row.columns)
        if found is None:
            cells.update(dict.fromkeys(ids, ABSENT))
            doubts.append(Doubt(DoubtKind.MISSING_ROW, f"表二缺“{row.label}”一行", ids))
            continue
        slots = found.slots
        if row.id in leaked:
            slots = align.printed(slots)[:-1]
        if numbered:
            slots = align.printed(slots)[1:]
        read, doubt = _read(row, slots, ids)
        cells.update(zip(ids, read, strict=True))
        doubts.extend(doubt)
    return Reading(Table(_NUMBER, tuple(row for row in form.rows if row.id in rows)), cells, doubts)


def _rows(gathered: Gathered) -> dict[str, FoundRow]:
    found: dict[str, FoundRow] = {}
    for row in gathered.rows:
        if row.table == _NUMBER and (row.id not in found or row.count > found[row.id].count):
            found[row.id] = row
    return found


def _row_numbers(form: Table, rows: dict[str, FoundRow]) -> bool:
    """Whether a column of running numbers stands before the figures of every row."""
    firsts = []
    for row in form.rows:
        found = rows.get(row.id)
        if found is None or not found.slots:
            continue
        marks = align.printed(found.slots)
        if len(marks) != len(row.columns) + 1:
            return False
        firsts.append(marks[0].figure.value)
    return len(firsts) >= _FEWEST_ROWS and all(
        a is not None and b is not None and b - a == 1 for a, b in pairwise(firsts)
    )


def _next_numbers(form: Table, rows: dict[str, FoundRow]) -> set[str]:
    """The rows behind whose figures the running number of the next row came to stand."""
    wide = {}
    for number, row in enumerate((row for row in form.rows if row.id in rows), 1):
        marks = align.printed(rows[row.id].slots)
        if len(marks) > len(row.columns):
            wide[row.id] = (
                len(marks) == len(row.columns) + 1 and marks[-1].figure.value == number + 1
            )
    return set(wide) if len(wide) >= _FEWEST_LEAKS and all(wide.values()) else set()


def _read(row: Row, slots: list[Slot], ids: tuple[str, ...]) -> tuple[list[Cell], list[Doubt]]:
    columns = len(row.columns)
    ways = _ways(slots, columns)
    if len(ways) == 1 and not ways[0].way:
        cells = [cell_of(slot) for slot in ways[0].slots]
    else:
        cells = agreed(ways, slots, columns)
    doubts = []
    count = len(align.printed(slots))
    if ways and ways[0].way == align.GLUED and align.may_be_one_figure(slots):
        cells = [c if c.value is None else c._replace(status=Status.INFERRED) for c in cells]
        found = tuple(i for i, c in zip(ids, cells, strict=True) if c.status is Status.INFERRED)
        message = f"表二“{row.label}”一行的数字连在一起，按一列一个数字断开"
        doubts += [Doubt(DoubtKind.INFERRED, message, found, slots[0].place)] if found else []
    place = slots[0].place if slots else None
    lost = tuple(i for i, cell in zip(ids, cells, strict=True) if cell.status is Status.UNREADABLE)
    if lost:
        why = (
            no_figure(slots)
            if count == columns
            else "数字连在一起，不能确定怎样断开"
            if _glued_run(slots, columns)
            else f"印了 {count} 个数字，应有 {columns} 个，不能确定各属哪一列"
        )
        doubts.append(Doubt(DoubtKind.UNREADABLE, f"表二“{row.label}”一行{why}", lost, place))
    if count > columns:
        message = f"表二“{row.label}”一行的数字多于 {columns} 个"
        doubts.append(Doubt(DoubtKind.EXTRA_COLUMN, message, ids, place))
    return cells, doubts


def _ways(slots: list[Slot], columns: int) -> list[Alignment]:
    marks = align.printed(slots)
    if not marks:
        return [align.direct([slots[i] if i < len(slots) else None for i in range(columns)])]
    if len(marks) == columns:
        return [align.direct(marks)]
    if len(marks) > columns:
        return align.too_many(slots, columns)
    if len(slots) >= columns:
        return align.windows(slots, columns, frozenset({0}))
    return align.glued(slots, any_cut(_glued_run(slots, columns), columns))


def _glued_run(slots: list[Slot], columns: int) -> str:
    """The digits of a row that were glued together; empty where they may be one figure."""
    run = align.run_of_digits(slots, columns)
    return "" if run and align.may_be_one_figure(slots) and align.stands_apart(slots) else run
