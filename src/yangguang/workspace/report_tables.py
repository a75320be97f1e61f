"""The tables of a report from the records as its page shows them: the printed form, with links."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.annual_report.checking import Finding, Severity
from yangguang.annual_report.checking.cell_names import figure
from yangguang.annual_report.form import Table
from yangguang.annual_report.form.print_layout import Head, Place, lay_out
from yangguang.annual_report.form.sections import heading
from yangguang.annual_report.report import Status
from yangguang.reporting.compiling import Compiled

WIDELY: Final = 5
"""A finding about more cells than this marks only the first."""
SEVERITY_NAMES: Final = {
    Severity.ERROR: lazy("错误"),
    Severity.WARNING: lazy("提醒"),
    Severity.NOTE: lazy("提示"),
}


class Told(NamedTuple):
    """A finding with its number on the page."""

    number: int
    finding: Finding

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.finding.severity

    @property
    def word(self) -> str:
        """The same in words."""
        return str(SEVERITY_NAMES[self.severity])


class Shown(NamedTuple):
    """A place of the form with its figure; the names are those that the shared part prints."""

    cell: str
    across: int
    figure: str
    address: str
    status: Status
    word: str
    unit: str
    is_zero: bool
    before: str
    marks: list[Told]

    @property
    def severity(self) -> str:
        """That of the gravest finding here, or empty."""
        return self.marks[0].severity if self.marks else ""


class Printed(NamedTuple):
    """A table ready to print: `head` and `body` hold lines of `Head` and `Shown`."""

    number: int
    title: str
    head: list[list[Head]]
    body: list[list[Head | Shown]]


def told(findings: Iterable[Finding]) -> list[Told]:
    """Findings, numbered in the order in which they are shown: gravest first."""
    ranks = list(Severity)
    found = sorted(findings, key=lambda one: ranks.index(one.severity))
    return [Told(number, one) for number, one in enumerate(found, 1)]


def printed(
    compiled: Compiled, findings: Sequence[Told], address: Callable[[str], str], may_enter: bool
) -> list[Printed]:
    """The form's tables, last year's published figures beneath.

    `address` gives where a figure leads: what counts nothing leads there only who may enter one.
    """
    marks = marks_of(findings)

    def show(place: Place) -> Shown:
        cell = compiled.report.cells[place.cell]
        before = compiled.previous.value(place.cell) if compiled.previous else None
        is_blank = cell.value is None
        written = figure(cell.value) if not is_blank else _("填写") if may_enter else ""
        return Shown(
            place.cell,
            place.across,
            written,
            address(place.cell) if cell.value != 0 or may_enter else "",
            cell.status,
            _("空白") if is_blank and not may_enter else "",
            cell.unit,
            cell.value == 0,
            figure(before) if before is not None else "",
            marks[place.cell],
        )

    return laid_out(compiled.report.tables.values(), show)


def marks_of(findings: Sequence[Told]) -> Mapping[str, list[Told]]:
    """By cell, the findings that mark it."""
    marks: dict[str, list[Told]] = defaultdict(list)
    for one in findings:
        cells = one.finding.cells
        for cell in cells if len(cells) <= WIDELY else cells[:1]:
            marks[cell].append(one)
    return marks


def laid_out(tables: Iterable[Table], show: Callable[[Place], Shown]) -> list[Printed]:
    """Tables as the form prints them, each place as `show` has it."""
    found = []
    for table in tables:
        layout = lay_out(table)
        head = [[part for part in line if isinstance(part, Head)] for line in layout.head]
        body = [
            [show(part) if isinstance(part, Place) else part for part in line]
            for line in layout.body
        ]
        title = heading(table.number)
        found.append(Printed(table.number, title, head, body))
    return found
