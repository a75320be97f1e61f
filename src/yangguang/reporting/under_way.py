"""The figures of a report that is being written: compiled, and carried over as was decided."""

from datetime import datetime

from yangguang.reporting import explaining
from yangguang.reporting.compiling import Carry, Compiled, compile_report
from yangguang.reporting.compiling.findings import CARRIED_OVER
from yangguang.reporting.models import YearReport
from yangguang.reporting.rolling_up.compiled import figures_of


def figures_under_way(report: YearReport, known_at: datetime) -> Compiled:
    """What `report` would say if it were sent up.

    上年结转 is what was published last year. Where the ledger says otherwise now, last year's
    report is corrected; or the difference is explained, and then the ledger's figure is taken:
    the explanation is the decision, and it lapses with the figures that it is about.
    """
    compiled = figures_of(report.agency, report.year, known_at)
    if not compiled.carried:
        return compiled
    said = explaining.explained(report, known_at)
    if not any(said.get(one.key) for one in compiled.findings if one.rule == CARRIED_OVER):
        return compiled
    return compile_report(report.agency, report.year, known_at, Carry.LEDGER)
