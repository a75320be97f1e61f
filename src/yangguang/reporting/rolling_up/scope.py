"""Whom a government's report adds up: what was decided last, or what a preset would take."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from yangguang.agencies.models import Agency, AgencyKind
from yangguang.reporting.models import RollUpScope
from yangguang.reporting.rolling_up.taking import Basis
from yangguang.reporting.rolling_up.tree import Chosen, Preset, Tree

PRESET_NAMES: Final = {
    Preset.OWN: _("本级：本级政府的部门和办公室"),
    Preset.WHOLE: _("全域：连同下级政府和乡镇、街道"),
}
BASIS_NAMES: Final = {
    Basis.PUBLISHED: _("只用已经公布的年报"),
    Basis.SUBMITTED: _("没有公布的，用已经报送的年报"),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """Whom to add up. `excluded`: the id of an agency → why it is left out."""

    preset: Preset
    basis: Basis
    chosen: Chosen
    excluded: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scope(Decided):
    """Whom a report adds up; `saved` is None while nobody has decided it: a preset's, then."""

    saved: RollUpScope | None = None


def adds_up(agency: Agency) -> bool:
    """Whether an agency's report is made of others'."""
    return agency.kind == AgencyKind.GOVERNMENT


def tree() -> Tree:
    """Every agency, as they stand now. One query."""
    return Tree.of(Agency.objects.values_list("pk", "parent", "kind"))


def scope(agency: Agency, year: int, known_at: datetime, agencies: Tree) -> Scope:
    """What was decided for a government's report as known at a moment. One query."""
    saved = (
        RollUpScope.objects.filter(report__agency=agency, report__year=year, at__lte=known_at)
        .select_related("by")
        .order_by("-pk")
        .first()
    )
    if saved is None:
        chosen = agencies.chosen(agency.pk, Preset.WHOLE)
        return Scope(Preset.WHOLE, Basis.SUBMITTED, chosen)
    return Scope(
        Preset(saved.preset),
        Basis(saved.basis),
        Chosen(frozenset(saved.members), frozenset(saved.opened)),
        {int(one): why for one, why in saved.excluded.items()},
        saved,
    )


def as_rows(chosen: Chosen, excluded: Mapping[int, str]) -> dict[str, Any]:
    """As a `RollUpScope` keeps it."""
    return {
        "members": sorted(chosen.members),
        "opened": sorted(chosen.opened),
        "excluded": {str(one): excluded[one] for one in sorted(excluded)},
    }
