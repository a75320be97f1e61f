"""The applicant says why so much is asked, or so often (Art. 35)."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import NOBODY, Standing
from yangguang.casework.attachments import Stored, Upload
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, Event
from yangguang.inforequests import excess
from yangguang.inforequests.acting import acting, stored_for
from yangguang.inforequests.events import What
from yangguang.inforequests.moves import Move

KIND = "reasons"
"""The kind of text and of attachment."""


def give(
    case: Case,
    words: str,
    uploads: Sequence[Upload | Stored] = (),
    people: Standing = NOBODY,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """The reasons arrive; the clock runs on as it did.

    Staff enter with `on` the day on which they arrived. Raises NotAllowed, Mistakes.
    """
    require_words(words)
    files = stored_for(case, uploads)
    with acting(case, Move.RECEIVE_REASONS, people, seen) as situation:
        asked = excess.asked(situation.request)
        arrived = situation.day(on, not_before=asked.on if asked else None)
        kept = situation.keep_all(KIND, words, files)
        return situation.record(What.REASONS_GIVEN, kept, arrived)


def require_words(words: str) -> None:
    """Reasons say something. Raises Mistakes."""
    if not words.strip():
        raise Mistakes({"words": _("请写明理由。")})
