"""Answers that keep something back under Arts 14 to 16, and when they are looked at anew (Art. 18).

From the day on which the answer left, or on which it was last looked at, a year (the agency's
setting) may pass. What need not be kept back any more is listed until it is opened.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Rules
from yangguang.casework.models import CaseState
from yangguang.inforequests import queries
from yangguang.inforequests.derivation import Stage
from yangguang.law.dispositions import REEXAMINED
from yangguang.law.reexamination import last_looked_at


class Finding(StrEnum):
    """What looking at it anew found."""

    STILL_HOLDS = "still_holds"
    GONE = "gone"


FINDING_NAMES: Final = {
    Finding.STILL_HOLDS: lazy("理由仍然成立，继续不予公开"),
    Finding.GONE: lazy("理由已经消失，可以公开"),
}


def objection(stage: Stage, in_force: str) -> str:
    """Why there is nothing to look at anew; empty where there is.

    `in_force`: the disposition of the answer that holds now.
    """
    if stage is Stage.ANSWERED and in_force in REEXAMINED:
        return ""
    return _("只有已经答复、依据第十四条至第十六条没有公开的，才要定期复查（第十八条）。")


def kept_back(people: Standing) -> QuerySet[CaseState]:
    """What has been kept back at the agencies whose cases a person handles, the oldest first."""
    theirs = queries.states_visible_to(people).filter(
        agency__in=people.agencies(Capability.HANDLE), looked_at__isnull=False
    )
    return theirs.prefetch_related("agency").order_by("looked_at", "case")


def due(people: Standing, on: date) -> QuerySet[CaseState]:
    """What is to be looked at anew, by each agency's setting."""
    is_due = Q(pk__in=())
    for months, agencies in _settings(people.agencies(Capability.HANDLE)).items():
        is_due |= Q(agency__in=agencies, looked_at__lte=last_looked_at(on, months))
    return kept_back(people).exclude(reexamined=Finding.GONE).filter(is_due)


def may_be_opened(people: Standing) -> QuerySet[CaseState]:
    """What need not be kept back any more."""
    return kept_back(people).filter(reexamined=Finding.GONE)


def _settings(agencies: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    rules = Rules.objects.filter(agency__in=agencies)
    for agency, months in rules.values_list("agency", "reexamination_months"):
        found.setdefault(months, []).append(agency)
    return found
