"""What a table states: the template's lines, or the form's own Table 2, by its labels."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from yangguang.annual_report import as_json
from yangguang.annual_report.blocks import UNCOMPUTED
from yangguang.annual_report.checking.cell_names import cell_name, several
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.form import Form
from yangguang.annual_report.reading.office import modern
from yangguang.annual_report.refusals import NO_REPORT
from yangguang.annual_report.report import AnnualReport, Cell, DoubtKind, Status
from yangguang.annual_report.worker import Worker
from yangguang.inforequests.importing import child
from yangguang.inforequests.importing.table import Line, NotATable
from yangguang.reporting.cell_words import place_words
from yangguang.reporting.figure_tables.columns import HEADS, Column, plain

MOST_LINES: Final = 1_000
_LONGEST_NAME: Final = 100
_HEAD_WITHIN: Final = 10
"""Lines within which the template's head stands: people write titles above it."""


class Stated(NamedTuple):
    """A line of a table, as it is written. `cell`: the id that it names; `called`: in its words.

    `figure` None: the spreadsheet has lost its last digits. `remark`: what the reader of the file
    has to say of it.
    """

    where: str
    cell: str
    called: str
    figure: str | None
    unit: str = ""
    source: str = ""
    reason: str = ""
    remark: str = ""


class Read(NamedTuple):
    """What a file states, and what of it could not be placed (sentences)."""

    lines: list[Stated]
    doubts: list[str]


def read(path: Path, name: str, form: Form) -> Read:
    """What a file called `name` states for a year of that form. Raises Unreadable.

    It takes a child process or two, and LibreOffice for older files: call it outside of
    transactions.
    """
    with modern(path) as newer:
        try:
            lines = child.read(newer)
        except NotATable:  # it may be a document that holds a table
            lines = []
        if (stated := of_template(lines, form)) is not None:
            return Read(stated, [])
        try:
            with Worker() as worker:
                report = as_json.load(worker.read(newer, name)["report"])
        except Unreadable as why:
            raise Unreadable(_neither() if str(why) == NO_REPORT else str(why)) from None
    return _of_form(report, form)


def _neither() -> str:
    return _(
        "文件里没有模板的列（“代号”或者“表里的位置”，和“填写数字”），也没有认出年报的表二。"
        "请下载模板填写，或者传一份照表二样子的表格。"
    )


def of_template(lines: Sequence[Line], form: Form) -> list[Stated] | None:
    """The lines under the template's head; None where there is no such head. Raises Unreadable."""
    for at, line in enumerate(lines[:_HEAD_WITHIN]):
        heads = {HEADS.get(plain(head or "")): place for place, head in enumerate(line.cells)}
        if Column.FIGURE in heads and (Column.CELL in heads or Column.NAME in heads):
            _require_once(line)
            under = lines[at + 1 :]
            if len(under) > MOST_LINES:
                said = _("表格有 {many} 行，一份年报没有这么多格。请只留要填写的行。")
                raise Unreadable(said.format(many=len(under)))
            places = {head: place for head, place in heads.items() if head}
            _require_computed(under, places)
            return list(_stated(under, places, form))
    return None


def _require_once(head: Line) -> None:
    """Raise Unreadable where two columns have one head: nobody knows which of them counts."""
    named = Counter(found for one in head.cells if (found := HEADS.get(plain(one or ""))))
    for column, many in named.items():
        if many > 1:
            said = _("表格里有 {many} 列都叫“{column}”，不知道用哪一列。请只留一列。")
            raise Unreadable(said.format(many=many, column=column.value))


def _require_computed(lines: Sequence[Line], places: Mapping[Column, int]) -> None:
    """Raise Unreadable where a formula that is to be read has no value: it is not blank."""
    wanted = (Column.CELL, Column.NAME, Column.FIGURE, Column.UNIT, Column.SOURCE, Column.REASON)
    read = sorted(places[one] for one in wanted if one in places)
    lacking = [
        _cell_at(line.at, at)
        for line in lines
        for at in read
        if at < len(line.cells) and line.cells[at] == UNCOMPUTED
    ]
    if lacking:
        raise Unreadable(_not_computed(lacking))


