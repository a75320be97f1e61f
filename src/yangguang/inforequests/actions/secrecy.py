"""A doubtful case goes to the competent department or the secrecy authority, and back (Art. 17)."""

from datetime import date

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, Event
from yangguang.inforequests.acting import Situation, acting
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move
from yangguang.inforequests.secrecy import Outcome, Referee


def refer(
    case: Case,
    to: Referee,
    words: str,
    people: Standing,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """Ask another authority whether it may be opened; the review waits for the answer.

    `words` say what is doubtful and of whom it was asked. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.REFER_SECRECY, people, seen) as situation:
        if not words.strip():
            raise Mistakes({"words": _("请写明送给哪个机关，哪些内容不能确定。")})
        return _record(situation, What.SECRECY_REFERRED, {"to": to}, words, situation.day(on))


def answer(
    case: Case,
    outcome: Outcome,
    words: str,
    people: Standing,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """The authority has answered; `words` name its reply. Raises NotAllowed, Mistakes."""
    with acting(case, Move.SECRECY_ANSWER, people, seen) as situation:
        if not words.strip():
            raise Mistakes({"words": _("请写明复函的机关、文号和意见。")})
        asked = situation.request.question
        day = situation.day(on, not_before=asked.on if asked else None)
        return _record(situation, What.SECRECY_DETERMINED, {"outcome": outcome}, words, day)


def _record(
    situation: Situation, what: What, payload: dict[str, Referee | Outcome], words: str, on: date
) -> Event:
    draft = situation.request.draft
    assert draft is not None
    text = situation.keep("secrecy review", words)
    return situation.record(what, {"letter": draft.letter, **payload, "text": text.pk}, on)
