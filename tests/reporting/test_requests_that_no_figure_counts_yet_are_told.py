"""Between a change of the tables and the rebuilding of the states no figure is wrong unsaid."""

from dataclasses import replace

from tests import town
from tests.reporting.reported import YEAR
from tests.reporting.rolling_up.rolled import NEW, a_city
from tests.reporting.years import asked, day
from yangguang.casework import moment
from yangguang.casework.models import CaseState
from yangguang.casework.rebuilding import complete
from yangguang.reporting.compiling import Compiled, compile_report
from yangguang.reporting.compiling.findings import UNCOUNTED
from yangguang.reporting.gate import gate
from yangguang.reporting.rolling_up.compiled import rolled_up


def _marked(*cases: int) -> None:
    """As a migration leaves them that changes what figures count."""
    CaseState.objects.filter(pk__in=cases).update(counted_since=None)


def _said(compiled: Compiled) -> list[str]:
    return [one.message for one in compiled.findings if one.rule == UNCOUNTED]


def test_they_are_numbered_and_stand_in_the_way_until_they_are_derived() -> None:
    office = town.office()
    cases = [asked(office, day(YEAR, month, 3)) for month in (3, 4, 5)]
    _marked(*(one.pk for one in cases[:2]))

    lacking = compile_report(office.agency, YEAR, moment.now())
    complete()
    whole = compile_report(office.agency, YEAR, moment.now())

    (said,) = _said(lacking)
    assert "2 件" in said
    assert "rebuild-state" in said
    blocking = gate(lacking.report, None, {}, lacking.findings).blocking
    assert UNCOUNTED in {one.rule for one in blocking}
    assert [_said(whole), int(whole.records[NEW])] == [[], 3]


def test_a_government_s_report_tells_of_those_of_its_own_ledger() -> None:
    city = a_city()
    case = asked(replace(city.office, agency=city.government), day(YEAR, 3, 3))
    assert _said(rolled_up(city.rollup())) == []

    _marked(case.pk)

    (said,) = _said(rolled_up(city.rollup()))
    assert "1 件" in said
