"""What has no records is entered with its source; over the records only with a reason."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from tests import town
from tests.prepared import MONDAY
from tests.reporting.years import asked, day, head
from yangguang.agencies.models import Agency
from yangguang.annual_report.form import table2, table3
from yangguang.annual_report.report import Cell, Status
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.law.requests import RequestRow
from yangguang.reporting import figures
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.compiling import Compiled, compile_report
from yangguang.reporting.models import EnteredFigure

LICENCES = table2.TABLE_2021.cell_id("licences", "decisions")
FEES = table2.TABLE_2021.cell_id("fees", "amount")
NEW = table3.TABLE_2021.cell_id(RequestRow.NEW, "total")
FROM = "行政审批科 2025 年台账"
LIST = Upload("清单.txt", "许可决定 17 件".encode())


def _compiled(office: town.Office) -> Compiled:
    return compile_report(office.agency, 2025, moment.now())


def test_a_figure_stands_in_its_cell_with_who_entered_it_and_the_file() -> None:
    office = town.office()
    before = _compiled(office).report.cells[LICENCES]

    entry = Entry(LICENCES, Decimal(17), FROM)
    made = enter_figure(office.agency, 2025, entry, head(office), LIST)

    assert before == Cell(None, Status.BLANK)
    assert _compiled(office).report.cells[LICENCES] == Cell(Decimal(17), Status.READ)
    assert (made.by, made.source) == (office.disclosure_head, FROM)
    assert made.evidence is not None
    assert bytes(made.evidence.content) == LIST.content


def test_the_latest_entry_counts_a_change_needs_a_reason_and_nothing_is_lost() -> None:
    office = town.office()
    enter_figure(office.agency, 2025, Entry(LICENCES, Decimal(17), FROM), head(office))
    later = Entry(LICENCES, Decimal(18), FROM)
    with pytest.raises(Mistakes) as wrong:
        enter_figure(office.agency, 2025, later, head(office))
    with moment.standing_at(day(2026, 3, 2)):
        again = Entry(LICENCES, Decimal(18), FROM, "漏了一件")
        enter_figure(office.agency, 2025, again, head(office))
        now = _compiled(office)

    assert list(wrong.value.fields) == ["reason"]
    assert now.report.value(LICENCES) == 18
    assert compile_report(office.agency, 2025, MONDAY).report.value(LICENCES) == 17
    with pytest.raises(DatabaseError), transaction.atomic():
        EnteredFigure.objects.update(value=0)


def test_over_the_records_it_needs_a_reason_and_shows_the_difference() -> None:
    office = town.office()
    asked(office, day(2025, 11, 3))
    with pytest.raises(Mistakes) as wrong:
        enter_figure(office.agency, 2025, Entry(NEW, Decimal(3), FROM), head(office))
    entry = Entry(NEW, Decimal(3), FROM, "两件在旧系统里")
    enter_figure(office.agency, 2025, entry, head(office))

    compiled = _compiled(office)

    assert "台账里是 1，填的是 3" in wrong.value.fields["reason"]
    assert compiled.report.value(NEW) == 3
    assert [one.cell for one in compiled.over] == [NEW]
    assert [one.difference for one in compiled.over] == [2]
    said = {one.rule: one.message for one in compiled.findings}
    assert "相差 2。原因：两件在旧系统里" in said["compiling.over_the_records"]


def test_what_was_entered_can_be_taken_back() -> None:
    office = town.office()
    asked(office, day(2025, 11, 3))
    over = Entry(NEW, Decimal(3), FROM, "两件在旧系统里")
    enter_figure(office.agency, 2025, over, head(office))
    back = Entry(NEW, None, FROM, "已经补记")
    enter_figure(office.agency, 2025, back, head(office))

    assert _compiled(office).report.value(NEW) == 1
    assert _compiled(office).over == ()


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (Entry("table2.nothing.decisions", Decimal(1), FROM), "cell"),
        (Entry(LICENCES, Decimal("1.5"), FROM), "value"),
        (Entry(LICENCES, Decimal(-1), FROM), "value"),
        (Entry(LICENCES, Decimal("NaN"), FROM), "value"),
        (Entry(LICENCES, Decimal(1), " "), "source"),
        (Entry(LICENCES, Decimal(1), FROM, unit="万元"), "unit"),
        (Entry(LICENCES, None, FROM, "撤回"), "value"),
        (Entry(LICENCES, Decimal("1e12"), FROM), "value"),
        (Entry(LICENCES, Decimal("1e400"), FROM), "value"),
        (Entry(LICENCES, Decimal("Infinity"), FROM), "value"),
        (Entry(FEES, Decimal("-0.01"), FROM), "value"),
        (Entry(FEES, Decimal("0.0000001"), FROM), "value"),
        (Entry(FEES, Decimal(1), FROM, unit="美元"), "unit"),
        (Entry(LICENCES, Decimal(1), FROM * 20), "source"),
        (Entry(LICENCES, Decimal(1), FROM, "长" * 501), "reason"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(entry: Entry, field: str) -> None:
    office = town.office()

    with pytest.raises(Mistakes) as wrong:
        enter_figure(office.agency, 2025, entry, head(office))

    assert list(wrong.value.fields) == [field]


def test_what_is_too_large_is_told_so() -> None:
    office = town.office()

    with pytest.raises(Mistakes) as wrong:
        enter_figure(office.agency, 2025, Entry(LICENCES, Decimal("1e12"), FROM), head(office))

    assert "太大" in wrong.value.fields["value"]


def test_nothing_is_entered_for_a_year_that_has_not_begun_or_had_no_form() -> None:
    office = town.office()

    for year in (2018, 2027):
        with pytest.raises(NotAllowed):
            enter_figure(office.agency, year, Entry(LICENCES, Decimal(1), FROM), head(office))
    assert not EnteredFigure.objects.exists()


def test_fees_may_have_decimals_and_a_unit() -> None:
    office = town.office()
    entry = Entry(FEES, Decimal("1276.5534"), "财务科", unit="万元")
    enter_figure(office.agency, 2025, entry, head(office))

    assert _compiled(office).report.cells[FEES].unit == "万元"


def test_only_the_section_that_reports_may_and_only_at_its_own_agency() -> None:
    office, other = town.office(), town.office(slug="jiaoyu", name="青岚市教育局")
    entry = Entry(LICENCES, Decimal(17), FROM)

    for people in (town.may(office.leader), town.may(office.reviewer), head(other)):
        with pytest.raises(NotAllowed):
            enter_figure(office.agency, 2025, entry, people)


class Register:
    """A register that counts licences."""

    name = "行政许可台账"

    def figures(self, agency: Agency, year: int, known_at: datetime) -> Mapping[str, Decimal]:
        return {LICENCES: Decimal(20)}


@pytest.fixture
def register() -> Iterator[None]:
    figures.register(Register())
    yield
    figures._SOURCES.clear()


def test_a_register_counts_for_itself_and_an_entry_is_over_it(register: None) -> None:
    office = town.office()
    counted = _compiled(office).report.value(LICENCES)
    with pytest.raises(Mistakes):
        enter_figure(office.agency, 2025, Entry(LICENCES, Decimal(17), FROM), head(office))

    entry = Entry(LICENCES, Decimal(17), FROM, "三件重复登记")
    enter_figure(office.agency, 2025, entry, head(office))

    assert counted == 20
    assert [one.difference for one in _compiled(office).over] == [-3]
