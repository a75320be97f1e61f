"""A roll-up as a workbook: the sums, every agency's figures, and what was added up and why."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.reporting.rolling_up.rollup import Rollup
from yangguang.reporting.rolling_up.scope import BASIS_NAMES, PRESET_NAMES
from yangguang.workspace.workbook import Cell, Sheet, of_sheets

_NAME, _FIGURE = 60, 14


def pieces(rollup: Rollup) -> Iterator[bytes]:
    """XLSX of three sheets: 汇总 a line a cell, 各机关 a line an agency, 范围."""
    cells = rollup.form.cell_ids
    return of_sheets(
        Sheet(
            _("汇总"),
            ((_("单元格"), _NAME), (_("合计"), _FIGURE), (_("没有填的机关数"), _FIGURE)),
            _sums(rollup),
        ),
        Sheet(
            _("各机关"),
            (
                (_("机关"), 30),
                (_("来源"), 24),
                *((cell_name(cell), _FIGURE) for cell in cells),
            ),
            _agencies(rollup),
        ),
        Sheet(
            _("范围"),
            ((_("项目或者机关"), 40), (_("内容"), 40), (_("说明"), 40)),
            _scope(rollup),
        ),
    )


def _sums(rollup: Rollup) -> Iterator[Sequence[Cell]]:
    for cell in rollup.form.cell_ids:
        yield (
            cell_name(cell),
            _plain(rollup.sum.cells.get(cell)),
            rollup.sum.blank.get(cell, 0),
        )


def _agencies(rollup: Rollup) -> Iterator[Sequence[Cell]]:
    cells = rollup.form.cell_ids
    for source in rollup.sources:
        yield (source.agency.name, source.said, *(_plain(source.value(cell)) for cell in cells))


def _scope(rollup: Rollup) -> Iterator[Sequence[Cell]]:
    scope, saved = rollup.scope, rollup.scope.saved
    at = timezone.localtime(rollup.known_at)
    yield (_("汇总机关"), rollup.agency.name)
    yield (_("年度"), rollup.year)
    yield (_("按这一刻掌握的情况"), f"{at:%Y-%m-%d %H:%M}")
    yield (_("范围"), str(PRESET_NAMES[scope.preset]))
    yield (_("采用的年报"), str(BASIS_NAMES[scope.basis]))
    if saved:
        decided = timezone.localtime(saved.at)
        yield (_("确定"), f"{saved.by.name} {decided:%Y-%m-%d %H:%M}")
    else:
        yield (_("确定"), _("还没有确定"))
    for source in rollup.sources:
        yield (source.agency.name, _("计入"), source.said)
    for one in rollup.missing:
        yield (one.agency.name, _("缺"), one.why)
    for key, why in scope.excluded.items():
        yield (rollup.named[key].name, _("不计入"), why)


@lru_cache(maxsize=4096)
def _plain(value: Decimal | None) -> int | float | None:
    """As a spreadsheet has it: whole where it is whole. Most figures are small, and many nought."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
