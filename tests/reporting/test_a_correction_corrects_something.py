"""A corrected version that says what is public already goes to nobody for approval."""

from decimal import Decimal

import pytest

from tests.reporting import reported
from tests.reporting.reported import YEAR, Reporting
from tests.town import may
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.reporting.actions import send_up
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.compiling import compile_report

FEES = "table2.fees.amount"


@pytest.fixture
def reporting() -> Reporting:
    made = Reporting()
    made.correcting()
    return made


def test_nothing_changed_is_no_correction(reporting: Reporting) -> None:
    with pytest.raises(Mistakes) as refused:
        reporting.sent_up(note="更正。")

    assert set(refused.value.fields) == {"changes"}
    assert "和公布的那一版完全一样" in refused.value.fields["changes"]
    assert reporting.report.versions.count() == 1


def test_another_word_is_a_correction(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(reported.WORDS, 6, "收取信息处理费。")

    assert reporting.sent_up(note="更正。").changes == ["section:6"]


@pytest.mark.parametrize(("value", "unit", "changes"), [("3", "", [FEES]), ("0", "元", [])])
def test_another_figure_or_unit_is_a_correction(
    reporting: Reporting, value: str, unit: str, changes: list[str]
) -> None:
    people = may(reporting.office.handler)
    entry = Entry(FEES, Decimal(value), "财务科", "核对票据", unit)
    enter_figure(reporting.agency, YEAR, entry, people)
    compiled = compile_report(reporting.agency, YEAR, moment.now())

    version = send_up.send_up(reporting.report, compiled, people, send_up.Words("照报", "更正。"))

    assert version.changes == changes
