"""Reading Table 3: from rows to cells, the identities choosing where print leaves a choice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from yangguang.annual_report.form import table3
from yangguang.annual_report.form.model import Edition, Row, Table
from yangguang.annual_report.interpret import alignment as align
from yangguang.annual_report.interpret.alignment import Alignment
from yangguang.annual_report.interpret.cells import ABSENT, agreed, cell_of, no_figure
from yangguang.annual_report.interpret.choice import choose, row_adds_up, unbalanced
from yangguang.annual_report.interpret.cuts import adding_up, single_digits
from yangguang.annual_report.interpret.figures import Print, Slot
from yangguang.annual_report.interpret.gather import FoundRow, Gathered
from yangguang.annual_report.report import Cell, Doubt, DoubtKind, Status
from yangguang.law.requests import RequestRow

_NUMBER: Final = 3
_FEWEST_ROWS: Final = 4
_COLUMN_IDS: Final = [column.id for column in table3.COLUMNS]
_IDS: Final = table3.TABLE_2021.ids_by_row
_PLAIN: Final = frozenset({Status.READ, Status.BLANK, Status.ABSENT})
_ALL: Final = list(range(len(table3.COLUMNS)))
_LAST: Final = len(table3.COLUMNS) - 1
_FEWEST_HEADINGS: Final = 4
_GLUED_DIGITS: Final = 4
_MOST_WRONG: Final = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """How the table stands in this file.

    `present`: which of the seven columns it has; `headings`: their grid columns, where known;
    `offsets`: where behind its label a full row begins; `only_totals`: every row prints one figure;
    `one_short`: a column's figures are lost, for every row prints one too few and they add up.
    """

    present: list[int]
    headings: list[int] | None
    offsets: frozenset[int]
    only_totals: bool
    one_short: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A table read: its rows as the file has them, its cells, what the reader doubts."""

    table: Table
    cells: dict[str, Cell]
    doubts: list[Doubt]


def read_table3(gathered: Gathered, edition: Edition) -> Reading | None:
    """Table 3 as the file has it, or None where it has none."""
    rows = _rows(gathered)
    if len(rows) < _FEWEST_ROWS:
        return None
    layout = _layout(rows, gathered)
    ways = {row.id: _ways(row, layout) for row in rows.values()}
    if not layout.only_totals and _badly_cut(rows, ways):
        ways = {row: [] if is_glued(rows[row].slots) else w for row, w in ways.items()}
    chosen = choose(ways) if any(len(w) != 1 for w in ways.values()) else ways
    chosen = {
        **chosen,
        **{end: [] for end in unbalanced(chosen) if _had_a_choice(rows[end], ways[end])},
    }
    table = _table(rows, edition)
    cells: dict[str, Cell] = {}
    doubts = _column_doubts(rows, layout)
    for row in _form_rows(table, edition):
        found = rows.get(row.id)
        if found is None:
            read = [ABSENT] * len(row.columns)
        else:
            read = _cells(found, chosen[row.id], layout)
            if any(cell.status not in _PLAIN for cell in read):
                doubts.extend(_row_doubts(row, found, read, layout))
        cells.update(zip(_IDS[row.id], read, strict=True))
    doubts.extend(_missing_rows(table, edition))
    doubts.extend(_chosen_by_identities(ways, cells))
    return Reading(table, cells, doubts)


def _rows(gathered: Gathered) -> dict[str, FoundRow]:
    """The rows by id; of a row found twice the two halves joined, or else the fuller one."""
    found: dict[str, FoundRow] = {}
    for row in gathered.rows:
        if row.table != _NUMBER:
            continue
        earlier = found.get(row.id)
        if earlier is None:
            found[row.id] = row
        elif earlier.count and earlier.count + row.count == len(_ALL):
            for slot in row.slots:
                earlier.add(slot)
        elif (row.single_other, -row.count) < (earlier.single_other, -earlier.count):
            found[row.id] = row
    return found


def _layout(rows: dict[str, FoundRow], gathered: Gathered) -> Layout:
    last = max(row.line for row in rows.values())
    headings = {
        column.id: column.column
        for column in gathered.columns
        if column.table == _NUMBER and column.line < last  # Table 4 has a 其他 and a 总计 too
    }
    counts = Counter(_width(row) for row in rows.values() if row.count)
    present = _ALL
    if len(headings) >= _FEWEST_HEADINGS and len(headings) < len(_ALL) and counts:
        listed = [i for i in _ALL if _COLUMN_IDS[i] in headings or i == _LAST]
        if counts[len(_ALL)] < counts[len(listed)]:
            present = listed
    columns = [headings.get(_COLUMN_IDS[i]) for i in present]
    known = [column for column in columns if column is not None]
    offsets = frozenset(
        next(i for i, slot in enumerate(row.slots) if slot.figure.print is not Print.BLANK)
        for row in rows.values()
        if row.count == len(present) and row.in_one_line
    )
    filled = [row.slots for row in rows.values() if row.count]
    return Layout(
        present,
        known if len(known) == len(present) and known == sorted(set(known)) else None,
        offsets,
        all(row.count <= 1 for row in rows.values()) and _single(filled),
        _one_short(filled, len(present)),
    )


