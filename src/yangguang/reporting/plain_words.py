"""Words as people type or paste them, as a page, a file and a database can hold them."""

import unicodedata
from typing import Final

from django.utils.translation import gettext as _

from yangguang.casework.errors import Mistakes

LONGEST_REMARK: Final = 2000
"""Characters of an explanation, a reason, a note, a comment."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})
"""Control characters, marks of direction and joining, halves of a character: nobody sees them, and
they make a page show other words than were approved, or keep a file from being written."""


def plain(text: str) -> str:
    """Without what is not seen; lines end in a line feed, and nothing stands at their end."""
    lines = ("".join(filter(_is_seen, line)).rstrip() for line in text.splitlines())
    return "\n".join(lines).strip()


def remark(text: str, field: str) -> str:
    """The same of a remark. Raises Mistakes (at `field`) where it is too long."""
    said = plain(text)
    if len(said) > LONGEST_REMARK:
        raise Mistakes({field: too_long(said, LONGEST_REMARK)})
    return said


def too_long(text: str, most: int) -> str:
    """The sentence that a text is longer than it may be, and by how much."""
    said = _("最多 {most} 个字，现在 {now} 个字，请删减。")
    return said.format(most=most, now=len(text))


def _is_seen(character: str) -> bool:
    return character == "\t" or unicodedata.category(character) not in _UNSEEN
