"""A roll-up as a workbook: the sums, every agency's figures, and what was added up and why."""

import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.annual_report.writing.csv_cells import harmless
from yangguang.reporting.rolling_up.rollup import Rollup
from yangguang.reporting.rolling_up.scope import BASIS_NAMES, PRESET_NAMES


def written(rollup: Rollup) -> bytes:
    """XLSX of three sheets: 汇总 a line a cell, 各机关 a line an agency, 范围."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for title, lines in (
        (_("汇总"), _sums(rollup)),
        (_("各机关"), _agencies(rollup)),
        (_("范围"), _scope(rollup)),
    ):
        sheet = book.create_sheet(title)
        sheet.column_dimensions["A"].width = 60
        for line in lines:
            sheet.append([harmless(one) if isinstance(one, str) else one for one in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sums(rollup: Rollup) -> Iterator[Sequence[Any]]:
    yield (_("单元格"), _("合计"), _("没有填的机关数"))
    for cell in rollup.form.cell_ids:
        yield (
            cell_name(cell),
            _plain(rollup.sum.cells.get(cell)),
            rollup.sum.blank.get(cell, 0),
        )


def _agencies(rollup: Rollup) -> Iterator[Sequence[Any]]:
    cells = rollup.form.cell_ids
    yield (_("机关"), _("来源"), *(cell_name(cell) for cell in cells))
    for source in rollup.sources:
        figures = (source.value(cell) for cell in cells)
        yield (source.agency.name, source.said, *(_plain(one) for one in figures))


def _scope(rollup: Rollup) -> Iterator[Sequence[Any]]:
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


def _plain(value: Decimal | None) -> int | float | None:
    """As a spreadsheet has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
