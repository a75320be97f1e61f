"""Requests played through the actions to every stage there is, for long lists and for figures."""

from collections.abc import Callable
from datetime import datetime

from tests import town
from tests.played.contested import answered_anew, disputed, sent_back
from tests.played.excess import (
    awaiting_payment,
    delayed,
    paid,
    reasons_asked,
    reasons_given,
    waived,
)
from tests.played.others import (
    consulting,
    determined,
    in_review,
    joined,
    part,
    referred,
    split_up,
    withheld,
)
from tests.played.public import (
    looked_at_again,
    offered_to_all,
    open_to_all,
    ready_for_all,
    taken_back,
)
from tests.played.way import (
    PNG,
    answered,
    answered_late,
    approved,
    at,
    awaiting_correction,
    confirmed,
    filed,
    handling,
    in_approval,
    issued,
    lapsed,
    returned,
    to_be_confirmed,
    unassigned,
    voided,
    withdrawn,
)
from yangguang.casework.models import Case

__all__ = [
    "CLOSED",
    "EVERY",
    "OPEN",
    "PNG",
    "TURNS",
    "Play",
    "answered",
    "answered_anew",
    "answered_late",
    "approved",
    "at",
    "awaiting_correction",
    "awaiting_payment",
    "confirmed",
    "consulting",
    "delayed",
    "determined",
    "disputed",
    "filed",
    "handling",
    "in_approval",
    "in_review",
    "issued",
    "joined",
    "lapsed",
    "looked_at_again",
    "offered_to_all",
    "open_to_all",
    "paid",
    "part",
    "ready_for_all",
    "reasons_asked",
    "reasons_given",
    "referred",
    "returned",
    "sent_back",
    "split_up",
    "taken_back",
    "to_be_confirmed",
    "unassigned",
    "voided",
    "waived",
    "withdrawn",
    "withheld",
]

Play = Callable[[town.Office, datetime], Case]

OPEN: tuple[Play, ...] = (
    unassigned,
    to_be_confirmed,
    confirmed,
    handling,
    awaiting_correction,
    reasons_asked,
    delayed,
    awaiting_payment,
    paid,
    waived,
    returned,
    in_approval,
    referred,
    determined,
    approved,
    issued,
    consulting,
    sent_back,
)
CLOSED: tuple[Play, ...] = (
    answered,
    answered_late,
    withheld,
    offered_to_all,
    ready_for_all,
    open_to_all,
    taken_back,
    looked_at_again,
    lapsed,
    withdrawn,
    voided,
    disputed,
    answered_anew,
)
EVERY = OPEN + CLOSED
TURNS: tuple[Play, ...] = (in_review, joined, split_up, part, filed)
"""Other turns that a request can take; those that name other cases, or have a number in a series
beside that of cases, are not copied."""
