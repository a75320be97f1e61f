"""Reading Table 4: fifteen figures in three groups, under headings of two or three lines."""

from dataclasses import dataclass, field
from typing import Final

from yangguang.annual_report.form import table4
from yangguang.annual_report.interpret import alignment as align
from yangguang.annual_report.interpret.alignment import Alignment
from yangguang.annual_report.interpret.cells import agreed, cell_of, no_figure
from yangguang.annual_report.interpret.choice import row_adds_up
from yangguang.annual_report.interpret.cuts import adding_up, groups_adding_up, single_digits
from yangguang.annual_report.interpret.figures import NOTHING, Slot, figures
from yangguang.annual_report.interpret.gather import is_page_mark
from yangguang.annual_report.interpret.labels import Kind, glued_columns, key, recognise
from yangguang.annual_report.interpret.lines import Line
from yangguang.annual_report.interpret.table3 import Reading
from yangguang.annual_report.report import Cell, Doubt, DoubtKind, Status

_NUMBER: Final = 4
_GROUP: Final = len(table4.COLUMNS)
_CELLS: Final = _GROUP * len(table4.TABLE.rows)
_FEWEST_HEADINGS: Final = 4
_LONGEST: Final = 20
_COLUMN_OF: Final = {key(column.label): column.id for column in table4.COLUMNS}
_PIECES: Final = frozenset(
    piece for column in table4.COLUMNS for piece in (column.label[:2], column.label[2:]) if piece
) | {character for column in table4.COLUMNS for character in column.label}


@dataclass(slots=True)
class _Found:
    """What stands in the section: headings, figures, figures behind a group's or column's name."""

    headings: int = 0
    slots: list[Slot] = field(default_factory=list)
    alone: list[Slot] = field(default_factory=list)
    """The slots that have a line to themselves, blank ones too."""
    by_group: dict[str, list[Slot]] = field(default_factory=dict)
    by_column: dict[str, list[Slot]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)


def read_table4(lines: list[Line]) -> tuple[Reading | None, set[int]]:
    """Table 4 among the lines of its section, or None; and the lines that it takes up."""
    found = _find(lines)
    if found.headings < _FEWEST_HEADINGS:
        return None, set()
    groups = _groups(found)
    cells: dict[str, Cell] = {}
    doubts: list[Doubt] = []
    for row, (slots, ways) in zip(table4.TABLE.rows, groups, strict=True):
        ids = tuple(table4.TABLE.cell_id(row.id, column.id) for column in row.columns)
        is_direct = len(ways) == 1 and not ways[0].way
        if is_direct:
            read = [cell_of(slot) for slot in ways[0].slots]
        else:
            read = agreed(ways, slots, _GROUP)
        cells.update(zip(ids, read, strict=True))
        lost = tuple(i for i, c in zip(ids, read, strict=True) if c.status is Status.UNREADABLE)
        if lost:
            why = no_figure(slots) if is_direct else "的数字不能确定各属哪一列"
            message = f"表四“{row.label}”一组{why}"
            doubts.append(
                Doubt(DoubtKind.UNREADABLE, message, lost, slots[0].place if slots else None)
            )
    doubts.extend(_cut_by_identities(found, cells))
    count = len(align.printed(found.slots))
    if count > _CELLS:
        message = f"表四有 {count} 个数字，表样只有 {_CELLS} 个"
        doubts.append(Doubt(DoubtKind.EXTRA_COLUMN, message, (), found.slots[0].place))
    return Reading(table4.TABLE, cells, doubts), found.taken


def _cut_by_identities(found: _Found, cells: dict[str, Cell]) -> list[Doubt]:
    """A doubt where glued figures could be cut in several ways and the identities chose one."""
    marks = align.printed(found.slots)
    if len(marks) != 1 or len(marks[0].figure.digits) <= _CELLS:
        return []
    ids = tuple(cell for cell, read in cells.items() if read.status is Status.READ)
    message = "表四的数字连在一起，按勾稽关系断开"
    return [Doubt(DoubtKind.INFERRED, message, ids, marks[0].place)] if ids else []


def _find(lines: list[Line]) -> _Found:
    found = _Found()
    group = column = ""
    for line in lines:
        words = [token for token in line.tokens if token.text]
        held = [figures(token.text) for token in words]
        if found.headings and all(h is not None for h in held) and (words or line.in_grid):
            if len(words) == 1 and is_page_mark(words[0].text) and not line.in_grid:
                continue
            _figures(line, found, group, column)
            continue
        if not words or not any(_heading(token.text) for token in words):
            continue
        found.taken.add(line.rank)
        for token, figure in zip(words, held, strict=True):
            label = recognise(token.text)
            if label.table == _NUMBER and label.kind is Kind.ROW:
                group = label.id
                found.headings += 1
            elif figure is None:
                found.headings += max(len(glued_columns(token.text, _NUMBER)), _heading(token.text))
                column = _COLUMN_OF.get(key(token.text), column)
        if len(words) > 1 and group and any(h is not None for h in held):
            _figures(line, found, group, column)
    return found


