"""What is to be open to all: what many ask for, versions on their way, answers that are public."""

from dataclasses import dataclass, replace
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.inforequests import public_answers, queries, similar
from yangguang.inforequests.public_answers import UnderWay
from yangguang.inforequests.similar import Demand
from yangguang.workspace.access import STAFF, access
from yangguang.workspace.rows import shortened

_SHOWN: Final = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What many ask of an agency."""

    agency: Agency
    demands: list[Demand]


@access(STAFF)
@require_safe
def publishing(request: HttpRequest, people: Standing) -> HttpResponse:
    """The suggestions (Art. 44) for who assigns; what is under way and public for all the staff."""
    heading = Agency.objects.filter(pk__in=people.agencies(Capability.ASSIGN))
    suggested = [_wanted(agency) for agency in heading.select_related("rules")]
    shown = {
        "suggested": [one for one in suggested if one.demands],
        "may_be_suggested": bool(suggested),
        "under_way": _under_way(people),
        "public": public_answers.of_agencies(people)[:_SHOWN],
    }
    return render(request, "workspace/publishing.html", shown)


def _under_way(people: Standing) -> list[UnderWay]:
    found = public_answers.under_way(people)
    wanted = queries.wanted_in([one.case for one in found])
    return [replace(one, wanted=shortened(wanted.get(one.case, ""))) for one in found]


def _wanted(agency: Agency) -> Wanted:
    found = similar.in_demand(agency.pk, agency.rules.asked_by_many)
    return Wanted(agency, [replace(one, wanted=shortened(one.wanted)) for one in found])
