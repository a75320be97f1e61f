"""State of cases, and what belongs to them."""

from yangguang.casework.models.approval import Approval, ApprovalStep
from yangguang.casework.models.case import Case, CaseState, Counter, Event, FormToken
from yangguang.casework.models.letters import IssuedLetter, Letter, LetterRevision
from yangguang.casework.models.personal import (
    Attachment,
    CaseText,
    DataKey,
    Opening,
    Party,
)

__all__ = [
    "Approval",
    "ApprovalStep",
    "Attachment",
    "Case",
    "CaseState",
    "CaseText",
    "Counter",
    "DataKey",
    "Event",
    "FormToken",
    "IssuedLetter",
    "Letter",
    "LetterRevision",
    "Opening",
    "Party",
]
