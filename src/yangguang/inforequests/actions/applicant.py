"""What comes from the applicant: a correction, a withdrawal, word that the answer arrived."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import NOBODY, Standing
from yangguang.casework.attachments import Stored, Upload
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, Event
from yangguang.inforequests.acting import acting, stored_for
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move


def correct(
    case: Case,
    words: str,
    uploads: Sequence[Upload | Stored] = (),
    people: Standing = NOBODY,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """The correction arrives, and the answer period starts afresh (Art. 30).

    Not where the notice came too late or was not the first: the clock says so. Staff enter with
    `on` the day on which it arrived. Raises NotAllowed, Mistakes.
    """
    require_words(words)
    files = stored_for(case, uploads)
    with acting(case, Move.RECEIVE_CORRECTION, people, seen) as situation:
        arrived = situation.day(on, not_before=situation.request.correction_asked_on)
        kept = situation.keep_all("correction", words, files)
        return situation.record(What.CORRECTED, kept, arrived)


def require_words(words: str) -> None:
    """A correction says something. Raises Mistakes."""
    if not words.strip():
        raise Mistakes({"words": _("请写明补正的内容。")})


def withdraw(
    case: Case,
    words: str = "",
    people: Standing = NOBODY,
    seen: int | None = None,
    on: date | None = None,
) -> Event:
    """The applicant takes the request back.

    Staff enter with `on` the day on which word of it arrived. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.WITHDRAW, people, seen) as situation:
        text = situation.keep("withdrawal", words)
        return situation.record(What.WITHDRAWN, {"text": text.pk}, situation.day(on))


def delivered(
    case: Case, people: Standing = NOBODY, on: date | None = None, seen: int | None = None
) -> Event:
    """The applicant has the answer. Raises NotAllowed, Mistakes."""
    with acting(case, Move.DELIVERED, people, seen) as situation:
        arrived = situation.day(on, not_before=situation.request.left_on)
        return situation.record(What.DELIVERED, {"letter": situation.request.answer}, arrived)
