"""What markup may ask of its parser: it takes ever longer for tags that nest without end.

For each tag that it opens, the parser goes through those that are open around it: a page nested a
hundred thousand deep would keep it busy for minutes. Such a page is refused before it is parsed.
"""

import re
from collections import Counter
from typing import Final

from yangguang.annual_report.errors import Unreadable

DEEPEST: Final = 400
"""How many elements may stand within each other around what is read; pages have some dozens."""

MOST_TAGS: Final = 1_000_000
_FEW_TAGS: Final = 5_000
"""So few tags take no time, however they nest."""

_MOST_OPEN: Final = 2_000
"""How many tags may be open at once: scripts and comments quote tags that none opens."""

_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9:]*)")
_HOLD_NOTHING: Final = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta")
_CLOSED_BY_THE_NEXT: Final = ("p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "option")
_NEVER_OPEN: Final = frozenset(_HOLD_NOTHING + _CLOSED_BY_THE_NEXT)

TOO_DEEP: Final = (
    "这个网页的标签一层套一层，套了几百层，不像正常的网页，没有读取。"
    "请把报告正文另存为文本（TXT）或 Word（DOCX）后再试。"
)
TOO_MANY: Final = (
    "这个网页的内容比一份年度报告多得多，没有读取。请只留报告正文，另存为网页（HTML）或文本后再试。"
)


def refuse_endless(text: str) -> None:
    """Raise Unreadable where markup has far more tags, or nests deeper, than any page does."""
    tags = text.count("<")
    if tags <= _FEW_TAGS:
        return
    if tags > MOST_TAGS:
        raise Unreadable(TOO_MANY)
    open_tags: Counter[str] = Counter()
    depth = 0
    for closing, name in _TAG.findall(text.lower()):
        if name in _NEVER_OPEN:
            continue
        if not closing:
            open_tags[name] += 1
            depth += 1
            if depth > _MOST_OPEN:
                raise Unreadable(TOO_DEEP)
        elif open_tags[name]:
            open_tags[name] -= 1
            depth -= 1
