"""上年结转 is last year's published 结转下年度; where the ledger says otherwise now, it is said."""

from dataclasses import replace

from tests import town
from tests.reporting.rolling_up.rolled import a_city, of_requests
from tests.reporting.years import asked, day, entered_late, head, published
from yangguang.annual_report.checking import Severity
from yangguang.annual_report.checking.sums import State, standings
from yangguang.annual_report.form import table3
from yangguang.casework import moment
from yangguang.casework.attachments import Upload
from yangguang.casework.models import Case
from yangguang.law.requests import ApplicantKind, RequestRow
from yangguang.reporting.actions.bring_in import bring_in
from yangguang.reporting.behind import carried_otherwise
from yangguang.reporting.compiling import Carry, Compiled, compile_report

OVER = table3.TABLE_2021.cell_id(RequestRow.CARRIED_OVER, ApplicantKind.NATURAL_PERSON)
OVER_ALL = table3.TABLE_2021.cell_id(RequestRow.CARRIED_OVER, "total")
DIFFERS = "compiling.carried_over"
PUBLISHED = day(2026, 1, 20)
LATER = day(2026, 2, 2)


def _published(office: town.Office, note: str = "") -> None:
    """Last year's report goes out as it is known now."""
    published(office, compile_report(office.agency, 2025, moment.now()).report, note)


def _this_year(office: town.Office, carry: Carry = Carry.PUBLISHED) -> Compiled:
    with moment.standing_at(day(2026, 12, 31)):
        return compile_report(office.agency, 2026, moment.now(), carry)


def _with_a_late_entry() -> town.Office:
    office = town.office()
    asked(office, day(2025, 12, 29))
    with moment.standing_at(PUBLISHED):
        _published(office)
    entered_late(office, day(2025, 12, 30), LATER)
    return office


def _differing(compiled: Compiled) -> list[tuple[Severity, tuple[str, ...]]]:
    return [(one.severity, one.cells) for one in compiled.findings if one.rule == DIFFERS]


def test_it_is_the_published_figure_and_the_difference_is_a_finding() -> None:
    compiled = _this_year(_with_a_late_entry())

    assert [compiled.report.value(cell) for cell in (OVER, OVER_ALL)] == [1, 1]
    assert [[one.published, one.ledger] for one in compiled.carried] == [[1, 2]]
    assert _differing(compiled) == [(Severity.WARNING, (OVER,))]


def test_by_the_ledger_the_sums_hold_and_the_break_between_the_years_is_shown() -> None:
    compiled = _this_year(_with_a_late_entry(), Carry.LEDGER)

    assert compiled.report.value(OVER) == 2
    assert {one.state for one in standings(compiled.report)} == {State.HOLDS}
    assert _differing(compiled)
    assert "years.carried_over" in {one.rule for one in compiled.findings}


def test_a_corrected_report_of_last_year_settles_it() -> None:
    office = _with_a_late_entry()
    with moment.standing_at(day(2026, 3, 2)):
        _published(office, note="补记 12 月 30 日收到的一件")

    compiled = _this_year(office)

    assert compiled.report.value(OVER) == 2
    assert not _differing(compiled)
    assert {one.state for one in standings(compiled.report)} == {State.HOLDS}


def test_as_known_before_the_correction_it_is_still_the_first_version() -> None:
    office = _with_a_late_entry()
    with moment.standing_at(day(2026, 3, 2)):
        _published(office, note="补记 12 月 30 日收到的一件")

    compiled = compile_report(office.agency, 2026, day(2026, 2, 20))

    assert compiled.last is not None
    assert compiled.last.number == 1
    assert compiled.report.value(OVER) == 1


def test_without_a_published_report_it_is_the_ledger_s() -> None:
    office = town.office()
    asked(office, day(2025, 12, 29))

    compiled = _this_year(office)

    assert compiled.report.value(OVER) == 1
    assert compiled.carried == ()


def test_the_cases_behind_the_difference_are_named() -> None:
    office = _with_a_late_entry()
    late = Case.objects.latest("pk")

    found = carried_otherwise(office.agency, 2026, day(2026, 12, 31))

    assert found == (late.pk,)
    assert carried_otherwise(office.agency, 2026, day(2026, 1, 25)) == ()


def test_of_a_report_that_was_brought_in_nobody_knows_which_cases_it_counted() -> None:
    office = town.office()
    with moment.standing_at(PUBLISHED):
        report = compile_report(office.agency, 2025, moment.now()).report
        bring_in(office.agency, report, Upload("年报.html", b"<p>x</p>"), head(office))
    entered_late(office, day(2025, 12, 30), LATER)

    assert [one.by for one in _this_year(office).carried] == [1]
    assert carried_otherwise(office.agency, 2026, day(2026, 12, 31)) == ()


def test_what_a_government_published_is_a_sum_and_says_nothing_of_its_own_ledger() -> None:
    city = a_city()
    own = replace(city.office, agency=city.government)
    asked(own, day(2025, 12, 29))
    with moment.standing_at(PUBLISHED):
        published(own, replace(of_requests(40), year=2025))

    compiled = _this_year(own)

    assert compiled.report.value(OVER) == 1
    assert (compiled.last, compiled.carried) == (None, ())
