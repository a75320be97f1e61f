"""State of cases, and what belongs to them."""

from yangguang.casework.models.approval import Approval, ApprovalStep
from yangguang.casework.models.case import (
    Case,
    CaseState,
    Counter,
    Event,
    FormerCount,
    FormToken,
)
from yangguang.casework.models.disposal import DisposalList
from yangguang.casework.models.letters import Enclosure, IssuedLetter, Letter, LetterRevision
from yangguang.casework.models.likeness import Likeness, LikenessBand
from yangguang.casework.models.packing import Package, PackedCase
from yangguang.casework.models.periodic import PeriodicRun
from yangguang.casework.models.personal import (
    Attachment,
    CaseText,
    DataKey,
    IndexKey,
    Keeping,
    Opening,
    Party,
    PartyIndex,
    WrappedKey,
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
    "DisposalList",
    "Enclosure",
    "Event",
    "FormToken",
    "FormerCount",
    "IndexKey",
    "IssuedLetter",
    "Keeping",
    "Letter",
    "LetterRevision",
    "Likeness",
    "LikenessBand",
    "Opening",
    "Package",
    "PackedCase",
    "Party",
    "PartyIndex",
    "PeriodicRun",
    "WrappedKey",
]
