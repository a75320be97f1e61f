"""What a version keeps of the figures of the records that its words name, and what came after.

The words of a version hold the figures themselves and never change. Beside them is kept which cases
each figure counted, so that what is entered later is a difference that can be told.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from yangguang.agencies.models import Agency
from yangguang.annual_report.checking import Finding, Severity
from yangguang.annual_report.checking.cell_names import figure as in_words
from yangguang.reporting import published
from yangguang.reporting.models import Version, YearReport
from yangguang.reporting.recorded import registry
from yangguang.reporting.recorded.figure import Recorded

KEY: Final = "recorded"
"""Under which it stands beside the cells in `Version.counted`."""


class Kept(NamedTuple):
    """A figure as a version says it, in digits, and the ids of the cases that it counted."""

    value: str
    cases: list[int]


def of(report: YearReport, known_at: datetime, named: Mapping[str, Decimal]) -> dict[str, Kept]:
    """What a version is to keep: id → value and cases. `named`: name → figure."""
    agency, year = report.agency, report.year
    return {
        one.id: Kept(str(named[one.name]), registry.counted(one, agency, year, known_at))
        for one in registry.figures(agency)
        if one.name in named
    }


def kept(version: Version) -> dict[str, Kept]:
    """What a version keeps; nothing where its words name no such figure, or it was brought in."""
    if not version.counted:
        return {}
    held = json.loads(gzip.decompress(bytes(version.counted))).get(KEY, {})
    return {id: Kept(**one) for id, one in held.items()}


class Since(NamedTuple):
    """A figure that the published words state, and that the records give otherwise now."""

    figure: Recorded
    published: Decimal
    now: Decimal | None


def since(agency: Agency, year: int, known_at: datetime) -> list[Since]:
    """What differs at a moment from what the published words of a year state."""
    public = published.latest(agency, year, known_at)
    stated = kept(public.version) if public else {}
    figures = [one for one in registry.figures(agency) if one.id in stated]
    found = registry.values(agency, year, known_at, [one.name for one in figures])
    every = (Since(one, Decimal(stated[one.id].value), found.get(one.name)) for one in figures)
    return [one for one in every if one.now != one.published]


def findings(agency: Agency, year: int, known_at: datetime) -> Iterator[Finding]:
    """The same as one finding that names each, for who decides whether to correct the report."""
    every = since(agency, year, known_at)
    if not every:
        return
    stated = _("、").join(
        _("{name}公布 {published} {unit}，台账现有 {now} {unit}").format(
            name=one.figure.name,
            published=in_words(one.published),
            now=in_words(one.now or Decimal(0)),
            unit=one.figure.unit,
        )
        for one in every
    )
    yield Finding(
        "recorded.changed_since",
        Severity.WARNING,
        _(
            "公布的文字里有的数和台账不一致：{stated}。年报公布以后有补记或者冲正的记录。"
            "请编制更正版，或者留下差异的说明。"
        ).format(stated=stated),
        "《中华人民共和国政府信息公开条例》第五十条",
    )
