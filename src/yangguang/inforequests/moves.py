"""The things that can be done with a request: what each takes, its article, what follows."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise

from yangguang.agencies.capabilities import Capability
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import RELEASING, Disposition


class Move(StrEnum):
    """The things that can be done."""

    CONFIRM = "confirm"
    ASSIGN = "assign"
    DRAFT_CORRECTION = "draft_correction"
    RECEIVE_CORRECTION = "receive_correction"
    DRAFT_EXTENSION = "draft_extension"
    DRAFT_REASONS = "draft_reasons"
    RECEIVE_REASONS = "receive_reasons"
    DRAFT_DELAY = "draft_delay"
    DRAFT_FEE = "draft_fee"
    FEE_NOTICE_RECEIVED = "fee_notice_received"
    RECEIVE_FEE = "receive_fee"
    DRAFT_FEE_WAIVER = "draft_fee_waiver"
    DRAFT_ANSWER = "draft_answer"
    DRAFT_LAPSE = "draft_lapse"
    DRAFT_THIRD_PARTY = "draft_third_party"
    DRAFT_CO_PRODUCER = "draft_co_producer"
    CONSULTATION_RECEIVED = "consultation_received"
    CONSULTATION_ANSWERED = "consultation_answered"
    DRAFT_THIRD_PARTY_NOTICE = "draft_third_party_notice"
    DRAFT_CO_PRODUCER_NOTICE = "draft_co_producer_notice"
    SUBMIT = "submit"
    REFER_SECRECY = "refer_secrecy"
    SECRECY_ANSWER = "secrecy_answer"
    DECIDE = "decide"
    ISSUE = "issue"
    SEAL = "seal"
    DISPATCH = "dispatch"
    DELIVERED = "delivered"
    CAME_BACK = "came_back"
    REEXAMINE = "reexamine"
    SPLIT = "split"
    JOIN = "join"
    SEPARATE = "separate"
    WITHDRAW = "withdraw"
    VOID = "void"
    VOID_ENTRY = "void_entry"
    NOTE = "note"
    FILE = "file"
    OPEN_DISPUTE = "open_dispute"
    STATE_IN_DISPUTE = "state_in_dispute"
    DECIDE_DISPUTE = "decide_dispute"
    APPEAL_DISPUTE = "appeal_dispute"
    RETRY_DISPUTE = "retry_dispute"
    OFFER_TO_ALL = "offer_to_all"
    DECIDE_OFFER = "decide_offer"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"


@dataclass(frozen=True, slots=True)
class Offer:
    """A move as it is offered: its verb, its article, what follows; and why not, if not now."""

    move: Move
    verb: str | Promise
    article: str
    consequence: str | Promise
    objection: str = ""
    caution: str = ""
    """What to know before it is made: it may be made all the same."""


DRAFTS: Final = {
    LetterKind.CORRECTION: Move.DRAFT_CORRECTION,
    LetterKind.EXTENSION: Move.DRAFT_EXTENSION,
    LetterKind.REASONS: Move.DRAFT_REASONS,
    LetterKind.DELAY: Move.DRAFT_DELAY,
    LetterKind.FEE: Move.DRAFT_FEE,
    LetterKind.FEE_WAIVER: Move.DRAFT_FEE_WAIVER,
    LetterKind.ANSWER: Move.DRAFT_ANSWER,
    LetterKind.LAPSE: Move.DRAFT_LAPSE,
    LetterKind.THIRD_PARTY: Move.DRAFT_THIRD_PARTY,
    LetterKind.CO_PRODUCER: Move.DRAFT_CO_PRODUCER,
    LetterKind.THIRD_PARTY_NOTICE: Move.DRAFT_THIRD_PARTY_NOTICE,
    LetterKind.CO_PRODUCER_NOTICE: Move.DRAFT_CO_PRODUCER_NOTICE,
}
"""The move by which each kind of letter is drafted."""

CAPABILITY: Final = {
    Move.CONFIRM: Capability.REGISTER,
    Move.ASSIGN: Capability.ASSIGN,
    Move.DRAFT_CORRECTION: Capability.HANDLE,
    Move.RECEIVE_CORRECTION: Capability.REGISTER,
    Move.DRAFT_EXTENSION: Capability.HANDLE,
    Move.DRAFT_REASONS: Capability.HANDLE,
    Move.RECEIVE_REASONS: Capability.REGISTER,
    Move.DRAFT_DELAY: Capability.HANDLE,
    Move.DRAFT_FEE: Capability.HANDLE,
    Move.FEE_NOTICE_RECEIVED: Capability.REGISTER,
    Move.RECEIVE_FEE: Capability.REGISTER,
    Move.DRAFT_FEE_WAIVER: Capability.HANDLE,
    Move.DRAFT_ANSWER: Capability.HANDLE,
    Move.DRAFT_LAPSE: Capability.HANDLE,
    Move.DRAFT_THIRD_PARTY: Capability.HANDLE,
    Move.DRAFT_CO_PRODUCER: Capability.HANDLE,
    Move.CONSULTATION_RECEIVED: Capability.REGISTER,
    Move.CONSULTATION_ANSWERED: Capability.REGISTER,
    Move.DRAFT_THIRD_PARTY_NOTICE: Capability.HANDLE,
    Move.DRAFT_CO_PRODUCER_NOTICE: Capability.HANDLE,
    Move.SUBMIT: Capability.HANDLE,
    Move.REFER_SECRECY: Capability.REVIEW_SECRECY,
    Move.SECRECY_ANSWER: Capability.REVIEW_SECRECY,
    Move.ISSUE: Capability.HANDLE,
    Move.SEAL: Capability.REGISTER,
    Move.DISPATCH: Capability.REGISTER,
    Move.DELIVERED: Capability.REGISTER,
    Move.CAME_BACK: Capability.REGISTER,
    Move.REEXAMINE: Capability.HANDLE,
    Move.SPLIT: Capability.HANDLE,
    Move.JOIN: Capability.HANDLE,
    Move.SEPARATE: Capability.HANDLE,
    Move.WITHDRAW: Capability.REGISTER,
    Move.VOID: Capability.REGISTER,
    Move.VOID_ENTRY: Capability.REGISTER,
    Move.NOTE: Capability.HANDLE,
    Move.FILE: Capability.REGISTER,
    Move.OPEN_DISPUTE: Capability.REGISTER,
    Move.STATE_IN_DISPUTE: Capability.REGISTER,
    Move.DECIDE_DISPUTE: Capability.REGISTER,
    Move.APPEAL_DISPUTE: Capability.REGISTER,
    Move.RETRY_DISPUTE: Capability.REGISTER,
    Move.OFFER_TO_ALL: Capability.HANDLE,
    Move.PUBLISH: Capability.REGISTER,
    Move.UNPUBLISH: Capability.REGISTER,
}
"""What each move takes; DECIDE and DECIDE_OFFER take what the level that is due takes
(`casework.approval`)."""

BY_WHO_HANDLES: Final = frozenset(
    {
        *DRAFTS.values(),
        Move.SUBMIT,
        Move.ISSUE,
        Move.SPLIT,
        Move.JOIN,
        Move.SEPARATE,
        Move.OFFER_TO_ALL,
    }
)
"""What only they do who handle this very request, not everyone who could handle one."""

BY_APPLICANT: Final = frozenset(
    {
        Move.RECEIVE_CORRECTION,
        Move.RECEIVE_REASONS,
        Move.FEE_NOTICE_RECEIVED,
        Move.WITHDRAW,
        Move.DELIVERED,
    }
)
"""What the applicant may do without an account of ours: with number and query code."""

PLANS: Final = {
    LetterKind.CORRECTION: (Capability.APPROVE_SECOND,),
    LetterKind.EXTENSION: (Capability.APPROVE_EXTENSION,),
    LetterKind.REASONS: (Capability.APPROVE_SECOND,),
    LetterKind.DELAY: (Capability.APPROVE_SECOND,),
    LetterKind.FEE: (Capability.APPROVE_SECOND,),
    LetterKind.FEE_WAIVER: (Capability.APPROVE_SECOND,),
    LetterKind.ANSWER: (
        Capability.APPROVE_FIRST,
        Capability.APPROVE_SECOND,
        Capability.APPROVE_FINAL,
    ),
    LetterKind.LAPSE: (Capability.APPROVE_SECOND,),
    LetterKind.THIRD_PARTY: (Capability.APPROVE_SECOND,),
    LetterKind.CO_PRODUCER: (Capability.APPROVE_SECOND,),
    LetterKind.THIRD_PARTY_NOTICE: (Capability.APPROVE_SECOND, Capability.APPROVE_FINAL),
    LetterKind.CO_PRODUCER_NOTICE: (Capability.APPROVE_FIRST, Capability.APPROVE_SECOND),
}
"""The levels that each kind of letter passes. The law asks for the head's approval of an extension
(Art. 33); for the others it is silent: three levels for an answer (三审三校), the head for the
rest. To open over a third party's objection (Art. 32) is the leader's to decide, over another
organ's (Art. 34) the section head's. See `plan` for what an answer that releases something passes
beside."""


def plan(kind: LetterKind, disposition: Disposition | None = None) -> tuple[Capability, ...]:
    """The levels that a letter passes, first level first.

    What releases something is reviewed for secrecy before the final approval (Art. 17).
    """
    levels = PLANS[kind]
    if kind is not LetterKind.ANSWER or disposition not in RELEASING:
        return levels
    return (*levels[:-1], Capability.REVIEW_SECRECY, levels[-1])
