"""What can happen to a disclosure request: the kinds of event in its ledger, and their payloads."""

from enum import StrEnum
from typing import Final

from yangguang.law.clock import Kind

KIND: Final = "information_request"
"""The kind of case."""


class What(StrEnum):
    """The kinds of event, with their payloads (all values plain; ids are numbers).

    The events by which a letter is issued also have `letter_digest` (of its number, date, revision
    and file: `letters.issued_digest`). Where files came in that are marked for internal use, the
    event also has `decided` [ids of these]: who acted decided that they are kept.

    RECEIVED channel, arrived (ISO date), applicant_kind, authority (none: nobody acts for the
    applicant, or nobody has looked), party, text, attachments [ids], key, digests [of the text and
    of the attachments], confirmation (`staff`, where they are to confirm: law.receipt)
    CONFIRMED (nothing: its legal date is the day of the confirmation)
    ASSIGNED handler
    DRAFTED letter, kind, revision, digest, disposition; of a correction notice: restarts (whether
    it says that what answers it starts the period afresh)
    SUBMITTED letter, approval, digest, waits_for (the capability that decides first)
    AGREED letter, approval, step, level, waits_for (the capability that decides next)
    RETURNED letter, approval, step
    APPROVED letter, approval, step, digest
    CORRECTION_ASKED letter, until, way, file, file_digest
    EXTENDED letter, days, way, file, file_digest
    ISSUED letter, disposition, file, file_digest
    SEALED letter, file, file_digest
    POSTED, SIGNED, SENT letter, file, file_digest
    DELIVERED letter
    CAME_BACK letter (an answer or a notice)
    LAPSED letter, disposition, way, file, file_digest
    CORRECTED text, attachments, digests
    WITHDRAWN text
    VOIDED reason (an enumeration)
    NOTED text
    OFFERED_TO_ALL letter, text (the version for the public), attachments [], digests [of the
    text: what is approved], approval, waits_for
    OFFER_DECIDED letter, approval, step, decision, waits_for (empty: that was the last level)
    PUBLISHED letter, approval, answer (its row), content (the digest of its words)
    UNPUBLISHED letter, answer
    """

    RECEIVED = "received"
    CONFIRMED = "confirmed"
    ASSIGNED = "assigned"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    AGREED = "agreed"
    RETURNED = "returned"
    APPROVED = "approved"
    CORRECTION_ASKED = "correction_asked"
    CORRECTED = "corrected"
    EXTENDED = "extended"
    ISSUED = "issued"
    SEALED = "sealed"
    POSTED = "posted"
    SIGNED = "signed"
    SENT = "sent"
    DELIVERED = "delivered"
    CAME_BACK = "came_back"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"
    NOTED = "noted"
    OFFERED_TO_ALL = "offered_to_all"
    OFFER_DECIDED = "offer_decided"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"


ON_THE_CLOCK: Final = {
    What.RECEIVED: Kind.RECEIVED,
    What.CORRECTION_ASKED: Kind.CORRECTION_ASKED,
    What.CORRECTED: Kind.CORRECTED,
    What.EXTENDED: Kind.EXTENDED,
    What.POSTED: Kind.POSTED,
    What.SIGNED: Kind.SIGNED,
    What.SENT: Kind.SENT,
}
"""The events that the law's clock heeds."""


class LetterKind(StrEnum):
    """What a letter of a request does when it goes out."""

    CORRECTION = "correction"
    EXTENSION = "extension"
    ANSWER = "answer"
    LAPSE = "lapse"


class Way(StrEnum):
    """How a letter leaves (Art. 40: in the form asked for)."""

    POST = "post"
    BY_HAND = "by_hand"
    ELECTRONIC = "electronic"


LEAVES: Final = {Way.POST: What.POSTED, Way.BY_HAND: What.SIGNED, Way.ELECTRONIC: What.SENT}
"""The event by which an answer leaves, for each way."""


NOTICES: Final = frozenset({What.CORRECTION_ASKED, What.EXTENDED, What.LAPSED})
"""The events by which a letter is issued and leaves at once."""


class VoidReason(StrEnum):
    """Why a registration was a mistake; what is voided is never counted."""

    TWICE = "twice"
    NOT_A_REQUEST = "not_a_request"
    WRONG_AGENCY = "wrong_agency"
