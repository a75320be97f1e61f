"""Those who were asked about a request, as its page lists them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from yangguang.casework import personal, sealing
from yangguang.casework.models import Party
from yangguang.casework.models.personal import PartyRole
from yangguang.inforequests import consulting
from yangguang.inforequests.derivation import Standing

CONSULTED_ROLES: Final = frozenset({PartyRole.THIRD_PARTY, PartyRole.CO_PRODUCER})


@dataclass(frozen=True, slots=True)
class ConsultedShown:
    """One that was asked: by which `letter`, what it is called on the clock, who it is.

    `who` is masked where it is a third party (`is_third`), for an organ is no secret. `party` is
    its id. `stands` says what came of it, and what the law makes of that.
    """

    letter: int
    name: str
    who: str
    party: int
    is_third: bool
    asked_on: date
    received_on: date | None
    stands: str


def shown(request: Standing, parties: Sequence[Party], on: date) -> tuple[ConsultedShown, ...]:
    """Everyone who was asked, in order; `parties` are those of the case. No queries."""
    known = {party.pk: party for party in parties}
    return tuple(
        ConsultedShown(
            one.asking.letter,
            one.name,
            _who(known[one.asking.party]),
            one.asking.party,
            known[one.asking.party].role == PartyRole.THIRD_PARTY,
            one.asking.asked_on,
            one.asking.received_on,
            consulting.stands(one, on),
        )
        for one in consulting.everyone(request)
    )


def _who(party: Party) -> str:
    try:
        told = personal.particulars_of(party)
    except (personal.Erased, sealing.CannotOpen):
        return _("（信息已按规定销毁）")
    return told.name if party.role == PartyRole.CO_PRODUCER else personal.masked(told).name
