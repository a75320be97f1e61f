"""A government's report as one compiles any other: its tables from the roll-up, findings beside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency
from yangguang.annual_report.checking import Finding, Severity, check
from yangguang.annual_report.checking.cell_names import several
from yangguang.annual_report.checking.rules import OF_TABLES
from yangguang.annual_report.report import Cell, Status
from yangguang.reporting import published
from yangguang.reporting.compiling import Carry, Compiled, findings
from yangguang.reporting.rolling_up.rollup import Rollup

NO_SCOPE: Final = "rolling_up.no_scope"
"""The rule that somebody decides whom a government's report adds up."""
TWICE: Final = "rolling_up.twice"
"""The rule that no agency is added up twice."""
_BASIS: Final = "《中华人民共和国政府信息公开条例》第四十九条、第五十条"


@dataclass(frozen=True)
class RolledUp(Compiled):
    """A government's report on a year, its figures added up from its members'."""

    rollup: Rollup

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the one rule set finds in the sums, and what is to be said of these themselves."""
        year = findings.of_compiling(self.report, self.known_at, (), (), self.uncounted)
        own = (*_of_sums(self.rollup), *year)
        return (*own, *check(self.report, self.previous, OF_TABLES))

    @property
    def rests_on(self) -> Mapping[str, Any]:
        """The versions that it adds up."""
        return self.rollup.rests_on


def rolled_up(rollup: Rollup) -> RolledUp:
    """The report that a roll-up comes to."""
    agency, year, known_at = rollup.agency, rollup.year, rollup.known_at
    sums = rollup.sum.cells
    shape = rollup.own[agency.pk]
    cells = {
        cell: Cell(sums[cell], Status.READ) if cell in sums else Cell(None, Status.BLANK)
        for cell in rollup.form.cell_ids
    }
    return RolledUp(
        report=replace(shape, file=_("{title}（汇总）").format(title=shape.title), cells=cells),
        known_at=known_at,
        records=sums,
        carry=Carry.PUBLISHED,
        last=published.latest(agency, year - 1, known_at),
        carried=(),
        over=(),
        uncounted=rollup.uncounted,
        rollup=rollup,
    )


def _of_sums(rollup: Rollup) -> Iterator[Finding]:
    if rollup.scope.saved is None:
        said = _("还没有确定汇总哪些机关：下面先按全域汇总。请在“汇总”页确定范围。")
        yield Finding(NO_SCOPE, Severity.ERROR, said, _BASIS)
    if rollup.twice:
        names = Agency.objects.filter(pk__in=rollup.twice).values_list("short_name", flat=True)
        said = _("{names}被重复计入：下级政府的汇总已经包括它们。请改汇总范围。")
        found = said.format(names=several(names))
        yield Finding(TWICE, Severity.ERROR, found, _BASIS)
    if rollup.out_of_step:
        names = Agency.objects.filter(pk__in=rollup.out_of_step)
        said = _("机关有变动，和确定的汇总范围对不上：{names}。请重新确定范围。").format(
            names=several(names.values_list("short_name", flat=True))
        )
        yield Finding("rolling_up.out_of_step", Severity.WARNING, said, _BASIS)
    if rollup.missing:
        named = several(f"{one.agency.short_name}（{one.why}）" for one in rollup.missing)
        said = _("没有计入：{names}。请催报，或者写明原因。").format(names=named)
        yield Finding("rolling_up.missing", Severity.WARNING, said, _BASIS)
    if rollup.sum.blank:
        cells = tuple(cell for cell in rollup.form.cell_ids if cell in rollup.sum.blank)
        said = _(
            "有没有填的数，相加时没有计入：{names}。本级政府自己的数，请在本机关的台账里填写。"
        )
        yield Finding(
            "rolling_up.blank", Severity.WARNING, said.format(names=_blank(rollup)), _BASIS, cells
        )


def _blank(rollup: Rollup) -> str:
    """Who left how many cells blank."""
    many = {
        one.agency.short_name: sum(one.value(cell) is None for cell in rollup.sum.blank)
        for one in rollup.sources
    }
    said = _("{agency}（{many} 格）")
    return several(said.format(agency=one, many=count) for one, count in many.items() if count)
