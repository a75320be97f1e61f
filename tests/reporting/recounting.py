"""Fees, and the figures beside the tables, counted again the plain way: case by case."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from yangguang.agencies.models import Agency
from yangguang.casework import ledger
from yangguang.casework.models import Case, Event
from yangguang.inforequests import derivation
from yangguang.inforequests.derivation import Stage, Standing
from yangguang.inforequests.events import What


def fees_recounted(agency: Agency, year: int, known_at: datetime) -> list[int]:
    """Notices, what they came to, what was received, requests with less to pay, by how much; yuan.

    What is let off is what was to be paid before less what is to be paid after it.
    """
    notices, noticed, received, let_off_in, let_off = 0, 0, 0, 0, 0
    for events, request in _known(agency, known_at):
        owed, before = 0, let_off
        for event in events if request.stage is not Stage.VOIDED else []:
            was, is_now = owed, event.occurred_on.year == year
            if event.kind in (What.FEE_NOTICED, What.FEE_REDUCED):
                owed = event.payload["sum"]
            elif event.kind == What.FEE_WAIVED:
                owed = 0
            if is_now and event.kind == What.FEE_NOTICED:
                notices, noticed = notices + 1, noticed + owed
            elif is_now and event.kind == What.FEE_PAID:
                received += event.payload["sum"]
            elif is_now:
                let_off += was - owed
        let_off_in += let_off > before
    return [notices, noticed, received, let_off_in, let_off]


def _known(agency: Agency, known_at: datetime) -> Iterator[tuple[list[Event], Standing]]:
    for case in Case.objects.filter(agency=agency):
        entered = [e for e in case.events.order_by("seq") if e.recorded_at <= known_at]
        events = ledger.standing_events(entered)
        yield events, derivation.standing(events)


_LETTERS = {
    What.EXTENDED: "letter.extended",
    What.CORRECTION_ASKED: "letter.correction",
    What.THIRD_PARTY_ASKED: "letter.third_party",
    What.CO_PRODUCER_ASKED: "letter.co_producer",
}


def beside_the_tables_recounted(agency: Agency, year: int, known_at: datetime) -> Counter[str]:
    """How many each figure beside the tables counts, by its id; fees are counted above."""
    found: Counter[str] = Counter()
    past = min(date(year, 12, 31), timezone.localdate(known_at) - timedelta(days=1))
    for events, request in _known(agency, known_at):
        if request.stage is Stage.VOIDED:
            continue
        of_year = [one for one in events if one.occurred_on.year == year]
        found.update(_LETTERS[What(one.kind)] for one in of_year if one.kind in _LETTERS)
        found["opened"] += any(one.kind == What.PUBLISHED for one in of_year)
        came = request.received_on
        if request.stage is Stage.SPLIT or came is None:
            continue
        state = derivation.derive(Case(), events)
        ended, due = request.counted_on, state["counted_due_on"]
        found[f"channel.{request.channel}"] += came.year == year
        if ended and ended.year == year:
            found[f"result.{request.counted}"] += 1
            found["period.late" if due and ended > due else "period.on_time"] += 1
        elif came.year <= year and (ended is None or ended.year > year):
            found["period.overdue"] += bool(due and due <= past)
    return found
