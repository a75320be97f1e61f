"""Decide whose reports a government's report adds up."""

from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.checking.cell_names import several
from yangguang.casework import moment
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.reporting.acting import acting
from yangguang.reporting.life import Move
from yangguang.reporting.models import RollUpScope, YearReport
from yangguang.reporting.plain_words import plain
from yangguang.reporting.rolling_up.scope import Decided, adds_up, as_rows, tree
from yangguang.reporting.rolling_up.tree import Tree

_LONGEST: Final = 200


def set_scope(report: YearReport, decided: Decided, people: Standing) -> RollUpScope:
    """Keep what was decided, with its date; what was decided before stays on record.

    Raises NotAllowed: not theirs, not being written, not a government's. Mistakes (`members`,
    `reason`): one counted twice, left out without a reason, or not below this government.
    """
    if not adds_up(report.agency):
        raise NotAllowed(_("只有人民政府的年报汇总别的机关的年报。"))
    said = {one: plain(why) for one, why in decided.excluded.items()}
    decided = replace(decided, excluded=said)
    with acting(report, Move.WRITE, people) as situation:
        _require_sound(report.agency, decided, tree())
        assert situation.people.person is not None
        return RollUpScope.objects.create(
            report=report,
            preset=decided.preset.value,
            basis=decided.basis.value,
            by=situation.people.person,
            at=moment.now(),
            **as_rows(decided.chosen, decided.excluded),
        )


def _require_sound(agency: Agency, decided: Decided, agencies: Tree) -> None:
    chosen, excluded = decided.chosen, decided.excluded
    every = chosen.members | chosen.opened | excluded.keys()
    if strangers := every - agencies.domain(agency.pk, decided.preset):
        said = _("不在汇总的范围内：{names}。")
        raise Mistakes({"members": said.format(names=_names(strangers))})
    if wrong := {one for one in chosen.opened if not agencies.is_government(one)}:
        said = _("只有下级政府有自己的汇总：{names}没有。")
        raise Mistakes({"members": said.format(names=_names(wrong))})
    if both := agencies.both(chosen):
        whole, one = both[0]
        raise Mistakes(
            {
                "members": _(
                    "{whole}的汇总已经包括{one}，不能重复计入：要么用下级政府的汇总，要么用它的成员。"
                ).format(whole=_names({whole}), one=_names({one}))
            }
        )
    if twice := (chosen.members | chosen.opened) & excluded.keys():
        raise Mistakes({"members": _("{names}不能又计入又不计入。").format(names=_names(twice))})
    if left := agencies.left_out(agency.pk, decided.preset, chosen, excluded):
        said = _("没有计入，也没有写明理由：{names}。")
        raise Mistakes({"members": said.format(names=_names(left))})
    if any(not why or len(why) > _LONGEST for why in excluded.values()):
        raise Mistakes({"reason": _("请写明为什么不计入，最多 200 字。")})


def _names(agencies: frozenset[int] | set[int]) -> str:
    return several(Agency.objects.filter(pk__in=agencies).values_list("short_name", flat=True))
