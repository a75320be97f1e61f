"""Which words of a sentence were changed: marks to be read, not scattered characters."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

from yangguang.annual_report.comparing.model import Piece
from yangguang.annual_report.fold import fold, simplify

_NUMERAL: Final = "[〇○零一二三四五六七八九十百千万亿]{2,}"
_TOKEN: Final = re.compile(
    rf"(?:\d+(?:[.,，]\d+)*[%％]?|{_NUMERAL}|[A-Za-z][A-Za-z0-9_.@/:-]*|.)\s*", re.DOTALL
)
"""A figure, in Arabic or Chinese numerals, a Latin word or a character, with the space after it."""
_HAN: Final = re.compile("[\u3400-\u9fff]")
_SHORTEST_SAME: Final = 3
"""Fewer words in common between two changes are part of the change: they would shred it."""
_BREAKS: Final = frozenset("，、；：,;:")
_LONGEST: Final = 600
"""Longer sentences are marked from their common beginning to their common end."""


_QUOTES: Final = str.maketrans('〈〉＜＞“”‘’"', '<><>""\'\'"')


def as_compared(text: str) -> str:
    """`text`, as long as it is, with all that is only another way of writing made one."""
    return simplify(fold(text)).translate(_QUOTES)


class Phrases:
    """How often two characters stand side by side in some texts: which of them make a word."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count in `texts`."""
        self._pairs = Counter(pair for text in texts for pair in pairwise(text))

    def holds_together(self, one: str, other: str) -> int:
        """How often `other` follows `one`; none where they are no characters of words."""
        if not (_HAN.fullmatch(one) and _HAN.fullmatch(other)):
            return 0
        return self._pairs[one, other]


class _Run(NamedTuple):
    """Tokens [i, i_end) on the left and [j, j_end) on the right, the same or not."""

    is_same: bool
    i: int
    i_end: int
    j: int
    j_end: int


def marked(left: str, right: str, phrases: Phrases) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The two sentences in pieces, those that differ marked; both together from end to end."""
    one, other = _TOKEN.findall(left), _TOKEN.findall(right)
    runs = _joined(_runs(_keys(one), _keys(other)))
    runs = _widened(_readable(runs), one, other, phrases)
    runs = _by_clauses(runs, one, other)
    return (
        tuple(_pieces((run.is_same, one[run.i : run.i_end]) for run in runs)),
        tuple(_pieces((run.is_same, other[run.j : run.j_end]) for run in runs)),
    )


def _keys(tokens: list[str]) -> list[str]:
    return [as_compared(token).strip() for token in tokens]


def _runs(one: list[str], other: list[str]) -> Iterator[_Run]:
    if max(len(one), len(other)) > _LONGEST:
        yield from _ends(one, other)
        return
    for tag, *bounds in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        yield _Run(tag == "equal", *bounds)


def _ends(one: list[str], other: list[str]) -> Iterator[_Run]:
    shorter = min(len(one), len(other))
    head = next((k for k in range(shorter) if one[k] != other[k]), shorter)
    rest = shorter - head
    tail = next((k for k in range(rest) if one[-1 - k] != other[-1 - k]), rest)
    yield _Run(True, 0, head, 0, head)
    yield _Run(False, head, len(one) - tail, head, len(other) - tail)
    yield _Run(True, len(one) - tail, len(one), len(other) - tail, len(other))


def _readable(runs: list[_Run]) -> list[_Run]:
    """Without the short runs in common that stand between two changes."""
    last = len(runs) - 1
    kept = [
        run._replace(is_same=False)
        if run.is_same and 0 < at < last and run.i_end - run.i < _SHORTEST_SAME
        else run
        for at, run in enumerate(runs)
    ]
    return _joined(kept)


def _joined(runs: Iterable[_Run]) -> list[_Run]:
    """Neighbouring runs of one kind made one; empty ones left out."""
    joined: list[_Run] = []
    for run in runs:
        if run.i == run.i_end and run.j == run.j_end:
            continue
        if joined and joined[-1].is_same == run.is_same:
            joined[-1] = joined[-1]._replace(i_end=run.i_end, j_end=run.j_end)
        else:
            joined.append(run)
    return joined


def _widened(runs: list[_Run], one: list[str], other: list[str], phrases: Phrases) -> list[_Run]:
    """A change of a single character is widened to the word that it is part of."""
    runs = list(runs)
    for at, run in enumerate(runs):
        if run.is_same or max(run.i_end - run.i, run.j_end - run.j) != 1:
            continue
        changed = [text for text in (one[run.i : run.i_end], other[run.j : run.j_end]) if text]
        if any(re.match(_NUMERAL, text[0]) for text in changed):
            continue
        before = one[run.i - 1] if run.i else ""
        after = one[run.i_end] if run.i_end < len(one) else ""
        with_before = sum(phrases.holds_together(before, text[0]) for text in changed)
        with_after = sum(phrases.holds_together(text[-1], after) for text in changed)
        if with_before >= with_after and with_before and at:
            runs[at] = runs[at]._replace(i=run.i - 1, j=run.j - 1)
            previous = runs[at - 1]
            runs[at - 1] = previous._replace(i_end=previous.i_end - 1, j_end=previous.j_end - 1)
        elif with_after and at + 1 < len(runs):
            runs[at] = runs[at]._replace(i_end=run.i_end + 1, j_end=run.j_end + 1)
            following = runs[at + 1]
            runs[at + 1] = following._replace(i=following.i + 1, j=following.j + 1)
    return _joined(runs)


def _by_clauses(runs: list[_Run], one: list[str], other: list[str]) -> list[_Run]:
    """Words put in or left out are marked with the comma after them, not the one before."""
    runs = list(runs)
    for at, run in enumerate(runs[:-1]):
        if run.is_same or not at or (run.i < run.i_end) == (run.j < run.j_end):
            continue
        start, end, tokens = (
            (run.i, run.i_end, one) if run.i < run.i_end else (run.j, run.j_end, other)
        )
        if tokens[start].strip() in _BREAKS and tokens[start] == tokens[end]:
            before, after = runs[at - 1], runs[at + 1]
            runs[at - 1] = before._replace(i_end=before.i_end + 1, j_end=before.j_end + 1)
            runs[at] = _Run(False, run.i + 1, run.i_end + 1, run.j + 1, run.j_end + 1)
            runs[at + 1] = after._replace(i=after.i + 1, j=after.j + 1)
    return _joined(runs)


def _pieces(runs: Iterable[tuple[bool, list[str]]]) -> Iterator[Piece]:
    for is_same, tokens in runs:
        if tokens:
            yield Piece("".join(tokens), not is_same)
