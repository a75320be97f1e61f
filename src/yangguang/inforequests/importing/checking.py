"""The rows of a table as requests, or what is wrong with them: a sentence, its row, its column.

No sentence quotes a cell: what stands in it may be someone's, and sentences reach terminals.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.blocks import UNCOMPUTED
from yangguang.casework import moment, sealing
from yangguang.casework.errors import Mistakes
from yangguang.casework.personal import Particulars
from yangguang.inforequests.actions import receive
from yangguang.inforequests.application import Application, Authority, Form, Receiving
from yangguang.inforequests.importing.columns import CHOICES, FIELDS, REQUIRED, Column
from yangguang.inforequests.importing.table import Line, NotATable
from yangguang.inforequests.taking_in import sent_before
from yangguang.law.identity import Paper
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind

LONGEST: Final = 500
"""Characters of a cell other than what is wanted."""

_DATE: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:.*)?")
_DENSE_DATE: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NEUTRAL: Final[Mapping[Column, str]] = {
    **dict.fromkeys(CHOICES, ""),
    Column.APPLICANT_KIND: ApplicantKind.NATURAL_PERSON,
    Column.FORM: Form.ELECTRONIC,
    Column.RECEIVING: Receiving.IN_PERSON,
}
_KEY: Final = "imported request"


class Fault(NamedTuple):
    """What is wrong: the row as the spreadsheet counts it, the column or empty, the sentence."""

    at: int
    column: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is right: a request, how and when it came, what it was called where it is from.

    `token` is the same for the same source and number at the same agency, and tells neither.
    """

    at: int
    source: str
    number: str
    token: str
    channel: Channel
    arrived: date
    application: Application


@dataclass(frozen=True, slots=True)
class Checked:
    """A table looked through: what can be brought in, what was before, what is wrong.

    `known` is the number that a row (`at`) has here since an earlier import.
    """

    rows: tuple[Row, ...]
    known: Mapping[int, str]
    faults: tuple[Fault, ...]

    @property
    def fresh(self) -> tuple[Row, ...]:
        """The rows that were not brought in before."""
        return tuple(row for row in self.rows if row.at not in self.known)

    @property
    def wrong_rows(self) -> int:
        """How many rows have something wrong."""
        return len({fault.at for fault in self.faults})


def check(lines: Sequence[Line], agency: Agency, people: Standing) -> Checked:
    """Look through a table, its head first, that `people` want to bring in at `agency`.

    Raises NotATable where the head is not one; NotAllowed where they may not, or it takes none.
    """
    receive.require_may_register(agency, people)
    columns = _columns(lines)
    rows: list[Row] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    hidden = sealing.blinder(_KEY)
    for line in lines[1:]:
        said = _Said(line, columns)
        row = said.row(agency, hidden)
        if row and row.token in seen:
            twice = _("来源系统和编号与第 {at} 行相同。同一件申请只留一行。")
            said.wrong(Column.NUMBER, twice.format(at=seen[row.token]))
        faults += said.faults
        if row:
            seen.setdefault(row.token, row.at)
            rows.append(row)
    return Checked(tuple(rows), _known(rows), tuple(faults))


def _columns(lines: Sequence[Line]) -> dict[int, Column]:
    """The head: place → column. Raises NotATable."""
    if len(lines) < 2:
        raise NotATable(_("表格里没有申请：第一行是列名，从第二行起一行一件。"))
    found: dict[int, Column] = {}
    for at, cell in enumerate(lines[0].cells):
        head = re.sub(r"[\s*＊]|（必填）", "", cell or "")
        if not head:
            continue
        if head == UNCOMPUTED:
            raise NotATable(_("第 {at} 列的列名是公式，请直接写上列名。").format(at=at + 1))
        if head not in set(Column):
            said = _("第 {at} 列的列名“{head}”不认识。列名请照模板写，顺序不限。")
            raise NotATable(said.format(at=at + 1, head=head[:20]))
        if head in found.values():
            raise NotATable(_("“{head}”有两列，请只留一列。").format(head=head))
        found[at] = Column(head)
    if lacking := [one.value for one in Column if one in REQUIRED - set(found.values())]:
        said = _("缺少这些列：{heads}。列名请照模板写。")
        raise NotATable(said.format(heads="、".join(lacking)))
    return found


def _known(rows: Sequence[Row]) -> dict[int, str]:
    """The numbers of the rows that were brought in before, by row."""
    cases = dict(sent_before([row.token for row in rows]))
    return {row.at: cases[row.token].number for row in rows if row.token in cases}