def _single(filled: Sequence[Sequence[Slot]]) -> bool:
    """Whether rows that print one run of digits each print one figure, nothing glued to another."""
    return not all(map(is_glued, filled)) and all(
        len(align.printed(slots)[0].figure.digits) == 1 or align.stands_apart(slots)
        for slots in filled
    )


def _one_short(filled: Sequence[Sequence[Slot]], columns: int) -> bool:
    rows = [[slot.figure.value for slot in align.printed(slots)] for slots in filled]
    return any(map(any, rows)) and all(len(r) == columns - 1 and row_adds_up(r) for r in rows)


def is_glued(slots: Sequence[Slot]) -> bool:
    """Whether all that is printed is one run of digits, too long for a count of requests."""
    if len(slots) >= len(_ALL):
        return False
    run = align.printed(slots)
    return len(run) == 1 and len(run[0].figure.digits) >= _GLUED_DIGITS


def _width(row: FoundRow) -> int:
    """How many figures a row prints; of a glued row, its digits: most figures have one."""
    if row.count == 1 and is_glued(row.slots):
        return len(align.printed(row.slots)[0].figure.digits)
    return row.count


def _badly_cut(rows: dict[str, FoundRow], ways: dict[str, list[Alignment]]) -> bool:
    """Whether glued figures were cut for the wrong number of columns.

    A row that cannot be cut so that it adds up may be the office's own mistake; several are not:
    then no cut of this table is to be trusted, even one that adds up.
    """
    wrong = 0
    for row, alignments in ways.items():
        if rows[row].count > 1 or not is_glued(rows[row].slots):
            continue
        wrong += not any(row_adds_up(a.values) for a in alignments)
    return wrong > _MOST_WRONG


def _had_a_choice(row: FoundRow, alignments: list[Alignment]) -> bool:
    """Whether a row's glued figures were more digits than columns, so that a cut was chosen."""
    return any(
        len(align.run_of_digits(row.slots, len(alignment.values))) > len(alignment.values)
        for alignment in alignments
        if alignment.way == align.GLUED
    )


def _chosen_by_identities(ways: dict[str, list[Alignment]], cells: dict[str, Cell]) -> list[Doubt]:
    """A doubt naming the cells whose figures the identities, not the print, put in their place."""
    chosen = [
        row
        for row, alignments in ways.items()
        if len(alignments) > 1 and len({a.values for a in alignments}) > 1
    ]
    ids = tuple(cell for row in chosen for cell in _IDS[row] if cells[cell].status is Status.READ)
    if not ids:
        return []
    message = f"表三有 {len(chosen)} 行的数字与列对不齐，按勾稽关系确定各属哪一列"
    return [Doubt(DoubtKind.INFERRED, message, ids)]


def _ways(row: FoundRow, layout: Layout) -> list[Alignment]:
    """Every way to read a row, over the columns that the table has."""
    slots, columns = row.slots, len(layout.present)
    if row.count == len(slots) == columns:
        return [align.direct(slots)]
    marks = align.printed(slots)
    if not marks:
        return [align.direct([None] * columns if not slots else _blanks(slots, columns))]
    if len(marks) == columns:
        return [align.direct(marks)]
    if under := align.by_heading(slots, layout.headings):
        return [under]
    if len(marks) > columns:
        return align.too_many(slots, columns)
    if layout.one_short and (lost := align.one_lost(slots, columns)):
        return lost
    if len(slots) >= columns:
        return align.windows(slots, columns, layout.offsets)
    if run := align.run_of_digits(slots, columns):
        return align.glued(slots, adding_up(run, columns) or single_digits(run, columns))
    if len(marks) == 1 and layout.only_totals:
        return [align.direct([None] * (columns - 1) + [marks[0]], "only totals")]
    return align.one_lost(slots, columns)


def _blanks(slots: Sequence[Slot], columns: int) -> list[Slot | None]:
    return [slots[i] if i < len(slots) else None for i in range(columns)]


