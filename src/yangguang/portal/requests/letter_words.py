"""The words of a letter as paragraphs, however its parts are named."""

from collections.abc import Mapping
from typing import Final

_FIRST: Final = ("addressee", "opening", "body")
_LAST: Final = ("basis", "remedy", "closing")
_NO_PARAGRAPH: Final = ("title", "number", "date", "signature")


def paragraphs(words: Mapping[str, object] | str) -> list[str]:
    """A letter's paragraphs in order: addressee, body, whatever else, remedy."""
    if isinstance(words, str):
        return _lines(words)
    named = [*_FIRST, *(name for name in words if name not in _LAST), *_LAST]
    found: list[str] = []
    for name in dict.fromkeys(named):
        if name not in _NO_PARAGRAPH:
            found += _lines(words.get(name, ""))
    return found


def _lines(part: object) -> list[str]:
    parts = part if isinstance(part, list) else str(part).splitlines()
    return [str(line).strip() for line in parts if str(line).strip()]
