"""Making the repairs that the checks propose, when someone has asked for them."""

from collections.abc import Iterable
from dataclasses import replace

from yangguang.annual_report.checking.model import Proposal
from yangguang.annual_report.report import AnnualReport, Repair, Status


class CannotRepair(ValueError):
    """A proposal that does not fit the report; the sentence says why."""


def apply(report: AnnualReport, proposals: Iterable[Proposal]) -> AnnualReport:
    """`report` with the proposed figures; each such cell is marked `repaired`.

    A repaired cell keeps its provenance, and with it what the file prints; `repairs` of the report
    tells what the cell held before, and why it was changed. Raises CannotRepair
    where a proposal names a cell that the report does not have, or two give one cell two values.
    """
    cells = dict(report.cells)
    done: dict[str, Proposal] = {}
    repairs = {repair.cell: repair for repair in report.repairs}
    for proposal in proposals:
        cell = cells.get(proposal.cell)
        if cell is None or cell.status is Status.ABSENT:
            raise CannotRepair(f"报告中没有单元格 {proposal.cell}，无法修正。")
        earlier = done.setdefault(proposal.cell, proposal)
        if earlier.value != proposal.value:
            raise CannotRepair(f"单元格 {proposal.cell} 有两种不同的修正建议，请只选一种。")
        cells[proposal.cell] = cell._replace(value=proposal.value, status=Status.REPAIRED)
        before = repairs.get(proposal.cell, Repair(proposal.cell, cell)).before
        repairs[proposal.cell] = Repair(proposal.cell, before, proposal.reason)
    return replace(report, cells=cells, repairs=tuple(repairs.values()))