def _cells(row: FoundRow, ways: list[Alignment], layout: Layout) -> list[Cell]:
    if len(ways) == 1 and ways[0].way == "":
        read = [cell_of(slot) for slot in ways[0].slots]
    else:
        read = agreed(ways, row.slots, len(layout.present))
    if ways and all(way.way == "only totals" for way in ways):
        read[-1] = read[-1]._replace(status=Status.INFERRED)
    if len(layout.present) == len(_ALL):
        return read
    whole = [ABSENT] * len(_ALL)
    for place, cell in zip(layout.present, read, strict=True):
        whole[place] = cell
    return whole


def _table(rows: dict[str, FoundRow], edition: Edition) -> Table:
    """The table with the rows that the file has, in the form's order."""
    single = _has_single_other(rows)
    form = table3.TABLE_2019 if single else table3.TABLE_2021
    if edition is Edition.E2019 and RequestRow.OTHER_OTHER not in rows:
        form = table3.TABLE_2019
    if all(row.id in rows for row in form.rows):
        return form
    return Table(_NUMBER, tuple(row for row in form.rows if row.id in rows))


def _has_single_other(rows: dict[str, FoundRow]) -> bool:
    other = rows.get(RequestRow.OTHER_OTHER)
    return (
        other is not None
        and other.single_other
        and RequestRow.OTHER_UNCORRECTED not in rows
        and RequestRow.OTHER_UNPAID not in rows
    )


def _form_rows(table: Table, edition: Edition) -> tuple[Row, ...]:
    """All rows that have cells: the edition's, with a single （六） as the file has it."""
    single = table.by_id.get(RequestRow.OTHER_OTHER) == table3.OTHER_SINGLE
    if single or (edition is Edition.E2019 and RequestRow.OTHER_OTHER not in table.by_id):
        return table3.TABLE_2019.rows
    return table3.TABLE_2021.rows


def _missing_rows(table: Table, edition: Edition) -> list[Doubt]:
    missing = [row for row in _form_rows(table, edition) if row.id not in table.by_id]
    doubts = [
        Doubt(
            DoubtKind.MISSING_ROW,
            f"表三缺“{row.label}”一行",
            _IDS[row.id],
        )
        for row in missing
    ]
    if edition is Edition.E2021 and table.by_id.get(RequestRow.OTHER_OTHER) == table3.OTHER_SINGLE:
        cells = _IDS[RequestRow.OTHER_OTHER]
        doubts.append(Doubt(DoubtKind.SINGLE_OTHER, f"表三“{table3.OTHER}”只有一行", cells))
    return doubts


def _column_doubts(rows: dict[str, FoundRow], layout: Layout) -> list[Doubt]:
    doubts = []
    for i in _ALL:
        if i not in layout.present:
            cells = tuple(_IDS[row][i] for row in rows)
            label = table3.COLUMNS[i].label
            doubts.append(Doubt(DoubtKind.MISSING_COLUMN, f"表三没有“{label}”一列", cells))
    wide = [row for row in rows.values() if row.count > len(layout.present)]
    if wide:
        message = f"表三有 {len(wide)} 行的数字多于 {len(layout.present)} 个，多出的一列不属于表样"
        place = wide[0].slots[0].place if wide[0].slots else None
        doubts.append(Doubt(DoubtKind.EXTRA_COLUMN, message, (), place))
    return doubts


def _row_doubts(row: Row, found: FoundRow, read: list[Cell], layout: Layout) -> list[Doubt]:
    """Why cells of a row are unreadable or inferred, in a sentence."""
    ids = _IDS[row.id]
    place = found.slots[0].place if found.slots else None
    doubts = []
    lost = tuple(i for i, cell in zip(ids, read, strict=True) if cell.status is Status.UNREADABLE)
    if lost:
        count, want = len(align.printed(found.slots)), len(layout.present)
        if count == want:
            why = no_figure(found.slots)
        elif count == 1:
            why = "数字连在一起，有不止一种断开的方法，勾稽关系不能确定是哪一种"
        else:
            why = f"印了 {count} 个数字，应有 {want} 个，勾稽关系不能确定各属哪一列"
        doubts.append(Doubt(DoubtKind.UNREADABLE, f"表三“{row.label}”一行{why}", lost, place))
    guessed = tuple(i for i, cell in zip(ids, read, strict=True) if cell.status is Status.INFERRED)
    if guessed:
        if layout.only_totals:
            why = "每行只印了一个数字，按“总计”读取"
        else:
            why = f"只印了 {len(align.printed(found.slots))} 个数字，缺的一个按勾稽关系推算"
        doubts.append(Doubt(DoubtKind.INFERRED, f"表三“{row.label}”一行{why}", guessed, place))
    return doubts
