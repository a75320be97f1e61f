"""Making the repairs that the checks propose, and those that a person makes beside the file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from yangguang.annual_report.checking.model import Proposal
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.report import AnnualReport, Repair, Rewording, Section, Status


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


def emptied(report: AnnualReport, reasons: Mapping[str, str]) -> AnnualReport:
    """`report` with cells (id → reason) that hold nothing: blank, with the repair on record.

    Raises CannotRepair where the report does not have such a cell.
    """
    cells = dict(report.cells)
    repairs = {repair.cell: repair for repair in report.repairs}
    for cell_id, reason in reasons.items():
        cell = cells.get(cell_id)
        if cell is None or cell.status is Status.ABSENT:
            raise CannotRepair(f"报告中没有单元格 {cell_id}，无法修正。")
        cells[cell_id] = cell._replace(value=None, status=Status.BLANK, unit="")
        before = repairs.get(cell_id, Repair(cell_id, cell)).before
        repairs[cell_id] = Repair(cell_id, before, reason)
    return replace(report, cells=cells, repairs=tuple(repairs.values()))


def reworded(report: AnnualReport, section: int, text: str, reason: str) -> AnnualReport:
    """`report` with other prose in a section; one that it lacks is put in its place.

    Section 0 is the preamble.
    """
    before = report.section(section)
    rewordings = {one.section: one for one in report.rewordings}
    first = rewordings.get(section, Rewording(section, report.text_of(section)))
    rewordings[section] = first._replace(reason=reason)
    made = tuple(rewordings.values())
    if section == PREAMBLE:
        return replace(report, preamble=text, preamble_lines=(), rewordings=made)
    if before:
        # Where its paragraphs stand in the file is no longer known.
        new = replace(before, text=text, lines=())
        sections = [new if one is before else one for one in report.sections]
    else:
        at = sum(one.number < section for one in report.sections)
        sections = list(report.sections)
        sections.insert(at, Section(section, SECTIONS[section], text))
        sections = [replace(one, position=rank) for rank, one in enumerate(sections, 1)]
    return replace(report, sections=tuple(sections), rewordings=made)
