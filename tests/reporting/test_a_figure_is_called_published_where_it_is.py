"""A figure of 上年结转 is called last year's published one where it is that, and differs now."""

from decimal import Decimal

import pytest

from tests import town
from tests.reporting.years import asked, day, entered_late, published
from yangguang.annual_report.form import table3
from yangguang.casework import moment
from yangguang.law.requests import ApplicantKind, RequestRow
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.compiling import Carry, compile_report

TABLE = table3.TABLE_2021
OVER = TABLE.cell_id(RequestRow.CARRIED_OVER, ApplicantKind.NATURAL_PERSON)
OVER_ALL = TABLE.cell_id(RequestRow.CARRIED_OVER, "total")


@pytest.fixture
def office() -> town.Office:
    """Last year's published report knows of one open request, the ledger of two since."""
    office = town.office()
    asked(office, day(2025, 12, 29))
    with moment.standing_at(day(2026, 1, 20)):
        published(office, compile_report(office.agency, 2025, moment.now()).report)
    entered_late(office, day(2025, 12, 30), day(2026, 2, 2))
    return office


def _called_published(office: town.Office, carry: Carry = Carry.PUBLISHED) -> list[str]:
    compiled = compile_report(office.agency, 2026, day(2026, 12, 31), carry)
    return [cell for cell in TABLE.cell_ids if compiled.is_as_published(cell)]


def test_where_the_ledger_says_otherwise_the_column_and_the_total_are(office: town.Office) -> None:
    assert _called_published(office) == [OVER, OVER_ALL]


def test_by_the_ledger_nothing_is(office: town.Office) -> None:
    assert _called_published(office, Carry.LEDGER) == []


def test_what_was_entered_by_hand_is_not(office: town.Office) -> None:
    with moment.standing_at(day(2026, 12, 30)):
        entry = Entry(OVER, Decimal(3), "台账", "漏登一件")
        enter_figure(office.agency, 2026, entry, town.may(office.handler))

    assert _called_published(office) == [OVER_ALL]
