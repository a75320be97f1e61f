"""The statistics of a period; each number opens the list of what it counts."""

from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.casework import moment
from yangguang.inforequests.counting import MEASURE_NAMES, Measure, Period
from yangguang.inforequests.statistics import COLUMNS, OF_A_MONTH, statistics
from yangguang.law.receipt import FIRST_DAY
from yangguang.workspace import fields
from yangguang.workspace.access import FIGURES, access

LONGEST: Final = timedelta(days=366 * 5)


class Choose(fields.Filled):
    """Which period, and of which agency."""

    since = fields.day(lazy("从"))
    until = fields.day(lazy("到"))
    at = forms.TypedChoiceField(label=lazy("机关"), required=False, coerce=int, empty_value=None)

    def __init__(self, people: Standing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seen = Agency.objects.filter(pk__in=people.agencies(Capability.SEE_FIGURES))
        named = [(one.pk, one.short_name) for one in seen]
        self.fields["at"].choices = [("", _("全部")), *named]
        if len(named) == 1:
            del self.fields["at"]

    def clean(self) -> dict[str, Any]:
        """A period that can be counted."""
        kept: dict[str, Any] = super().clean() or {}
        since, until = kept.get("since"), kept.get("until")
        if since and until and until < since:
            self.add_error("until", _("结束日期 {day} 早于开始日期。").format(day=until))
        elif since and until and until - since > LONGEST:
            self.add_error("until", _("一次最多统计五年，请分几次看。"))
        elif since and since < FIRST_DAY:
            self.add_error("since", _("最早从 {day} 起：现行条例那天施行。").format(day=FIRST_DAY))
        return kept


@access(FIGURES)
@require_safe
def statistics_page(request: HttpRequest, people: Standing) -> HttpResponse:
    """The figures of the period in the address; else of this year so far."""
    today = moment.today()
    usual = Period(date(today.year, 1, 1), today)
    form = Choose(people, request.GET if "since" in request.GET else _filled(usual))
    period, agency = usual, None
    if form.is_valid():
        period = Period(form.cleaned_data["since"], form.cleaned_data["until"])
        agency = form.cleaned_data.get("at")
    found = statistics(people, period, today, agency)
    shown = {
        "form": form,
        "found": found,
        "totals": {one.value: figure for one, figure in found.totals.items()},
        "columns": [MEASURE_NAMES[one] for one in COLUMNS],
        "of_a_month": [MEASURE_NAMES[one] for one in OF_A_MONTH],
        "quick": [(name, urlencode(_filled(one)), one == period) for name, one in _quick(today)],
        "closed": MEASURE_NAMES[Measure.CLOSED],
        "agency": Agency.objects.filter(pk=agency).first() if agency else None,
        "today": today,
    }
    return render(request, "workspace/statistics.html", shown)


def _filled(period: Period) -> dict[str, str]:
    return {"since": f"{period.since}", "until": f"{period.until}"}


def _quick(today: date) -> list[tuple[str, Period]]:
    """Periods that are often looked at."""
    month = today.replace(day=1)
    last_month = (month - timedelta(days=1)).replace(day=1)
    return [
        (_("本月"), Period(month, today)),
        (_("上月"), Period(last_month, month - timedelta(days=1))),
        (_("今年"), Period(date(today.year, 1, 1), today)),
        (_("去年"), Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))),
    ]
