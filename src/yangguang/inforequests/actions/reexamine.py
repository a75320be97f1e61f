"""Looking anew at what an answer kept back (Art. 18)."""

from datetime import date

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, Event
from yangguang.inforequests.acting import acting
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move
from yangguang.inforequests.reexamining import Finding


def reexamine(
    case: Case,
    finding: Finding,
    words: str,
    people: Standing,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """The reason was looked at anew: it holds, or it is gone. Raises NotAllowed, Mistakes."""
    with acting(case, Move.REEXAMINE, people, seen) as situation:
        if not words.strip():
            raise Mistakes({"words": _("请写明复查了什么，理由为什么成立或者消失。")})
        request = situation.request
        day = situation.day(on, not_before=request.left_on)
        text = situation.keep("re-examination", words)
        payload = {"letter": request.answer, "outcome": finding, "text": text.pk}
        return situation.record(What.REEXAMINED, payload, day)
