"""The figures of a report that is being written: compiled, and carried over as was decided."""

from datetime import datetime

from yangguang.agencies.models import Agency
from yangguang.casework import knowing
from yangguang.reporting import explaining
from yangguang.reporting.compiling import Carry, Compiled, compile_report
from yangguang.reporting.compiling.findings import CARRIED_OVER
from yangguang.reporting.models import YearReport
from yangguang.reporting.rolling_up.compiled import rolled_up
from yangguang.reporting.rolling_up.rollup import roll_up
from yangguang.reporting.rolling_up.scope import adds_up


def figures_under_way(report: YearReport, known_at: datetime) -> Compiled:
    """What `report` would say if it were sent up: a government's, what its members' add up to.

    Raises NotAllowed for a year that has no form.
    """
    if adds_up(report.agency):
        return rolled_up(roll_up(report.agency, report.year, known_at))
    return as_decided(report.agency, report.year, known_at)


def figures_to_send_up(report: YearReport) -> Compiled:
    """The same as known now, for a version: compiled again at its moment they will be the same.

    Raises NotAllowed as `knowing.known_now` does, and for a year that has no form.
    """
    return figures_under_way(report, knowing.known_now())


def as_decided(agency: Agency, year: int, known_at: datetime) -> Compiled:
    """An agency's own figures, carried over as was decided for its report on the year.

    上年结转 is what was published last year. Where the ledger says otherwise now, last year's
    report is corrected; or the difference is explained, and then the ledger's figure is taken:
    the explanation is the decision, and it lapses with the figures that it is about.
    Raises NotAllowed for a year that has no form.
    """
    compiled = compile_report(agency, year, known_at)
    if compiled.carried and _is_explained(compiled, agency, year):
        return compile_report(agency, year, known_at, Carry.LEDGER)
    return compiled


def _is_explained(compiled: Compiled, agency: Agency, year: int) -> bool:
    """Whether the agency has said why what was published and the ledger differ as they do."""
    report = YearReport.objects.filter(agency=agency, year=year).first()
    said = explaining.explained(report, compiled.known_at) if report else {}
    return any(said.get(one.key) for one in compiled.findings if one.rule == CARRIED_OVER)
