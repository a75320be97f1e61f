"""A government's figures: its members' reports added up, with all that one must know of the sum."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.models import Agency
from yangguang.annual_report.form import Form
from yangguang.annual_report.report import AnnualReport
from yangguang.casework.errors import NotAllowed
from yangguang.reporting.compiling import compile_report
from yangguang.reporting.compiling.compiler import form_of
from yangguang.reporting.life import STAGE_NAMES, Stage
from yangguang.reporting.models import Publication
from yangguang.reporting.rolling_up.adding import Figure, Sum, add, in_form_s_unit
from yangguang.reporting.rolling_up.scope import Scope, adds_up, scope, tree
from yangguang.reporting.rolling_up.taking import Taken, taken
from yangguang.reporting.rolling_up.tree import Tree

_NOT_BEGUN: Final = lazy("没有年报")
_ANOTHER_FORM: Final = lazy("年报用的不是这一年的格式，不能相加")


@dataclass(frozen=True, slots=True)
class Missing:
    """A member whose report cannot be added, and why.

    `last` is what it published before; what that says is not fetched: `Rollup.stated_before`.
    """

    agency: Agency
    why: str
    last: Publication | None


@dataclass(frozen=True, slots=True)
class Source:
    """An agency that is in the sum, and its figures; `taken` is None for the own ledger."""

    agency: Agency
    cells: Mapping[str, Figure]
    taken: Taken | None

    def value(self, cell: str) -> Decimal | None:
        """What it gives to a cell, in the form's unit; None: it states none."""
        return in_form_s_unit(cell, self.cells[cell]) if cell in self.cells else None

    @property
    def said(self) -> str:
        """Where its figures are from, in words."""
        if self.taken is None:
            return _("本机关收到的申请，由台账编制")
        is_public = self.taken.is_published
        said = _("公布的第 {number} 版") if is_public else _("报送的（第 {number} 次送审）")
        return said.format(number=self.taken.number)


