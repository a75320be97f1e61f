"""What is to be open to all: what many ask for, versions on their way, answers that are public."""

from dataclasses import dataclass, replace
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Agency
from yangguang.inforequests import public_answers, queries, similar
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
    in_doubt = list(public_answers.in_doubt(people))
    under_way = public_answers.under_way(people)
    cases = [*(one.case_id for one in in_doubt), *(one.case for one in under_way)]
    wanted = {case: shortened(said) for case, said in queries.wanted_in(cases).items()}
    shown = {
        "suggested": [one for one in suggested if one.demands],
        "may_be_suggested": bool(suggested),
        "in_doubt": [(one.number, wanted.get(one.case_id, "")) for one in in_doubt],
        "may_register": bool(people.agencies(Capability.REGISTER)),
        "under_way": [(one, wanted.get(one.case, "")) for one in under_way],
        "public": public_answers.of_agencies(people)[:_SHOWN],
    }
    return render(request, "workspace/publishing.html", shown)


def _wanted(agency: Agency) -> Wanted:
    found = similar.in_demand(agency.pk, agency.rules.asked_by_many)
    return Wanted(agency, [replace(one, wanted=shortened(one.wanted)) for one in found])