class _Said:
    """What one row says, read once; what is wrong with it is gathered."""

    def __init__(self, line: Line, columns: Mapping[int, Column]) -> None:
        self.at = line.at
        self.faults: list[Fault] = []
        cells = {columns[at]: cell for at, cell in enumerate(line.cells) if at in columns}
        self._cells = {column: self._whole(column, cells.get(column, "")) for column in Column}
        for column in sorted(REQUIRED, key=list(Column).index):
            if cells.get(column, "") == "":
                self.wrong(column, _("没有填。"))

    def wrong(self, column: str, sentence: str) -> None:
        """Note what is wrong."""
        self.faults.append(Fault(self.at, str(column), sentence))

    def row(self, agency: Agency, hidden: Callable[[str], bytes]) -> Row | None:
        """The request; None where something is wrong with it. `hidden` makes the token."""
        chosen = {column: self._chosen(column) for column in CHOICES}
        arrived = self._day()
        # What cannot be told yet asks for nothing, so that all else that is wrong is told at once.
        application = self._application({**_NEUTRAL, **_filled(chosen)})
        self._require_registrable(application, arrived or moment.today())
        if self.faults or arrived is None:
            return None
        source, number = self._cells[Column.SOURCE], self._cells[Column.NUMBER]
        return Row(
            self.at,
            source,
            number,
            hidden(f"{agency.pk}\0{source}\0{number}").hex(),
            Channel(chosen[Column.CHANNEL]),
            arrived,
            application,
        )

    def _require_registrable(self, application: Application, arrived: date) -> None:
        """Note what registration would refuse, but for what was noted already."""
        noted = {fault.column for fault in self.faults}
        try:
            receive.require_registrable(application, arrived)
        except Mistakes as mistakes:
            for name, sentence in mistakes.fields.items():
                if FIELDS.get(name, "") not in noted:
                    self.wrong(FIELDS.get(name, ""), sentence)

    def _whole(self, column: Column, cell: str | None) -> str:
        if cell is None:
            said = _("表格软件把这一格当成数字，后几位已经丢了。请把这一列设成文本格式再填一次。")
            self.wrong(column, said)
            return ""
        if cell == UNCOMPUTED:
            said = _("是公式，还没有算出来。请用 WPS 或者 Excel 打开、保存以后再选，或者直接填写。")
            self.wrong(column, said)
            return ""
        if column is not Column.WANTED and len(cell) > LONGEST:
            said = _("有 {count} 字，最多 {most} 字。")
            self.wrong(column, said.format(count=len(cell), most=LONGEST))
            return ""
        return cell

    def _chosen(self, column: Column) -> str:
        """The member that the cell names, by its name as it is written here; empty for none."""
        cell = "".join(self._cells[column].split())
        for value, name in CHOICES[column].items():
            if cell == str(name):
                return value
        if cell:
            names = "、".join(map(str, CHOICES[column].values()))
            self.wrong(column, _("不是能填的值。可以填：{names}。").format(names=names))
        return ""

    def _day(self) -> date | None:
        cell = self._cells[Column.ARRIVED]
        found = _DATE.fullmatch(cell) or _DENSE_DATE.fullmatch(cell)
        if found:
            with suppress(ValueError):
                return date(*map(int, found.groups()))
        if cell:
            self.wrong(Column.ARRIVED, _("不是日期。要写成 2026-03-13 这样。"))
        return None

    def _application(self, chosen: Mapping[Column, str]) -> Application:
        cells, kind = self._cells, ApplicantKind(chosen[Column.APPLICANT_KIND])
        is_person = kind is ApplicantKind.NATURAL_PERSON
        agent = self._agent(chosen)
        shown = Authority.SHOWN if chosen[Column.HAS_SHOWN] == "yes" else Authority.MISSING
        return Application(
            kind,
            Particulars(
                name=cells[Column.NAME],
                paper=chosen[Column.PAPER] or (Paper.ID_CARD if is_person else Paper.CREDIT_CODE),
                paper_number=cells[Column.PAPER_NUMBER],
                phone=cells[Column.PHONE],
                email=cells[Column.EMAIL],
                address=cells[Column.ADDRESS],
                postcode=cells[Column.POSTCODE],
                contact=cells[Column.CONTACT],
            ),
            cells[Column.WANTED],
            Form(chosen[Column.FORM]),
            Receiving(chosen[Column.RECEIVING]),
            cells[Column.PURPOSE],
            agent,
            chosen[Column.IS_GUARDIAN] == "yes",
            shown if agent else None,
            {"source": cells[Column.SOURCE], "source_number": cells[Column.NUMBER]},
        )

    def _agent(self, chosen: Mapping[Column, str]) -> Particulars | None:
        agent = Particulars(
            self._cells[Column.AGENT_NAME],
            chosen[Column.AGENT_PAPER] or Paper.ID_CARD,
            self._cells[Column.AGENT_PAPER_NUMBER],
            self._cells[Column.AGENT_PHONE],
        )
        return agent if any((agent.name, agent.paper_number, agent.phone)) else None


def _filled(chosen: Mapping[Column, str]) -> dict[Column, str]:
    return {column: value for column, value in chosen.items() if value}
