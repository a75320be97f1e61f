"""Two public reports side by side, two years or two agencies; and the page on which to choose."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yangguang.agencies.access import PUBLIC, access
from yangguang.annual_report.errors import Unreadable
from yangguang.casework import turns
from yangguang.portal import comparison
from yangguang.portal.views import errors
from yangguang.reporting import published
from yangguang.reporting.models import Publication

MOST_CHOICES: Final = 200
"""How many reports are offered at once; a name narrows them."""
LONGEST: Final = 60


class Choice(NamedTuple):
    """A report that can be chosen: its name in the address, its agency, its year."""

    name: str
    agency: str
    year: int


@access(PUBLIC)
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """`a` and `b`, each `<slug>/<year>`, side by side; where one is missing, choose."""
    a, b = (request.GET.get(side, "") for side in ("a", "b"))
    found = _found([one for one in (a, b) if one])
    if len(found) < len({a, b} - {""}):
        mistake = _("要对照的年报没有在这里公布，或者地址不对。请重新选。")
        return _choose(request, found.get(a), found.get(b), mistake, 404)
    if a and a == b:
        mistake = _("两边选的是同一份年报，没有什么可以对照。请换一份。")
        return _choose(request, found[a], None, mistake, 422)
    if not (a and b):
        return _choose(request, found.get(a), found.get(b))
    try:
        made = comparison.side_by_side(_said(found[a]), _said(found[b]))
    except Unreadable:
        return errors.not_compared(request)
    except turns.Crowded:
        return errors.crowded(request)
    sides = (found[b], found[a]) if made.is_swapped else (found[a], found[b])
    left, right = (reverse("published-report", args=[s.agency.slug, s.year]) for s in sides)
    shown = {"left": left, "right": right, "both": made.shown}
    return render(request, "portal/reports/comparison.html", shown)


def _found(names: Iterable[str]) -> dict[str, Publication]:
    """What is public now under these names. One query at most."""
    wanted = Q()
    for name in names:
        slug, _slash, year = name.rpartition("/")
        if slug and "\0" not in slug and year.isascii() and year.isdecimal() and len(year) == 4:
            wanted |= Q(agency__slug=slug, year=int(year))
    if not wanted:
        return {}
    found = published.current_with_content().filter(wanted)
    return {_choice(one).name: one for one in found}


def _said(one: Publication) -> dict[str, Any]:
    """What a report says, with the day on which it became public, which not every file tells."""
    day = one.published_on
    return {**one.version.content, "published_on": day.isoformat() if day else None}


def _choice(one: Publication) -> Choice:
    return Choice(f"{one.agency.slug}/{one.year}", one.agency.name, one.year)


def _choose(
    request: HttpRequest,
    a: Publication | None,
    b: Publication | None,
    mistake: str = "",
    status: int = 200,
) -> HttpResponse:
    words = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    offered = published.current().select_related("agency")
    if words:
        offered = offered.filter(agency__name__contains=words)
    ordered = offered.order_by("agency__region__code", "agency__slug", "-year")
    choices = [_choice(one) for one in ordered[: MOST_CHOICES + 1]]
    is_cut = len(choices) > MOST_CHOICES
    first, second = (_choice(one) if one else None for one in (a, b))
    # The year before is what one mostly wants to see beside a report.
    before = next((one for one in choices if first and _is_before(one, first)), None)
    shown = {
        "words": words,
        "choices": choices[:MOST_CHOICES],
        "is_cut": is_cut,
        "most": MOST_CHOICES,
        "sides": [
            ("a", _("第一份"), first, _kept(first, choices)),
            ("b", _("第二份"), second or before, _kept(second, choices)),
        ],
        "a": first,
        "mistake": mistake,
    }
    return render(request, "portal/reports/choose_two.html", shown, status=status)


def _is_before(one: Choice, other: Choice) -> bool:
    return one.agency == other.agency and one.year == other.year - 1


def _kept(chosen: Choice | None, choices: list[Choice]) -> Choice | None:
    """What was chosen, where the list does not offer it."""
    return chosen if chosen not in choices[:MOST_CHOICES] else None
