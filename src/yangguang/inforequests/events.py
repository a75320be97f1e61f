"""What can happen to a disclosure request: the kinds of event in its ledger, and their payloads."""

from enum import StrEnum
from typing import Final

from yangguang.law.clock import Kind

KIND: Final = "information_request"
"""The kind of case."""


class What(StrEnum):
    """The kinds of event.

    Payloads (all values plain):
    RECEIVED channel, arrived (ISO date), applicant_kind, party, text, attachments [ids]
    CONFIRMED —
    ASSIGNED handler
    CORRECTION_ASKED letter, until
    CORRECTED text, attachments
    EXTENDED days, letter
    DRAFTED letter, revision, digest, disposition
    SUBMITTED approval, letter, digest
    RETURNED approval, letter
    APPROVED approval, letter, digest
    ISSUED letter, number, disposition, digest
    POSTED, SIGNED, SENT letter, tracking
    DELIVERED letter
    CAME_BACK letter
    LAPSED disposition, letter
    WITHDRAWN text
    VOIDED reason (enumeration)
    NOTED text
    """

    RECEIVED = "received"
    CONFIRMED = "confirmed"
    ASSIGNED = "assigned"
    CORRECTION_ASKED = "correction_asked"
    CORRECTED = "corrected"
    EXTENDED = "extended"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ISSUED = "issued"
    POSTED = "posted"
    SIGNED = "signed"
    SENT = "sent"
    DELIVERED = "delivered"
    CAME_BACK = "came_back"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    VOIDED = "voided"
    NOTED = "noted"


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