def _cell_at(row: int, column: int, sheet: int | None = None) -> str:
    """D5; on a later sheet 第 2 张工作表的 D5. `row` from 1, `column` from 0."""
    from openpyxl.utils import get_column_letter

    cell = f"{get_column_letter(column + 1)}{row}"
    if sheet is None or sheet == 1:
        return cell
    return _("第 {sheet} 张工作表的 {cell}").format(sheet=sheet, cell=cell)


def _not_computed(cells: Sequence[str]) -> str:
    said = _(
        "{cells}是公式，文件里没有算出来的数，一格也没有填。"
        "请用 WPS 或者 Excel 打开这份表格，保存以后再传，或者直接填上数字。"
    )
    return said.format(cells=several(cells))


def _stated(lines: Sequence[Line], places: Mapping[Column, int], form: Form) -> Iterator[Stated]:
    named = {plain(cell_name(cell)): cell for cell in form.cell_ids}
    for line in lines:

        def at(column: Column, line: Line = line) -> str | None:
            place = places.get(column)
            return line.cells[place] if place is not None and place < len(line.cells) else ""

        cell, called = at(Column.CELL) or "", at(Column.NAME) or ""
        known = cell if cell in form.cell_ids else named.get(plain(called), "") if not cell else ""
        yield Stated(
            _("第 {at} 行").format(at=line.at),
            known,
            (called or cell)[:_LONGEST_NAME],
            at(Column.FIGURE),
            *(at(column) or "" for column in (Column.UNIT, Column.SOURCE, Column.REASON)),
        )


def _of_form(report: AnnualReport, form: Form) -> Read:
    """What Table 2 of a read file states; the other tables follow from the records."""
    table = report.tables.get(2)
    if table is None:
        raise Unreadable(_neither())
    if report.edition is not form.edition:
        said = _("这是 {theirs} 年版的表二，这一年度用的是 {ours} 年版。请下载模板填写。")
        theirs = report.edition.value if report.edition else _("别的")
        raise Unreadable(said.format(theirs=theirs, ours=form.edition.value))
    if lacking := _uncomputed(report, form):
        raise Unreadable(_not_computed(lacking))
    lines = [
        _of_cell(cell, report.cells[cell])
        for cell in form.tables[2].cell_ids
        if report.cells[cell].status is not Status.ABSENT
    ]
    strange = (DoubtKind.EXTRA_ROW, DoubtKind.EXTRA_COLUMN, DoubtKind.UNREADABLE)
    ours = set(form.tables[2].cell_ids)
    doubts = [
        f"{one.message}。"
        for one in report.doubts
        if one.kind in strange
        and (ours & set(one.cells) if one.cells else one.message.startswith("表二"))
    ]
    if report.tables.keys() - {2}:
        doubts.append(_("表三、表四由台账编制，文件里的没有取。"))
    return Read(lines, doubts)


def _uncomputed(report: AnnualReport, form: Form) -> list[str]:
    """Where in the file a formula of Table 2 stands that nobody computed."""
    read = (report.cells[one].provenance for one in form.tables[2].cell_ids)
    at = (one.place for one in read if one is not None and UNCOMPUTED in one.raw.split())
    return [
        _cell_at(one.row, one.column - 1, one.table)
        for one in at
        if one.row is not None and one.column is not None
    ]


def _of_cell(cell_id: str, cell: Cell) -> Stated:
    raw = cell.provenance.raw if cell.provenance else ""
    stated = f"{cell.value:f}" if cell.value is not None else ""
    return Stated(
        place_words(cell.provenance.place) if cell.provenance else "",
        cell_id,
        "",
        raw if cell.status is Status.UNREADABLE else stated,
        cell.unit,
        remark=_("是推算出来的，请核对。") if cell.status is Status.INFERRED else "",
    )
