"""Marks of secrecy that a file may bear, and what follows (《保守国家秘密法》, Art. 14 of the
Regulation): state secrets never enter the system; what is for internal use needs a decision.
"""

import re
from enum import StrEnum
from typing import Final


class Mark(StrEnum):
    """What a mark says of a file."""

    CLASSIFIED = "classified"
    """绝密★, 机密★, 秘密★: a state secret. Refused outright."""
    INTERNAL = "internal"
    """工作秘密, 内部资料: someone must decide before it is kept."""


_STARS: Final = "★☆✩✭✮⭐"
_CLASSIFIED: Final = re.compile(
    rf"(?:绝\s*密|机\s*密|秘\s*密)\s*[{_STARS}]"
    r"|密\s*级\s*[:：]\s*(?:绝\s*密|机\s*密|秘\s*密)"
)
_INTERNAL: Final = re.compile(r"工\s*作\s*秘\s*密|内\s*部\s*资\s*料|内\s*部\s*[★☆]")


def mark_in(text: str) -> Mark | None:
    """The gravest mark that a text bears; None where there is none.

    The words alone are no mark: a text may speak of 国家秘密. The star (or 密级：) makes it one.
    """
    if _CLASSIFIED.search(text):
        return Mark.CLASSIFIED
    return Mark.INTERNAL if _INTERNAL.search(text) else None
