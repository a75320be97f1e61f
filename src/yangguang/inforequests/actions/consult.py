"""Third parties and other organs that are asked: kept as parties; what comes from them is entered.

The letters that ask are drafted, approved and issued like all others (`actions.letters`).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import attachments, personal
from yangguang.casework.attachments import Upload
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, Event, Party
from yangguang.casework.models.personal import PartyRole
from yangguang.casework.personal import CONSULTED, Particulars
from yangguang.inforequests import consultations, consulting
from yangguang.inforequests.acting import Situation, acting
from yangguang.inforequests.consultations import ANSWERED, ASKED, RECEIVED, TELLS, TOLD_BY, Reply
from yangguang.inforequests.consulting import Consulted
from yangguang.inforequests.derivation import Draft
from yangguang.inforequests.events import LetterKind, Way
from yangguang.inforequests.evidence import OBJECTED, Objected
from yangguang.inforequests.moves import Move
from yangguang.law import clock
from yangguang.law.dispositions import Disposition

_ROLES: Final = {
    LetterKind.THIRD_PARTY: PartyRole.THIRD_PARTY,
    LetterKind.CO_PRODUCER: PartyRole.CO_PRODUCER,
}
"""As what takes part whom a letter asks."""


def named(situation: Situation, kind: LetterKind, whom: Particulars | None) -> dict[str, int]:
    """What the ledger says of whom a letter that is drafted asks: the id of the party.

    They are sealed under a key of their own; changed in a later revision, they are a new party
    that replaces the other. In the action's transaction.
    """
    if kind not in _ROLES or whom is None:
        return {}
    current = situation.request.draft
    before = _party(current.party) if current and current.kind is kind else None
    if before is not None and personal.particulars_of(before) == whom:
        return {"party": before.pk}
    made = personal.add_party(situation.case, _ROLES[kind], whom, personal.new_key(), before)
    return {"party": made.pk}


def objected(
    situation: Situation, disposition: Disposition | None, facts: Mapping[str, str]
) -> dict[str, Objected]:
    """What the ledger says of a partial answer: what it does with what others object to."""
    if not consulting.leaves_open(disposition, situation.request):
        return {}
    return {OBJECTED.name: Objected(facts[OBJECTED.name])}


def _party(pk: int | None) -> Party | None:
    return Party.objects.select_related("key", "case").filter(pk=pk).first()


def take_effect(situation: Situation, draft: Draft, way: Way, issued: dict[str, Any]) -> Event:
    """A letter to others is issued, and leaves; `issued` is what the ledger has of it.

    Raises NotAllowed: the objection over which it says that it is opened no longer stands.
    """
    if draft.kind in consultations.ASKS:
        asks = {**issued, "party": draft.party, "way": way}
        return situation.record(consultations.ASKS[draft.kind], asks)
    one = consulting.asked_by(situation.request, draft.asked or 0)
    if one is None or not one.is_to_be_told or one.asking.who is not TELLS[draft.kind]:
        raise NotAllowed(
            _("这一方的意见已经冲正或者已经告知过，这份告知书不能印发。请重新起草，再送审。")
        )
    tells = {**issued, "asked": draft.asked, "way": way}
    return situation.record(TOLD_BY[one.asking.who], tells)


def received(
    case: Case, letter: int, people: Standing, on: date | None = None, seen: int | None = None
) -> Event:
    """The letter that asks arrived, on a day: the fifteen working days run from it (Arts 32, 34).

    Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.CONSULTATION_RECEIVED, people, seen) as situation:
        one = _one_of(consulting.without_receipt(situation.request), letter)
        day = situation.day(on, not_before=one.asking.asked_on)
        return situation.record(RECEIVED[one.asking.who], {"letter": letter}, day)


def answered(
    case: Case,
    letter: int,
    reply: Reply,
    words: str,
    people: Standing,
    uploads: Sequence[Upload] = (),
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """Whom a letter asked has answered, on a day; the clock runs on after it (Arts 32, 34).

    An objection has its reasons, and who agrees in part says to what. The words and files are
    sealed under the key of who answered. Raises NotAllowed, Mistakes.
    """
    asked = _asked_by(case, letter)
    files = attachments.stored(uploads, personal.plain_key(asked.key)) if asked and uploads else []
    with acting(case, Move.CONSULTATION_ANSWERED, people, seen) as situation:
        one = _one_of(consulting.unanswered(situation.request), letter)
        _require_reply(one, reply, words)
        assert asked is not None
        day = situation.day(on, not_before=one.asking.received_on or one.asking.asked_on)
        kept = situation.keep_all(CONSULTED, words, files, asked.key)
        payload = {"letter": letter, "reply": reply, **kept}
        return situation.record(ANSWERED[one.asking.who], payload, day)


def _one_of(asked: Sequence[Consulted], letter: int) -> Consulted:
    found = next((one for one in asked if one.asking.letter == letter), None)
    if found is None:
        raise NotAllowed(_("这一方没有被征求过意见，或者已经登记过。登记错了的，先冲正那一条。"))
    return found


def _asked_by(case: Case, letter: int) -> Party | None:
    asking = case.events.filter(kind__in=ASKED, payload__letter=letter).first()
    parties = Party.objects.filter(case=case).select_related("key", "case")
    return parties.get(pk=asking.payload["party"]) if asking else None


def _require_reply(one: Consulted, reply: Reply, words: str) -> None:
    is_organ = one.asking.who is clock.Party.CO_PRODUCER
    if is_organ and reply is Reply.AGREES_IN_PART:
        raise Mistakes({"reply": _("其他机关的意见请选同意或者不同意，同意哪一部分写在意见里。")})
    if reply is not Reply.AGREES and not words.strip():
        raise Mistakes({"words": _("请写明不同意的理由；部分同意的，写明同意公开哪些。")})
