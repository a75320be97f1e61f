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
    of the attachments], confirmation (`staff`, where they are to confirm: law.receipt); split_from
    (the id of the case that it was a part of)
    CONFIRMED (nothing: its legal date is the day of the confirmation)
    ASSIGNED handler
    DRAFTED letter, kind, revision, digest, disposition; of a correction notice: restarts (whether
    it says that what answers it starts the period afresh); of one to others: party (whom it asks),
    asked (the letter by which the third party was asked that it tells); of an answer that
    decisions ordered: orders [the numbers of their disputes]; of a stated delay: until; of a
    partial answer over an objection: objected (evidence.Objected)
    SUBMITTED letter, approval, digest, waits_for (the capability that decides first)
    AGREED letter, approval, step, level, waits_for (the capability that decides next)
    RETURNED letter, approval, step
    APPROVED letter, approval, step, digest
    SECRECY_REFERRED letter, to (secrecy.Referee), text
    SECRECY_DETERMINED letter, outcome (secrecy.Outcome), text
    CORRECTION_ASKED letter, until, way, file, file_digest
    EXTENDED letter, days, way, file, file_digest
    ISSUED letter, disposition, file, file_digest; of an answer that decisions ordered: orders
    SPLIT children [ids of the cases that it became]
    CARRIED_OVER of (what happened to the whole before this part was made: CORRECTION_ASKED,
    CORRECTED, EXTENDED), until, days (as that says). Its legal date is the day on which it did
    JOINED, SEPARATED case (the id of the other, whose ledger says it too)
    SEALED letter, file, file_digest
    POSTED, SIGNED, SENT letter, file, file_digest
    DELIVERED letter
    CAME_BACK letter (an answer or a notice)
    REEXAMINED letter (the answer), outcome (reexamining.Finding), text
    LAPSED letter, disposition, way, file, file_digest
    THIRD_PARTY_ASKED, CO_PRODUCER_ASKED letter, party, way, file, file_digest
    THIRD_PARTY_RECEIVED, CO_PRODUCER_RECEIVED letter (by which it was asked)
    THIRD_PARTY_ANSWERED, CO_PRODUCER_ANSWERED letter (likewise), reply, text, attachments, digests
    THIRD_PARTY_TOLD, CO_PRODUCER_TOLD letter, asked (the letter by which it was asked), way, file,
    file_digest
    REASONS_ASKED letter, until, way, file, file_digest
    REASONS_GIVEN text, attachments, digests
    DELAY_SET letter, until, way, file, file_digest
    FEE_NOTICED letter, sum (yuan), tariff (by_item, by_page), items (of this request) and earlier
    (of the applicant's in the month), or pages; way, file, file_digest
    FEE_NOTICE_RECEIVED letter
    FEE_REDUCED letter, sum (yuan: what is to be paid now), way, file, file_digest
    FEE_WAIVED letter, way, file, file_digest (nothing is to be paid any more)
    FEE_PAID sum (yuan), text (the number of the 非税票据), attachments (none), digests
    CORRECTED text, attachments, digests
    WITHDRAWN text
    VOIDED reason (an enumeration)
    NOTED text
    FILED record_class, retention, year (the file's), box, item; own (the class, of the
    agency's own)
    DISPUTE_OPENED dispute (its number within the case), track, simplified (0 or 1), letter (the
    contested one; none: that nothing was answered), text, attachments, digests. Its legal date is
    the day on which the notice came
    DISPUTE_STATED dispute, attachments, digests
    DISPUTE_DECIDED dispute, ruling, text, attachments, digests; where an answer is ordered: letter
    (the one that is sent back), period, unit (law.disputes.Unit), stated (0 or 1: the decision
    names the period itself), on_payment (1: handled once the fee is paid). Its legal date is the
    day on which the decision came
    DISPUTE_APPEALED dispute, ours (0 or 1)
    DISPUTE_RETRIED dispute, first (0 or 1: by the procedure of a first instance), text,
    attachments, digests; until (the day that the court named for our statement, if it did; so also
    of a DISPUTE_DECIDED that remands)
    OFFERED_TO_ALL letter, text (the version for the public), attachments [copies for everyone],
    digests [of the text: what is approved; of the copies], approval, waits_for
    OFFER_DECIDED letter, approval, step, decision, waits_for (empty: that was the last level)
    PUBLISHED letter, approval, answer (its row), content (the digest of its words and files)
    UNPUBLISHED letter, answer
    KEPT_PUBLIC letter (the answer that holds), answer, text (why it stays), attachments [], digests
    """

    RECEIVED = "received"
    CONFIRMED = "confirmed"
    ASSIGNED = "assigned"
    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    AGREED = "agreed"
    RETURNED = "returned"
    APPROVED = "approved"
    SECRECY_REFERRED = "secrecy_referred"
    SECRECY_DETERMINED = "secrecy_determined"
    CORRECTION_ASKED = "correction_asked"
    CORRECTED = "corrected"
    EXTENDED = "extended"
    REASONS_ASKED = "reasons_asked"
    REASONS_GIVEN = "reasons_given"
    DELAY_SET = "delay_set"
    FEE_NOTICED = "fee_noticed"
    FEE_NOTICE_RECEIVED = "fee_notice_received"
    FEE_PAID = "fee_paid"
    FEE_REDUCED = "fee_reduced"
    FEE_WAIVED = "fee_waived"
    ISSUED = "issued"
    SEALED = "sealed"
    POSTED = "posted"
    SIGNED = "signed"
    SENT = "sent"
    DELIVERED = "delivered"
    CAME_BACK = "came_back"
    REEXAMINED = "reexamined"
    LAPSED = "lapsed"
    SPLIT = "split"
    CARRIED_OVER = "carried_over"
    JOINED = "joined"
    SEPARATED = "separated"
    WITHDRAWN = "withdrawn"
    THIRD_PARTY_ASKED = "third_party_asked"
    THIRD_PARTY_RECEIVED = "third_party_received"
    THIRD_PARTY_ANSWERED = "third_party_answered"
    THIRD_PARTY_TOLD = "third_party_told"
    CO_PRODUCER_ASKED = "co_producer_asked"
    CO_PRODUCER_RECEIVED = "co_producer_received"
    CO_PRODUCER_ANSWERED = "co_producer_answered"
    CO_PRODUCER_TOLD = "co_producer_told"
    VOIDED = "voided"
    NOTED = "noted"
    FILED = "filed"
    DISPUTE_OPENED = "dispute_opened"
    DISPUTE_STATED = "dispute_stated"
    DISPUTE_DECIDED = "dispute_decided"
    DISPUTE_APPEALED = "dispute_appealed"
    DISPUTE_RETRIED = "dispute_retried"
    OFFERED_TO_ALL = "offered_to_all"
    OFFER_DECIDED = "offer_decided"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    KEPT_PUBLIC = "kept_public"


ON_THE_CLOCK: Final = {
    What.RECEIVED: Kind.RECEIVED,
    What.CORRECTION_ASKED: Kind.CORRECTION_ASKED,
    What.CORRECTED: Kind.CORRECTED,
    What.EXTENDED: Kind.EXTENDED,
    What.REASONS_ASKED: Kind.REASONS_ASKED,
    What.REASONS_GIVEN: Kind.REASONS_GIVEN,
    What.DELAY_SET: Kind.DELAY_SET,
    What.FEE_NOTICED: Kind.FEE_NOTICED,
    What.FEE_NOTICE_RECEIVED: Kind.FEE_NOTICE_RECEIVED,
    What.FEE_PAID: Kind.FEE_PAID,
    What.FEE_WAIVED: Kind.FEE_WAIVED,
    What.POSTED: Kind.POSTED,
    What.SIGNED: Kind.SIGNED,
    What.SENT: Kind.SENT,
    What.THIRD_PARTY_ASKED: Kind.THIRD_PARTY_ASKED,
    What.THIRD_PARTY_RECEIVED: Kind.THIRD_PARTY_RECEIVED,
    What.THIRD_PARTY_ANSWERED: Kind.THIRD_PARTY_ANSWERED,
    What.CO_PRODUCER_ASKED: Kind.CO_PRODUCER_ASKED,
    What.CO_PRODUCER_RECEIVED: Kind.CO_PRODUCER_RECEIVED,
    What.CO_PRODUCER_ANSWERED: Kind.CO_PRODUCER_ANSWERED,
}
"""The events that the law's clock heeds."""


class LetterKind(StrEnum):
    """What a letter of a request does when it goes out."""

    CORRECTION = "correction"
    EXTENSION = "extension"
    REASONS = "reasons"
    DELAY = "delay"
    FEE = "fee"
    FEE_WAIVER = "fee_waiver"
    ANSWER = "answer"
    LAPSE = "lapse"
    THIRD_PARTY = "third_party"
    CO_PRODUCER = "co_producer"
    THIRD_PARTY_NOTICE = "third_party_notice"
    CO_PRODUCER_NOTICE = "co_producer_notice"


class Way(StrEnum):
    """How a letter leaves (Art. 40: in the form asked for)."""

    POST = "post"
    BY_HAND = "by_hand"
    ELECTRONIC = "electronic"


LEAVES: Final = {Way.POST: What.POSTED, Way.BY_HAND: What.SIGNED, Way.ELECTRONIC: What.SENT}
"""The event by which an answer leaves, for each way."""


TO_OTHERS: Final = frozenset(
    {
        What.THIRD_PARTY_ASKED,
        What.CO_PRODUCER_ASKED,
        What.THIRD_PARTY_TOLD,
        What.CO_PRODUCER_TOLD,
    }
)
"""The events by which a letter leaves that is not to the applicant."""

NOTICES: Final = TO_OTHERS | {
    What.CORRECTION_ASKED,
    What.EXTENDED,
    What.REASONS_ASKED,
    What.DELAY_SET,
    What.FEE_NOTICED,
    What.FEE_REDUCED,
    What.FEE_WAIVED,
    What.LAPSED,
}
"""The events by which a letter is issued and leaves at once."""


class VoidReason(StrEnum):
    """Why a registration was a mistake; what is voided is never counted."""

    TWICE = "twice"
    NOT_A_REQUEST = "not_a_request"
    WRONG_AGENCY = "wrong_agency"
    SPLIT_UNDONE = "split_undone"
