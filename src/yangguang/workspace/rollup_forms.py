"""What is asked when it is decided whose reports are added up: one thing at a time."""

from collections.abc import Callable, Mapping
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from yangguang.casework.errors import Mistakes
from yangguang.reporting.rolling_up.rollup import Rollup
from yangguang.reporting.rolling_up.scope import Decided
from yangguang.reporting.rolling_up.taking import Basis
from yangguang.reporting.rolling_up.tree import Chosen, Preset
from yangguang.workspace.fields import whole_number


def decided(rollup: Rollup, given: QueryDict) -> Decided:
    """The scope as it is now, with what was sent changed in it. Raises Mistakes (`scope`)."""
    change = _CHANGES.get(given.get("change", ""))
    if change is None:
        raise Mistakes({"scope": _("请选择要改什么。")})
    return change(rollup, given)


def _keep(rollup: Rollup, given: QueryDict) -> Decided:
    preset, basis = given.get("preset", ""), given.get("basis", "")
    if preset not in set(Preset) or basis not in set(Basis):
        raise Mistakes({"scope": _("请选择范围，和采用哪些年报。")})
    scope = rollup.scope
    return _of(rollup, Preset(preset), Basis(basis), scope.chosen.opened, scope.excluded)


def _exclude(rollup: Rollup, given: QueryDict) -> Decided:
    agency, reason = _agency(given), given.get("reason", "")
    if agency not in rollup.scope.chosen.members:
        raise Mistakes({"scope": _("请选择不计入的机关。")})
    return _changed(rollup, excluded={**rollup.scope.excluded, agency: reason})


def _include(rollup: Rollup, given: QueryDict) -> Decided:
    agency = _agency(given)
    if agency not in rollup.scope.excluded:
        raise Mistakes({"scope": _("请选择重新计入的机关。")})
    rest = {one: why for one, why in rollup.scope.excluded.items() if one != agency}
    return _changed(rollup, excluded=rest)


def _open(rollup: Rollup, given: QueryDict) -> Decided:
    agency = _agency(given)
    if agency not in rollup.scope.chosen.members or not rollup.agencies.is_government(agency):
        raise Mistakes({"scope": _("请选择下级政府。")})
    return _changed(rollup, opened=rollup.scope.chosen.opened | {agency})


def _close(rollup: Rollup, given: QueryDict) -> Decided:
    agency = _agency(given)
    if agency not in rollup.scope.chosen.opened:
        raise Mistakes({"scope": _("请选择下级政府。")})
    return _changed(rollup, opened=rollup.scope.chosen.opened - {agency})


def _agency(given: QueryDict) -> int:
    return whole_number(given.get("agency", "")) or 0


def _changed(
    rollup: Rollup,
    opened: frozenset[int] | None = None,
    excluded: Mapping[int, str] | None = None,
) -> Decided:
    scope = rollup.scope
    return _of(
        rollup,
        scope.preset,
        scope.basis,
        scope.chosen.opened if opened is None else opened,
        scope.excluded if excluded is None else excluded,
    )


def _of(
    rollup: Rollup,
    preset: Preset,
    basis: Basis,
    opened: frozenset[int],
    excluded: Mapping[int, str],
) -> Decided:
    """Everyone the preset takes but for those left out; who is no part of it any more is not."""
    every = rollup.agencies.chosen(rollup.agency.pk, preset, opened)
    out = {one: why for one, why in excluded.items() if one in every.members}
    return Decided(preset, basis, Chosen(every.members - out.keys(), every.opened), out)


_CHANGES: Final[Mapping[str, Callable[[Rollup, QueryDict], Decided]]] = {
    "keep": _keep,
    "exclude": _exclude,
    "include": _include,
    "open": _open,
    "close": _close,
}
