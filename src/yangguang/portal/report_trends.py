"""An agency's run of years for everyone: a table, and the same drawn."""

from decimal import Decimal
from typing import Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang.agencies.access import PUBLIC, access
from yangguang.agencies.models import Agency
from yangguang.annual_report import rates
from yangguang.portal.numerals import written
from yangguang.portal.trend_drawing import Chart, Point, charts
from yangguang.reporting.run_of_years import MOST_YEARS, TOPICS, OfYear, Run, run_of

_NONE: Final = "—"
_WHOLE: Final = Decimal(100)
"""The scale of every rate, in percent."""


class Line(NamedTuple):
    """A line of the table: a figure, and what it is in each year."""

    name: str
    words: list[str]


class Part(NamedTuple):
    """A topic: the lines of the table and the charts; `hint` what one must know to read it."""

    id: str
    title: str
    hint: str
    lines: list[Line]
    charts: list[Chart]


@access(PUBLIC)
@require_safe
def trend(request: HttpRequest, slug: str) -> HttpResponse:
    """What an agency's published reports say, year beside year."""
    agency = get_object_or_404(Agency, slug=slug)
    run = run_of(agency)
    parts = [*_counts(run), _rate(run)] if run.years else []
    shown = {
        "agency": agency,
        "run": run,
        "parts": parts,
        "across": len(run.years) + 1,
        "most": MOST_YEARS,
        "gaps": [one.year for one in run.years if not one.is_published],
        "definition": rates.DEFINITION,
        "formula": rates.FORMULA,
    }
    return render(request, "portal/reports/trend.html", shown)


def _counts(run: Run) -> list[Part]:
    parts = []
    for number, topic in enumerate(TOPICS, 1):
        words = {name: [_word(one.figures[name]) for one in run.years] for name in topic.figures}
        drawn = charts(
            f"chart-{number}",
            [
                (
                    name,
                    [
                        Point(one.year, one.figures[name], word)
                        for one, word in zip(run.years, words[name], strict=True)
                    ],
                )
                for name in topic.figures
            ],
        )
        lines = [Line(name, said) for name, said in words.items()]
        parts.append(Part(f"topic-{number}", topic.title, _("单位：件"), lines, drawn))
    return parts


def _rate(run: Run) -> Part:
    lines = [
        Line(rates.NAME, [_percent(one) or _why_none(one) for one in run.years]),
        Line(_("其中：办结件数（n）"), [_whole(one) for one in run.years]),
    ]
    drawn = charts("chart-rate", [(rates.NAME, [_point(one) for one in run.years])], most=_WHOLE)
    hint = _("年份下面是办结件数 n。柱子顶格是 100%。“不算”：见表里的原因。")
    return Part("topic-rate", rates.NAME, hint, lines, drawn)


def _point(one: OfYear) -> Point:
    if one.rate is None:
        return Point(one.year, None, _NONE)
    said = _("{rate}（n={n}）").format(rate=_percent(one) or one.rate.why_none, n=_whole(one))
    note = f"n={_whole(one)}"
    return Point(one.year, one.rate.percent, _percent(one) or _("不算"), said, note)


def _word(value: Decimal | None) -> str:
    return _NONE if value is None else written(value)


def _percent(one: OfYear) -> str:
    percent = one.rate.percent if one.rate else None
    return "" if percent is None else f"{percent:.1f}%"


def _why_none(one: OfYear) -> str:
    return one.rate.why_none if one.rate else _NONE


def _whole(one: OfYear) -> str:
    return _word(one.rate.whole) if one.rate else _NONE
