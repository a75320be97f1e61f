"""What comes from the applicant: a correction, a withdrawal, word that the answer arrived."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import NOBODY, Standing
from yangguang.casework import personal
from yangguang.casework.attachments import Upload, attach
from yangguang.casework.errors import Mistakes
from yangguang.casework.models import Case, DataKey, Event
from yangguang.inforequests.acting import Situation, acting
from yangguang.inforequests.events import What
from yangguang.inforequests.lawful import Move


def correct(
    case: Case,
    words: str,
    uploads: Sequence[Upload] = (),
    people: Standing = NOBODY,
    on: date | None = None,
    seen: int | None = None,
) -> Event:
    """The correction arrives, and the answer period starts afresh (Art. 30).

    Staff enter with `on` the day on which it arrived. Raises NotAllowed, Mistakes.
    """
    with acting(case, Move.RECEIVE_CORRECTION, people, seen) as situation:
        if not words.strip():
            raise Mistakes({"words": _("请写明补正的内容。")})
        arrived = _day(situation, on)
        key = DataKey.objects.get(pk=situation.request.key)
        text = personal.add_text(situation.case, "correction", words.strip(), key)
        attached = [attach(situation.case, key, "correction", upload) for upload in uploads]
        return situation.record(
            What.CORRECTED,
            {"text": text.pk, "attachments": [one.pk for one in attached]},
            arrived,
        )


def withdraw(
    case: Case, words: str = "", people: Standing = NOBODY, seen: int | None = None
) -> Event:
    """The applicant takes the request back. Raises NotAllowed."""
    with acting(case, Move.WITHDRAW, people, seen) as situation:
        key = DataKey.objects.get(pk=situation.request.key)
        text = personal.add_text(situation.case, "withdrawal", words.strip(), key)
        return situation.record(What.WITHDRAWN, {"text": text.pk})


def delivered(
    case: Case, people: Standing = NOBODY, on: date | None = None, seen: int | None = None
) -> Event:
    """The applicant has the answer. Raises NotAllowed, Mistakes."""
    with acting(case, Move.DELIVERED, people, seen) as situation:
        return situation.record(
            What.DELIVERED, {"letter": situation.request.answer}, _day(situation, on)
        )


def _day(situation: Situation, on: date | None) -> date:
    day = on or situation.on
    received = situation.request.received_on
    if day > situation.on or (received and day < received):
        raise Mistakes({"on": _("日期应当在收到申请之日至今天之间。")})
    return day
