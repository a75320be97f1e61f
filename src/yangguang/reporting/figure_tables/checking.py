"""What would be entered of a table: cell by cell, before and after, and what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import cell_name, figure
from yangguang.annual_report.fold import fold
from yangguang.annual_report.form import Form
from yangguang.annual_report.interpret.figures import Figure, Print, figures_in_cell
from yangguang.annual_report.money import SUMS_OF_MONEY, in_form_s_unit
from yangguang.casework import moment
from yangguang.reporting import figures
from yangguang.reporting.actions.enter_figure import Entry, objections
from yangguang.reporting.compiling import Compiled
from yangguang.reporting.compiling.compiler import form_of
from yangguang.reporting.figure_tables.reading import Stated
from yangguang.reporting.figure_tables.template import measure
from yangguang.reporting.models import EnteredFigure
from yangguang.reporting.under_way import as_decided

_AS_SHOWN: Final = Context(prec=15)
"""A spreadsheet keeps fifteen digits; what a formula leaves behind them is nobody's figure."""
_MONEY: Final = {"元": "元", "万元": "万元", "亿元": "亿元", "万": "万元", "亿": "亿元"}
_IN_FORM: Final = "万元"
_SHOWN: Final = 40
"""Characters of what is no figure that are shown."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that states a figure. `before`, `after`, `records`: in words, as a page shows them.

    `entry`: what would be entered, None where nothing is; `wrong`: why it cannot be (sentences);
    `lacks`: of these, what is only not said: source, reason (names of Entry's fields);
    `is_same`: it stands there already.
    """

    where: str
    name: str
    before: str
    after: str
    records: str
    entry: Entry | None = None
    wrong: tuple[str, ...] = ()
    remark: str = ""
    is_same: bool = False
    lacks: tuple[str, ...] = ()

    @property
    def only_lacks(self) -> bool:
        """Whether the source or the reason, said once for all, would mend it."""
        return bool(self.lacks) and len(self.lacks) == len(self.wrong)


@dataclass(frozen=True, slots=True)
class Checked:
    """The lines that state a figure, and how many leave theirs blank."""

    lines: tuple[Line, ...]
    blank: int

    @property
    def faults(self) -> list[Line]:
        """The lines with which something is wrong."""
        return [one for one in self.lines if one.wrong]

    @property
    def lacking(self) -> list[Line]:
        """The lines that need only a source or a reason."""
        return [one for one in self.lines if one.only_lacks]

    @property
    def broken(self) -> list[Line]:
        """The lines that can only be mended in the table."""
        return [one for one in self.faults if not one.only_lacks]

    @property
    def entries(self) -> list[Entry]:
        """What would be entered."""
        return [one.entry for one in self.lines if one.entry and not one.wrong]

    @property
    def same(self) -> int:
        """How many state what stands there already."""
        return sum(one.is_same for one in self.lines)


class _Money(NamedTuple):
    value: Decimal
    unit: str
    wrong: str = ""
    remark: str = ""


class _Beside(NamedTuple):
    """What a line is looked at beside."""

    form: Form
    compiled: Compiled
    entered: Mapping[str, EnteredFigure]
    source: str
    reason: str


def check(
    stated: Iterable[Stated], agency: Agency, year: int, source: str = "", reason: str = ""
) -> Checked:
    """What these lines would enter. `source` and `reason`: of those that name none themselves.

    Raises NotAllowed for a year that has no form.
    """
    now = moment.now()
    beside = _Beside(
        form_of(year),
        as_decided(agency, year, now),
        figures.entered(agency, year, now),
        source.strip(),
        reason.strip(),
    )
    seen: dict[str, str] = {}
    lines: list[Line] = []
    blank = 0
    for one in stated:
        found = _figure(one)
        if found is not None and found.print is Print.BLANK:
            blank += 1
        else:
            lines.append(_line(one, found, seen.get(one.cell, ""), beside))
            seen.setdefault(one.cell, one.where)
    return Checked(tuple(lines), blank)


def _figure(stated: Stated) -> Figure | None:
    """The one figure that is written, or that none is; None: it is no figure."""
    if stated.figure is None:
        return None
    held = figures_in_cell(fold(stated.figure).strip())
    return held[0] if held and len(held) == 1 and held[0].print is not Print.JUNK else None


def _line(stated: Stated, found: Figure | None, earlier: str, beside: _Beside) -> Line:
    cell = stated.cell
    written = _("（位数太多）") if stated.figure is None else stated.figure[:_SHOWN]
    if not cell:
        said = _("这一年的年报格式里没有这一格，没有取。请改用模板里的代号，或者删去这一行。")
        return Line(stated.where, stated.called or "—", "", written, "", wrong=(said,))
    before, records = beside.compiled.report.cells[cell], beside.compiled.records.get(cell)
    in_unit = measure(beside.form, cell) if cell in SUMS_OF_MONEY else ""
    line = Line(
        stated.where,
        cell_name(cell),
        "" if before.value is None else f"{figure(before.value)}{before.unit or in_unit}",
        written,
        "" if records is None else figure(records),
    )
    if found is None or found.value is None:
        said = _("“{written}”不是一个数字。请填数字，没有的填 0。").format(written=written)
        return replace(line, wrong=(said,))
    if earlier:
        said = _("和{earlier}是同一格，只能留一行。").format(earlier=earlier)
        return replace(line, wrong=(said,))
    told = _told(stated, found, found.value, in_unit)
    after = f"{figure(told.value)}{told.unit or in_unit}"
    if told.wrong:
        return replace(line, after=after, wrong=(told.wrong,))
    remark = "".join(filter(None, (told.remark, stated.remark)))
    if (told.value, told.unit) == (before.value, before.unit):
        return replace(line, after=after, remark=remark, is_same=True)
    entry = Entry(
        cell,
        told.value,
        stated.source or beside.source,
        stated.reason or beside.reason,
        told.unit,
    )
    wrong = objections(beside.form, entry, beside.compiled.records, beside.entered)
    lacks = tuple(one for one in ("source", "reason") if one in wrong and not getattr(entry, one))
    sentences = tuple(wrong.values())
    return replace(line, after=after, remark=remark, entry=entry, wrong=sentences, lacks=lacks)


def _told(stated: Stated, found: Figure, value: Decimal, in_unit: str) -> _Money:
    """The figure in the unit in which it is entered, from what is written in and beside it."""
    value = _AS_SHOWN.plus(value)
    beside = fold(stated.unit).strip()
    if stated.cell not in SUMS_OF_MONEY:
        money = next((one for one in (found.unit, beside) if one in _MONEY), "")
        said = _("这一格数的不是金额，单位不能是“{unit}”。").format(unit=money)
        return _Money(value, "", said if money else "")
    units = {_MONEY.get(one, one) for one in (found.unit, beside) if one}
    if len(units) > 1:
        said = _("格子里写的单位是“{inside}”，单位那一列是“{beside}”，不知道用哪个。")
        return _Money(value, "", said.format(inside=found.unit, beside=beside))
    unit = units.pop() if units else ""
    if unit and unit not in _MONEY:
        return _Money(value, "", _("金额的单位只能是元、万元或者亿元。"))
    to = in_unit or (_IN_FORM if unit == "亿元" else unit)
    if unit in ("", to):
        return _Money(value, "" if in_unit else unit)
    converted = in_form_s_unit(stated.cell, value, unit)
    said = _("表格里写的是 {written}{unit}，折成{to}。")
    remark = said.format(written=figure(value), unit=unit, to=to)
    return _Money(converted, "" if in_unit else to, remark=remark)
