"""Third parties and other organs that are asked: kept as parties; what comes from them is entered.

The letters that ask are drafted, approved and issued like all others (`actions.letters`).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework import attachments, personal
from yangguang.casework.attachments import Upload, attach
from yangguang.casework.errors import Mistakes, NotAllowed
from yangguang.casework.models import Case, Event, Letter, LetterRevision, Party
from yangguang.casework.models.personal import PartyRole
from yangguang.casework.personal import CONSULTED, Particulars
from yangguang.inforequests import consultations, consulting
from yangguang.inforequests.acting import Situation, acting
from yangguang.inforequests.consultations import ANSWERED, ASKED, RECEIVED, Reply
from yangguang.inforequests.consulting import Consulted
from yangguang.inforequests.events import LetterKind, Way, What
from yangguang.inforequests.moves import Move
from yangguang.law import clock

_ROLES: Final = {
    LetterKind.THIRD_PARTY: PartyRole.THIRD_PARTY,
    LetterKind.CO_PRODUCER: PartyRole.CO_PRODUCER,
}
"""As what takes part whom a letter asks."""


def kept_terms(letter: Letter, whom: Particulars | None, asked: int | None) -> dict[str, int]:
    """What a revision's terms keep of whom the letter goes to, beside its words.

    `party`: whom it asks, sealed under a key of their own; changed in a later revision, they are a
    new party that replaces the other. `asked`: the letter by which the third party was asked that
    this one tells. In the action's transaction.
    """
    role = _ROLES.get(LetterKind(letter.kind))
    if role is None or whom is None:
        return {"asked": asked} if asked else {}
    last = letter.revisions.order_by("-seq").first()
    before = _party_of(last) if last else None
    if before is not None and personal.particulars_of(before) == whom:
        return {"party": before.pk}
    made = personal.add_party(letter.case, role, whom, personal.new_key(), before)
    return {"party": made.pk}


def _party_of(revision: LetterRevision) -> Party | None:
    found = Party.objects.select_related("key", "case").filter(pk=revision.terms.get("party"))
    return found.first()


def ask(situation: Situation, kind: LetterKind, terms: dict[str, Any], issued: dict) -> Event:
    """The letter that asks is issued, and leaves; `issued` is what the ledger has of it."""
    named = {**issued, "party": terms["party"], "way": Way(terms["way"])}
    return situation.record(consultations.ASKS[kind], named)


def tell(situation: Situation, terms: dict[str, Any], issued: dict) -> Event:
    """The third party is told that it is opened all the same (Art. 32). Raises NotAllowed."""
    one = consulting.asked_by(situation.request, terms["asked"])
    if one is None or not one.is_to_be_told:
        raise NotAllowed(
            _("这一方的意见已经冲正或者已经告知过，这份告知书不能印发。请重新起草，再送审。")
        )
    named = {**issued, "asked": terms["asked"], "way": Way(terms["way"])}
    return situation.record(What.THIRD_PARTY_TOLD, named)


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
    key = _key_of_asked(case, letter).key
    files = attachments.stored(uploads, personal.plain_key(key)) if uploads else []
    with acting(case, Move.CONSULTATION_ANSWERED, people, seen) as situation:
        one = _one_of(consulting.unanswered(situation.request), letter)
        _require_reply(one, reply, words)
        day = situation.day(on, not_before=one.asking.received_on or one.asking.asked_on)
        text = personal.add_text(situation.case, CONSULTED, words.strip(), key)
        attached = [attach(situation.case, key, CONSULTED, file) for file in files]
        payload = {
            "letter": letter,
            "reply": reply,
            "text": text.pk,
            "attachments": [one.pk for one in attached],
            "digests": [text.digest, *(one.digest for one in attached)],
            **attachments.decided(attached, files),
        }
        return situation.record(ANSWERED[one.asking.who], payload, day)


def _one_of(asked: Sequence[Consulted], letter: int) -> Consulted:
    found = next((one for one in asked if one.asking.letter == letter), None)
    if found is None:
        raise NotAllowed(_("这一方没有被征求过意见，或者已经登记过。登记错了的，先冲正那一条。"))
    return found


def _key_of_asked(case: Case, letter: int) -> Party:
    asking = case.events.filter(kind__in=ASKED, payload__letter=letter).first()
    if asking is None:
        raise NotAllowed(_("这件申请没有用这份文书征求过意见。"))
    return Party.objects.select_related("key", "case").get(pk=asking.payload["party"])


def _require_reply(one: Consulted, reply: Reply, words: str) -> None:
    is_organ = one.asking.who is clock.Party.CO_PRODUCER
    if is_organ and reply is Reply.AGREES_IN_PART:
        raise Mistakes({"reply": _("其他机关的意见请选同意或者不同意，同意哪一部分写在意见里。")})
    if reply is not Reply.AGREES and not words.strip():
        raise Mistakes({"words": _("请写明不同意的理由；部分同意的，写明同意公开哪些。")})
