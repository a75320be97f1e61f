"""A request with several matters becomes several; several are handled together (Art. 45).

A part is a case of its own with the receipt and the period of the whole: number, answer, row in
Table 3 (see `splitting`).
The whole is closed and counted nowhere. What is handled together is only listed together: each is
answered and counted for itself (decision 0006).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import ledger, likeness, personal
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, CaseText, DataKey, Event, Party
from yangguang.casework.models.personal import PartyRole
from yangguang.inforequests import derivation, splitting, taking_in
from yangguang.inforequests.acting import Situation, acting
from yangguang.inforequests.application import Authority
from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.events import KIND, What
from yangguang.inforequests.lookup import normalised
from yangguang.inforequests.moves import Move
from yangguang.law.receipt import Channel, Confirmation
from yangguang.law.requests import ApplicantKind

MOST_PARTS: Final = 20


def split(
    case: Case, matters: Sequence[str], people: Standing, seen: int | None = None
) -> list[Case]:
    """Make each of the matters (what is wanted, in words) a case of its own; close the whole.

    Raises NotAllowed, Mistakes.
    """
    wanted = [one.strip() for one in matters if one.strip()]
    if not 2 <= len(wanted) <= MOST_PARTS:
        said = _("请把申请分成 2 至 {most} 件，各件之间空一行。")
        raise Mistakes({"matters": said.format(most=MOST_PARTS)})
    with acting(case, Move.SPLIT, people, seen) as situation:
        children = [_part(situation, words) for words in wanted]
        situation.record(What.SPLIT, {"children": [one.pk for one in children]})
        return children


def _part(situation: Situation, words: str) -> Case:
    """A case for one matter: same receipt, same period, same parties, same handler.

    The parties' data are opened and sealed anew under keys of the part's own, never written down
    between: each case's data can be destroyed for itself. Files stay with the whole.
    """
    request = situation.request
    assert request.arrived is not None
    child, _code = taking_in.open_case(situation.agency)  # it is followed by the whole's number
    key, party = _parties(situation.case, child)
    asked = personal.words_of(CaseText.objects.select_related("key", "case").get(pk=request.text))
    assert isinstance(asked, dict)
    text = personal.add_text(child, "request", {**asked, "wanted": words}, key)
    likeness.index(child, key, words)
    payload = {
        "channel": Channel(request.channel),
        "arrived": request.arrived.isoformat(),
        "applicant_kind": ApplicantKind(request.applicant_kind),
        "authority": Authority(request.authority) if request.authority else None,
        "party": party.pk,
        "text": text.pk,
        "key": key.pk,
        "attachments": [],
        "digests": [text.digest],
        "split_from": situation.case.pk,
    }
    if request.confirmation is not Confirmation.RECEIPT:
        payload["confirmation"] = request.confirmation
    _record(situation, child, What.RECEIVED, payload, on=request.arrived)
    if request.confirmed_on:
        _record(situation, child, What.CONFIRMED, {}, on=request.confirmed_on)
    for one in splitting.carried(request):
        _record(situation, child, What.CARRIED_OVER, one.payload, on=one.on)
    _record(situation, child, What.ASSIGNED, {"handler": request.handler}, on=situation.on)
    return child


def _parties(whole: Case, child: Case) -> tuple[DataKey, Party]:
    """The parties of the whole, as they are now, made the part's: the applicant's key and data."""
    every = list(Party.objects.filter(case=whole).select_related("key", "case").order_by("pk"))
    replaced = {one.replaces_id for one in every}
    made = {}
    for one in every:
        if one.pk not in replaced:
            key = personal.new_key()
            particulars = personal.particulars_of(one)
            made[one.role] = key, personal.add_party(child, one.role, particulars, key)
    return made[PartyRole.APPLICANT]


def _record(
    situation: Situation, case: Case, what: What, payload: dict[str, Any], on: date
) -> Event:
    return ledger.record(case, what, occurred_on=on, actor=situation.actor, payload=payload)


def join(case: Case, number: str, people: Standing, seen: int | None = None) -> Event:
    """Handle a request together with another of the agency, by its number: both list each other.

    Raises NotAllowed, Mistakes.
    """
    other = Case.objects.filter(kind=KIND, agency=case.agency_id, number=normalised(number)).first()
    if other is None or other.pk == case.pk:
        raise Mistakes({"number": _("本机关没有这个编号的另一件申请，请核对。")})
    with together(case, other), acting(case, Move.JOIN, people, seen) as situation:
        if said := _not_joined(situation.request, other):
            raise Mistakes({"number": said})
        _record(situation, other, What.JOINED, {"case": case.pk}, situation.on)
        return situation.record(What.JOINED, {"case": other.pk})


def separate(case: Case, other: int, people: Standing, seen: int | None = None) -> Event:
    """Handle two requests apart again; `other` is the other's id. Raises NotAllowed, Mistakes."""
    beside = Case.objects.filter(kind=KIND, agency=case.agency_id, pk=other).first()
    if beside is None:
        raise Mistakes({"case": _("没有和这件申请合并办理。")})
    with together(case, beside), acting(case, Move.SEPARATE, people, seen) as situation:
        if other not in situation.request.joined:
            raise Mistakes({"case": _("没有和这件申请合并办理。")})
        _record(situation, beside, What.SEPARATED, {"case": case.pk}, situation.on)
        return situation.record(What.SEPARATED, {"case": other})


@contextmanager
def together(*cases: Case) -> Iterator[None]:
    """One transaction with all locked, in one order: two who join them at once do not block."""
    with transaction.atomic():
        named = Case.objects.filter(pk__in=[one.pk for one in cases]).order_by("pk")
        list(named.select_for_update(of=("self",), no_key=True))
        yield


def _not_joined(request: derivation.Standing, other: Case) -> str:
    """Why a request is not handled together with another; empty where it can be."""
    theirs = derivation.standing(ledger.standing_events(other.events.order_by("seq")))
    if other.pk in request.joined:
        return _("已经和这件申请合并办理。")
    if theirs.is_closed or theirs.stage is Stage.ISSUED:
        return _("那一件已经办结，或者答复已经印发，不用合并。")
    if theirs.handler != request.handler:
        return _("两件不是同一个人承办，请先分办给同一个人。")
    return ""
