"""Last year's report and the ledger differ: last year is corrected, or the difference explained."""

from decimal import Decimal

import pytest

from tests.reporting.reported import YEAR, Reporting
from tests.reporting.years import asked, day, entered_late
from tests.town import may
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes
from yangguang.reporting import drafting
from yangguang.reporting.actions import hand_over, send_up, write
from yangguang.reporting.actions.begin import begin
from yangguang.reporting.actions.enter_figure import Entry, enter_figure
from yangguang.reporting.compiling.findings import CARRIED_OVER
from yangguang.reporting.explaining import explained
from yangguang.reporting.figure_tables.checking import check
from yangguang.reporting.figure_tables.reading import Stated
from yangguang.reporting.gate import gate
from yangguang.reporting.models import Version
from yangguang.reporting.under_way import figures_under_way

OVER = "table3.carried_over.natural_person"
WHY = "2025 年 12 月 30 日收到的信函 2026 年 2 月才登记。"
NEXT = day(YEAR + 2, 1, 12)


@pytest.fixture
def reporting() -> Reporting:
    """A report on the next year, where a letter of this year was entered after its report."""
    made = Reporting()
    asked(made.office, day(YEAR, 12, 29))
    with moment.standing_at(day(YEAR + 1, 1, 20)):
        made.published()
    entered_late(made.office, day(YEAR, 12, 30), day(YEAR + 1, 2, 2))
    with moment.standing_at(NEXT):
        made.report = begin(made.agency, YEAR + 1, may(made.office.handler))
        made.written()
        made.figures(YEAR + 1)
    return made


def _sent_up(reporting: Reporting) -> Version:
    with moment.standing_at(NEXT):
        compiled = figures_under_way(reporting.report, moment.now())
        return send_up.send_up(reporting.report, compiled, may(reporting.office.handler))


def _explain(reporting: Reporting, said: str) -> None:
    with moment.standing_at(NEXT):
        found = figures_under_way(reporting.report, moment.now()).findings
        key = next(one.key for one in found if one.rule == CARRIED_OVER)
        write.explain(reporting.report, key, said, may(reporting.office.handler))


def test_while_nothing_is_said_the_sums_do_not_hold_and_it_does_not_go_up(
    reporting: Reporting,
) -> None:
    with pytest.raises(Mistakes) as refused:
        _sent_up(reporting)

    assert "请核对这一列" in refused.value.fields["override"]


def test_explained_it_goes_up_by_the_ledger_and_the_explanation_along(
    reporting: Reporting,
) -> None:
    _explain(reporting, WHY)

    version = _sent_up(reporting)

    assert drafting.content(version).value(OVER) == 2
    said = {one["rule"]: one["explanation"] for one in version.findings if one["explanation"]}
    assert said == {CARRIED_OVER: WHY, "years.carried_over": WHY}
    assert version.override == ""


def test_an_explanation_that_is_taken_back_leaves_the_published_figure(
    reporting: Reporting,
) -> None:
    _explain(reporting, WHY)
    _explain(reporting, "")

    with pytest.raises(Mistakes):
        _sent_up(reporting)


def test_another_late_entry_is_another_difference_to_be_explained(reporting: Reporting) -> None:
    _explain(reporting, WHY)
    entered_late(reporting.office, day(YEAR, 12, 31), day(YEAR + 1, 6, 2))

    with pytest.raises(Mistakes):
        _sent_up(reporting)


def test_what_else_differs_from_last_year_is_not_explained_by_it(reporting: Reporting) -> None:
    _explain(reporting, WHY)
    entry = Entry("table3.carried_over.business", Decimal(4), "旧系统", "旧系统里的")
    with moment.standing_at(NEXT):
        enter_figure(reporting.agency, YEAR + 1, entry, may(reporting.office.handler))
        compiled = figures_under_way(reporting.report, moment.now())
        draft = drafting.draft(reporting.report, compiled)
        checked = gate(draft, compiled.previous, explained(reporting.report), compiled.findings)

    unsaid = [one.cells for one in checked.unexplained if one.rule == "years.carried_over"]
    assert unsaid == [("table3.carried_over.business",)]


def test_a_corrected_report_of_last_year_settles_it_too(reporting: Reporting) -> None:
    before = reporting.report.agency.year_reports.get(year=YEAR)
    reporting.report, this = before, reporting.report
    with moment.standing_at(day(YEAR + 1, 3, 2)):
        hand_over.correct(before, may(reporting.office.handler))
        reporting.published(note="补登一件。")
    reporting.report = this

    assert drafting.content(_sent_up(reporting)).value(OVER) == 2


def test_explained_what_is_entered_is_held_against_the_ledger_too(reporting: Reporting) -> None:
    agency, people = reporting.agency, may(reporting.office.handler)
    by_ledger, as_published = (Entry(OVER, Decimal(one), "登记簿") for one in (2, 1))
    _explain(reporting, WHY)

    with moment.standing_at(NEXT):
        with pytest.raises(Mistakes) as refused:
            enter_figure(agency, YEAR + 1, as_published, people)
        enter_figure(agency, YEAR + 1, by_ledger, people)

    assert "台账里是 2，填的是 1" in refused.value.fields["reason"]
    found = _sent_up(reporting).findings
    assert {one["rule"] for one in found if one["severity"] != "note"} == {
        CARRIED_OVER,
        "years.carried_over",
    }


def test_a_table_of_figures_is_held_against_it_too(reporting: Reporting) -> None:
    line = Stated("第 2 行", OVER, "二、上年结转", "2", source="登记簿")

    with moment.standing_at(NEXT):
        (before,) = check([line], reporting.agency, YEAR + 1).lines
    _explain(reporting, WHY)
    with moment.standing_at(NEXT):
        (after,) = check([line], reporting.agency, YEAR + 1).lines

    assert (before.records, bool(before.wrong)) == ("1", True)
    assert (after.records, after.is_same, after.wrong) == ("2", True, ())