def _heading(text: str) -> bool:
    """Whether a text is a heading of the table, or the piece of one that a line break left."""
    if len(text) > _LONGEST:
        return bool(glued_columns(text, _NUMBER))
    label = recognise(text)
    return label.table == _NUMBER or key(text) in _PIECES or bool(glued_columns(text, _NUMBER))


def _figures(line: Line, found: _Found, group: str, column: str) -> None:
    slots: list[Slot] = []
    for token in line.tokens:
        held = (NOTHING,) if not token.text else figures(token.text)
        slots.extend(Slot(f, token.raw, token.place, token.column) for f in held or ())
    if not slots:
        return
    found.taken.add(line.rank)
    if len(line.tokens) == 1:
        found.alone.extend(slots)
    if align.printed(slots) or len(slots) >= _CELLS:
        found.slots.extend(slots)
        if group:
            found.by_group.setdefault(group, []).extend(slots)
        found.by_column.setdefault(column, []).extend(align.printed(slots))


def _groups(found: _Found) -> list[tuple[list[Slot], list[Alignment]]]:
    """For each group its slots and the ways to read them that add up."""
    slots, marks = found.slots, align.printed(found.slots)
    if not marks:
        return [([], [align.direct([None] * _GROUP)])] * len(table4.TABLE.rows)
    if len(marks) == _CELLS:
        return _thirds(_turned(found) or marks)
    if len(marks) == len(table4.TABLE.rows) and (cut := _each_cut(marks)):
        return cut
    named = [found.by_group.get(row.id, []) for row in table4.TABLE.rows]
    if all(len(align.printed(one)) == _GROUP for one in named):
        return [(one, [align.direct(align.printed(one))]) for one in named]
    if len(marks) < _CELLS <= len(slots) and not align.printed(slots[_CELLS:]):
        return _thirds(slots[:_CELLS])
    if len(found.alone) == _CELLS and len(align.printed(found.alone)) == len(marks):
        return _thirds(found.alone)
    if len(marks) == 1:
        ways = _cut(slots)
    elif len(marks) > _CELLS:
        ways = align.too_many(slots, _CELLS)
    else:
        ways = []
    kept = [way for way in ways if not _wrong_groups(way)]
    if not kept and len(ways) == 1 and _wrong_groups(ways[0]) == 1:
        kept = ways
    return [(slots, [_part(way, start) for way in kept]) for start in range(0, _CELLS, _GROUP)]


def _turned(found: _Found) -> list[Slot]:
    """The figures by group, where print has a line for each column; empty where it has not."""
    columns = [found.by_column.get(column.id, []) for column in table4.COLUMNS]
    groups = len(table4.TABLE.rows)
    if any(len(slots) != groups for slots in columns):
        return []
    return [slots[group] for group in range(groups) for slots in columns]


def _each_cut(marks: list[Slot]) -> list[tuple[list[Slot], list[Alignment]]]:
    """Three runs of glued figures, one a group; empty where a run is too short for a group."""
    runs = [align.run_of_digits([slot], _GROUP) for slot in marks]
    if not all(runs):
        return []
    return [
        ([slot], align.glued([slot], adding_up(run, _GROUP) or single_digits(run, _GROUP)))
        for slot, run in zip(marks, runs, strict=True)
    ]


def _cut(slots: list[Slot]) -> list[Alignment]:
    run = align.run_of_digits(slots, _CELLS)
    if not run:
        return []
    cuts = groups_adding_up(run, len(table4.TABLE.rows), _GROUP) or single_digits(run, _CELLS)
    return align.glued(slots, cuts)


def _thirds(slots: list[Slot]) -> list[tuple[list[Slot], list[Alignment]]]:
    parts = [slots[start : start + _GROUP] for start in range(0, _CELLS, _GROUP)]
    return [(part, [align.direct(part)]) for part in parts]


def _part(way: Alignment, start: int) -> Alignment:
    end = start + _GROUP
    return Alignment(way.values[start:end], way.slots[start:end], way.way)


def _wrong_groups(way: Alignment) -> int:
    """How many of the three groups do not add up."""
    return sum(
        not row_adds_up(way.values[start : start + _GROUP]) for start in range(0, _CELLS, _GROUP)
    )