@dataclass(frozen=True)
class Rollup:
    """A government's figures on a year, as known at a moment.

    `own`: what was asked of a government itself, by its ledger (the government's, and that of lower
    ones whose members are added); `taken`: the versions that are added; both by the agency's id.
    `uncounted`: how many requests these ledgers should count and do not.
    """

    agency: Agency
    year: int
    known_at: datetime
    form: Form
    scope: Scope
    agencies: Tree
    own: Mapping[int, AnnualReport]
    taken: Mapping[int, Taken]
    stages: Mapping[int, Stage]
    uncounted: int

    @cached_property
    def sum(self) -> Sum:
        """Cell by cell."""
        return add(self.form, (one.cells for one in self.sources))

    @property
    def _usable(self) -> Iterator[Taken]:
        return (one for one in self.taken.values() if one.edition == self.form.edition)

    def total(self, cell: str) -> Decimal | None:
        """What one cell comes to; None: nobody states it."""
        stated = [value for one in self.sources if (value := one.value(cell)) is not None]
        return sum(stated, Decimal(0)) if stated else None

    @cached_property
    def named(self) -> Mapping[int, Agency]:
        """The agencies concerned, by id, in the order of their regions. One query."""
        wanted = {self.agency.pk, *self.scope.chosen.members, *self.scope.chosen.opened}
        rows = Agency.objects.filter(pk__in=wanted | self.scope.excluded.keys())
        return {one.pk: one for one in rows}

    @cached_property
    def missing(self) -> list[Missing]:
        """Members that are not in the sum. One query for what they published before."""
        used = {one.agency for one in self._usable}
        lacking = [
            one for key, one in self.named.items() if key in self.scope.chosen.members - used
        ]
        before = Publication.objects.filter(
            agency__in=lacking, year__lt=self.year, at__lte=self.known_at
        )
        last = {one.agency_id: one for one in before.order_by("year", "number")}
        return [Missing(one, self._why(one.pk), last.get(one.pk)) for one in lacking]

    def stated_before(self, cell: str) -> dict[int, Decimal | None]:
        """What the missing published last for a cell, by the publication's id. One query."""
        last = [one.last.pk for one in self.missing if one.last]
        value = F(f"version__content__cells__{cell}__value")
        rows = Publication.objects.filter(pk__in=last).annotate(stated=value)
        return {
            key: None if stated is None else Decimal(str(stated))
            for key, stated in rows.order_by().values_list("pk", "stated")
        }

    def _why(self, agency: int) -> str:
        if agency in self.taken:
            return str(_ANOTHER_FORM)
        stage = self.stages.get(agency)
        return str(STAGE_NAMES[stage] if stage else _NOT_BEGUN)

    @cached_property
    def sources(self) -> list[Source]:
        """Everyone who is in the sum: the own ledgers first."""
        first = [Source(self.named[key], _figures(one), None) for key, one in self.own.items()]
        usable = {one.agency: one for one in self._usable}
        rest = [
            Source(agency, usable[key].cells, usable[key])
            for key, agency in self.named.items()
            if key in usable
        ]
        return first + rest

    @cached_property
    def times(self) -> Counter[int]:
        """How often each agency is in the sum: a government's report says whom it adds up.

        The tree may have changed since: what a version says it counted is what it counted.
        """
        found = Counter(self.own.keys())
        for one in self._usable:
            found.update(_covers(one, self.agencies))
        return found

    @property
    def twice(self) -> list[int]:
        """Agencies that are in the sum more than once."""
        return sorted(one for one, many in self.times.items() if many > 1)

    @property
    def out_of_step(self) -> frozenset[int]:
        """Agencies of which the scope says nothing, or that it names and that are not below now."""
        scope = self.scope
        named = scope.chosen.members | scope.chosen.opened | scope.excluded.keys()
        domain = self.agencies.domain(self.agency.pk, scope.preset)
        forgotten = self.agencies.left_out(
            self.agency.pk, scope.preset, scope.chosen, scope.excluded
        )
        return forgotten | (named - domain)

    @property
    def rests_on(self) -> dict[str, Any]:
        """What a version keeps: plain values, ids as strings where they are keys."""
        return {
            "scope": self.scope.saved.pk if self.scope.saved else None,
            "versions": {str(one.agency): one.version for one in self._usable},
            "covers": sorted(self.times),
            "missing": sorted(one.agency.pk for one in self.missing),
        }


def roll_up(agency: Agency, year: int, known_at: datetime) -> Rollup:
    """Add up a government's report. Writes nothing.

    The queries do not grow with the members, only with lower governments whose own ledger counts.
    Raises NotAllowed: only a government's report adds up others'; a year that has no form.
    """
    if not adds_up(agency):
        raise NotAllowed(_("{agency}不是人民政府，年报不用汇总。").format(agency=agency.short_name))
    form = form_of(year)
    agencies = tree()
    decided = scope(agency, year, known_at, agencies)
    opened = Agency.objects.filter(pk__in=decided.chosen.opened)
    by_ledger = {one.pk: compile_report(one, year, known_at) for one in (agency, *opened)}
    reported = taken(decided.chosen.members, year, known_at, decided.basis)
    return Rollup(
        agency,
        year,
        known_at,
        form,
        decided,
        agencies,
        {key: one.report for key, one in by_ledger.items()},
        reported.taken,
        reported.stages,
        sum(one.uncounted for one in by_ledger.values()),
    )


def _figures(report: AnnualReport) -> dict[str, Figure]:
    return {cell: Figure(one.value, one.unit) for cell, one in report.cells.items()}


def _covers(one: Taken, agencies: Tree) -> frozenset[int]:
    if one.rests_on is None:
        return agencies.stands_for(one.agency) if one.agency in agencies.nodes else frozenset()
    return frozenset(one.rests_on["covers"])
