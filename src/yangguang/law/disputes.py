"""What the law counts a dispute over disclosure as: by which way, and with what result (Art. 51).

Source: the form of the annual report, Table 4.
"""

from enum import StrEnum


class DisputeTrack(StrEnum):
    """The three groups of Table 4."""

    REVIEW = "review"
    SUIT = "suit"
    SUIT_AFTER_REVIEW = "suit_after_review"


class DisputeResult(StrEnum):
    """The four results of Table 4."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"
    PENDING = "pending"
