"""Figures entered by hand: where there are no records, or over them with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.agencies.models import Agency
from yangguang.annual_report.form import Form, table2
from yangguang.annual_report.money import SUMS_OF_MONEY, in_form_s_unit
from yangguang.casework import knowing, moment
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes
from yangguang.reporting import evidence, figures
from yangguang.reporting.actions.permission import form_that_is_open, require_may_report
from yangguang.reporting.models import EnteredFigure, Evidence
from yangguang.reporting.plain_words import plain, too_long
from yangguang.reporting.under_way import as_decided

_CHANGES: Final = frozenset(
    table2.TABLE_2019.cell_id(row.id, "items_change") for row in table2.TABLE_2019.rows
)
"""The cells that say by how much something changed: they may be negative."""
_LARGEST: Final = Decimal(10) ** 12
_PLACES: Final = 6
UNITS: Final = ("", "元", "万元")
LONGEST_SOURCE: Final = 200
LONGEST_REASON: Final = 500


@dataclass(frozen=True, slots=True)
class Entry:
    """What is entered for a cell. `value` None takes back what was entered; `unit` of a sum."""

    cell: str
    value: Decimal | None
    source: str
    reason: str = ""
    unit: str = ""


class SomeAreWrong(Exception):
    """Figures of several are not right, and none was entered. `wrong`: cell → field → sentence."""

    def __init__(self, wrong: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(len(wrong))
        self.wrong = wrong


def enter_figure(
    agency: Agency, year: int, entry: Entry, people: Standing, upload: Upload | None = None
) -> EnteredFigure:
    """Put a figure into a cell of a year's report, with its source and the file that bears it out.

    A reason is asked for where the records give another figure, and where what was entered before
    is changed or taken back; of 上年结转 the records give what was decided for the report
    (`under_way.as_decided`). Raises NotAllowed, Mistakes.
    """
    require_may_report(agency, people)
    if wrong := _unsound(form_that_is_open(year), _plainly(entry)):
        raise Mistakes(wrong)
    file = evidence.examined(upload) if upload else None
    try:
        (made,) = enter_figures(agency, year, [entry], people, file)
    except SomeAreWrong as found:
        raise Mistakes(dict(found.wrong[entry.cell])) from None
    return made


def enter_figures(
    agency: Agency,
    year: int,
    entries: Sequence[Entry],
    people: Standing,
    file: Evidence | None = None,
) -> list[EnteredFigure]:
    """Enter several figures, of different cells, at once: all of them or none.

    `file`, examined and not yet saved, bears out every one of them. Raises NotAllowed,
    SomeAreWrong.
    """
    person = require_may_report(agency, people)
    form = form_that_is_open(year)
    entries = [_plainly(one) for one in entries]
    records = as_decided(agency, year, moment.now()).records
    with transaction.atomic():
        knowing.writing()
        Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
        before = figures.entered(agency, year, moment.now())
        said = ((one, objections(form, one, records, before)) for one in entries)
        if wrong := {one.cell: found for one, found in said if found}:
            raise SomeAreWrong(wrong)
        kept = evidence.keep(file, agency) if file else None
        return EnteredFigure.objects.bulk_create(
            EnteredFigure(
                agency=agency,
                year=year,
                cell=one.cell,
                value=one.value,
                unit=one.unit,
                source=one.source,
                reason=one.reason,
                evidence=kept,
                by=person,
                at=moment.now(),
            )
            for one in entries
        )


def objections(
    form: Form,
    entry: Entry,
    records: Mapping[str, Decimal],
    before: Mapping[str, EnteredFigure],
) -> dict[str, str]:
    """Why a figure cannot be entered: field → sentence; empty where it can.

    `records`: what the records give, `before`: what is entered now, both by cell.
    """
    entry = _plainly(entry)
    wrong = _unsound(form, entry)
    if "cell" in wrong or "value" in wrong:
        return wrong
    return {**_lacks_reason(entry, records.get(entry.cell), before.get(entry.cell)), **wrong}


def _plainly(entry: Entry) -> Entry:
    return replace(entry, source=plain(entry.source), reason=plain(entry.reason))


def _unsound(form: Form, entry: Entry) -> dict[str, str]:
    if entry.cell not in form.cell_ids:
        return {"cell": _("这一年的年报格式里没有这一格。")}
    wrong: dict[str, str] = {}
    if said := _against(entry):
        wrong["value"] = said
    if entry.unit not in UNITS or (entry.unit and entry.cell not in SUMS_OF_MONEY):
        wrong["unit"] = _("只有金额有单位：元，或者万元。")
    if not entry.source:
        wrong["source"] = _("请写明数字的来源：哪个科室、哪份台账或者文件。")
    for name, words, longest in (
        ("source", entry.source, LONGEST_SOURCE),
        ("reason", entry.reason, LONGEST_REASON),
    ):
        if len(words) > longest:
            wrong[name] = too_long(words, longest)
    return wrong


def _against(entry: Entry) -> str:
    value = entry.value
    if value is None:
        return ""
    if not value.is_finite():
        return _("请填一个数字。")
    if abs(value) >= _LARGEST:
        return _("数字太大了，最多十二位；请看是不是多写了。")
    if value < 0 and entry.cell not in _CHANGES:
        return _("这一格不能是负数。")
    if entry.cell not in SUMS_OF_MONEY and value != value.to_integral_value():
        return _("这一格数的是件数，不能有小数。")
    if value != round(value, _PLACES):
        return _("最多六位小数。")
    return ""


def _lacks_reason(
    entry: Entry, records: Decimal | None, before: EnteredFigure | None
) -> dict[str, str]:
    if entry.value is None and before is None:
        return {"value": _("这一格没有手工填写的数字，不用撤回。")}
    if entry.reason:
        return {}
    if entry.value is not None and records not in (None, _in_form_s_unit(entry)):
        said = _("台账里是 {records}，填的是 {entered}：请写明为什么和台账不一致。")
        entered = f"{entry.value:f}{entry.unit}"
        return {"reason": said.format(records=f"{records:f}", entered=entered)}
    return {"reason": _("这一格已经填过，请写明为什么要改。")} if before is not None else {}


def _in_form_s_unit(entry: Entry) -> Decimal:
    assert entry.value is not None
    return in_form_s_unit(entry.cell, entry.value, entry.unit)
