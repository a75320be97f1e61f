"""Erasing the personal data of a case: the keys destroyed, the ledger whole.

What was sealed under them (particulars, words, files) cannot be read by anyone any more, and
nobody is found by name or number. The ledger still says what was done and when. Copies of the
database made before hold the wrapped keys until they are thrown away themselves.

Each party has a key of its own, so that an agent's data can go before the case's do. The
applicant's key is the case's too: what they asked for and what they were answered are theirs.
"""

from collections.abc import Collection, Iterable, Sequence, Set
from datetime import date
from typing import Any, Final, NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.casework import attachments, kinds, ledger, moment
from yangguang.casework.errors import NotAllowed
from yangguang.casework.models import (
    Attachment,
    Case,
    CaseState,
    CaseText,
    DataKey,
    Event,
    Keeping,
    Likeness,
    PackedCase,
    Party,
    PartyIndex,
)
from yangguang.casework.personal import CONSULTED
from yangguang.law.erasure import Basis

_ERASED: Final = lazy("个人信息已经销毁过。")
OPERATOR: Final = ledger.Actor()
"""Who runs the machine. The ledger names no person for them: they need no account, for database
and keys are in their hands in any case."""


class Held(NamedTuple):
    """What of a case can still be opened: parties' particulars, texts, files."""

    parties: int
    texts: int
    files: int


def held(case: Case) -> Held:
    """What erasing would destroy now."""
    return Held(*(rows.filter(key__destroyed_at__isnull=True).count() for rows in _sealed(case)))


def erase(case: Case, basis: Basis, people: Standing) -> Event:
    """Destroy every key of a closed case, for good; on record. Raises NotAllowed."""
    return _erase(case, basis, _administrator(case, people), _keys_of(case))


def erase_party(party: Party, basis: Basis, people: Standing) -> Event:
    """Destroy the key of one party of a closed case; the others' data and the case's stay.

    Raises NotAllowed; also for the applicant, whose key seals the case's words and files.
    """
    if _seals_more(party):
        raise NotAllowed(_("申请人的信息和案件的内容是一体的，请销毁整个案件的个人信息。"))
    return _erase(party.case, basis, _administrator(party.case, people), {party.key_id})


def _administrator(case: Case, people: Standing) -> ledger.Actor:
    if not people.can(Capability.ADMINISTER, case.agency_id):
        raise NotAllowed(_("您没有在这个机关销毁个人信息的权限。"))
    holding = people.holding(Capability.ADMINISTER, case.agency_id)
    return ledger.Actor(people.person, holding.instead_of if holding else None)


def erase_as_listed(case: Case, people: Standing) -> Event:
    """The same for a case on a list that was approved (`casework.disposal`). Raises NotAllowed."""
    return _erase(case, Basis.PERIOD_OVER, _administrator(case, people), _keys_of(case))


def erase_at_the_machine(case: Case, basis: Basis) -> Event:
    """The same by OPERATOR: for the command line, never for a page. Raises NotAllowed."""
    return _erase(case, basis, OPERATOR, _keys_of(case))


def erased_on(cases: Collection[int]) -> dict[int, date]:
    """By the ids of cases: the day on which data of theirs were last erased. One query."""
    events = Event.objects.filter(case__in=cases, kind=ledger.ERASED).order_by("seq")
    return dict(events.values_list("case", "occurred_on"))


def objection(case: Case) -> str:
    """Why the data of a case may not be erased now; empty where they may."""
    state = CaseState.objects.filter(case=case).first()
    if state is None or state.closed_on is None:
        return _("案件还没有办结，个人信息还要用，不能销毁。")
    if state.is_disputed:
        return _("案件的复议、诉讼还没有审结，个人信息还要用，不能销毁。")
    if not any(held(case)):
        return str(_ERASED)
    return needed(case, Event.objects.filter(case=case).order_by("seq"))


def needed(case: Case, events: Iterable[Event]) -> str:
    """Why the data of a closed case are still needed, by its events; empty where they are not."""
    return kinds.of(case.kind).needed(ledger.standing_events(events))


def _erase(case: Case, basis: Basis, actor: ledger.Actor, keys: Set[int]) -> Event:
    with transaction.atomic():
        locked = Case.objects.select_for_update(no_key=True).get(pk=case.pk)
        if said := objection(locked):
            raise NotAllowed(said)
        destroyed = destroyed_now(keys)
        if not destroyed:
            raise NotAllowed(str(_ERASED))
        PartyIndex.objects.filter(party__case=locked, party__key__in=destroyed).delete()
        Likeness.objects.filter(case=locked, key__in=destroyed).delete()
        if not any(held(locked)):
            Keeping.objects.filter(case=locked).delete()
        places = [*_files_under(locked, destroyed), *_unpacked(locked)]
        transaction.on_commit(lambda: _remove(places))
        return ledger.record(
            locked,
            ledger.ERASED,
            occurred_on=moment.today(),
            actor=actor,
            payload={"keys": destroyed, "basis": basis},
        )


def _keys_of(case: Case) -> set[int]:
    return {pk for rows in _sealed(case) for pk in rows.values_list("key", flat=True)}


def _sealed(case: Case) -> tuple[QuerySet[Any], ...]:
    """What of a case is sealed, by table; what is open to everyone is nobody's personal data."""
    texts = CaseText.objects.filter(case=case)
    return Party.objects.filter(case=case), texts, attachments.files_of(case)


def _seals_more(party: Party) -> bool:
    """Whether a party's key seals more than that party's data."""
    others = Party.objects.filter(key=party.key_id).exclude(role=party.role)
    return (
        others.exists()
        or CaseText.objects.filter(key=party.key_id).exclude(kind=CONSULTED).exists()
        or Attachment.objects.filter(key=party.key_id).exclude(kind=CONSULTED).exists()
    )


def destroyed_now(keys: Set[int]) -> list[int]:
    """Destroy keys, in the transaction; those of them that existed until now."""
    standing = DataKey.objects.select_for_update().filter(pk__in=keys, destroyed_at__isnull=True)
    found = sorted(standing.values_list("pk", flat=True))
    DataKey.objects.filter(pk__in=found).update(wrapped=b"", destroyed_at=moment.now())
    return found


def _files_under(case: Case, keys: Sequence[int]) -> QuerySet[Attachment, str]:
    return Attachment.objects.filter(case=case, key__in=keys).values_list("stored", flat=True)


def _unpacked(case: Case) -> list[str]:
    """Takes a case out of the packages that it is in; where it lay."""
    packed = PackedCase.objects.filter(case=case)
    places = [one for one in packed.values_list("stored", flat=True) if one]
    packed.update(stored="", digest="", fault=_ERASED)
    return places


def _remove(places: Sequence[str]) -> None:
    for place in places:
        attachments.remove(place)
