"""The characters of a page: which they are, where they stand, which way they run."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from math import pi
from typing import Any, Final

import pypdfium2.raw as pdfium

from yangguang.annual_report.fold import fold
from yangguang.annual_report.reading.pdf import native
from yangguang.annual_report.reading.pdf.geometry import Glyph, Turn

UNKNOWN: Final = "\ufffd"
"""Stands for a character that the file's font does not name."""

_QUARTER: Final = pi / 2
_CROOKED: Final = 0.1
"""How far, in radians, a character may lean; a watermark across the page leans more."""
_SPACES: Final = frozenset((0xA0, 0x3000, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF))
_PROBE: Final = 8
"""Every figure is asked whether its font names it, of other characters every eighth."""

_SPACE: Final = 0x20
_PAST_DIGITS: Final = 0x3A
_HYPHEN: Final = 0x02
_SURROGATES: Final = frozenset(range(0xD800, 0xE000))
_RADICALS: Final = range(0x2E80, 0x2FE0)
_COMPATIBLE: Final = range(0xF900, 0xFB00)


_Placed = tuple[float, float, float, float, str, float]
"""Left, top, right and bottom in the file, the character, and its angle."""


@dataclass(slots=True)
class Script:
    """The characters of a page, upright ones placed already; those of other turns as in the file.

    `turned` holds quarter turns, character, left, bottom, right, top; `unmapped` is about how many
    characters the fonts do not name.
    """

    upright: list[Glyph] = field(default_factory=list)
    turned: list[tuple[int, str, float, float, float, float]] = field(default_factory=list)
    unmapped: int = 0

    @property
    def quarters(self) -> int | None:
        """The way in which most of the page's characters run; None where there are none."""
        turns = Counter(one[0] for one in self.turned)
        turns[0] = len(self.upright)
        most, count = turns.most_common(1)[0]
        return most if count else None


def script_of(page: Any, left: float, top: float) -> Script:
    """The visible characters of an open page whose upper left corner is there in the file.

    Spaces are left out, and so are characters that lean: watermarks do.
    """
    found = Script()
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return found
    try:
        _collect(text, found, left, top)
    finally:
        pdfium.FPDFText_ClosePage(text)
    return found


def _collect(text: Any, found: Script, x: float, y: float) -> None:
    """The characters of an open page's text, asked for in runs of calls without a loop between."""
    codes, text = _codes(text), native.address(text)
    indices = [i for i, code in enumerate(codes) if code > _SPACE or code in (0, _HYPHEN)]
    boxes = (ctypes.c_float * (4 * len(indices)))()
    first = ctypes.addressof(boxes)
    places = range(first, first + ctypes.sizeof(boxes), ctypes.sizeof(pdfium.FS_RECTF))
    has_box = list(map(native.loose_box, repeat(text), indices, places))
    angles = list(map(native.angle, repeat(text), indices))
    letters = _letters(text, indices, [codes[index] for index in indices], found)
    edges = boxes[:]
    whole: Iterator[_Placed] = zip(
        edges[0::4], edges[1::4], edges[2::4], edges[3::4], letters, angles, strict=True
    )
    if max(angles, default=0.0) > _CROOKED or not all(has_box):
        kept = [one for one, placed in zip(whole, has_box, strict=True) if placed]
        found.turned = list(_turned(kept))
        whole = (one for one in kept if one[-1] <= _CROOKED)
    new = tuple.__new__  # a third of the time of calling the class
    found.upright = [
        new(Glyph, (left - x, y - top, right - x, y - bottom, letter))
        for left, top, right, bottom, letter, _ in whole
        if letter
    ]


def _turned(whole: Iterable[_Placed]) -> Iterator[tuple[int, str, float, float, float, float]]:
    for left, top, right, bottom, letter, angle in whole:
        turns = round(angle / _QUARTER)
        if letter and angle > _CROOKED and abs(angle - turns * _QUARTER) <= _CROOKED:
            yield turns % 4, letter, left, bottom, right, top


def _letters(text: int, indices: list[int], codes: list[int], found: Script) -> list[str]:
    """The characters of these codes; those that the font only seems to name are unknown."""
    letters = list(map(_letter, codes))
    found.unmapped += letters.count(UNKNOWN)
    guessed = native.is_guessed
    asked = [
        (rank, index)
        for rank, (index, code) in enumerate(zip(indices, codes, strict=True))
        if code < _PAST_DIGITS or not index % _PROBE
    ]
    for rank, index in asked:
        if guessed(text, index) == 1 and letters[rank] not in ("", UNKNOWN):
            letters[rank] = UNKNOWN
            found.unmapped += 1 if codes[rank] < _PAST_DIGITS else _PROBE
    return letters


def _codes(text: Any) -> Sequence[int]:
    """The code of each character: all at once, or one by one where that leaves some out."""
    count = pdfium.FPDFText_CountChars(text)
    if count <= 0:
        return ()
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer)
    codes: list[int] = list(buffer[:count])
    if written == count + 1 and (max(codes) < 0xD800 or _SURROGATES.isdisjoint(codes)):
        return codes
    return [pdfium.FPDFText_GetUnicode(text, index) for index in range(count)]


@lru_cache(maxsize=16384)
def _letter(code: int) -> str:
    """The character as print shows it: fonts name ⾏ where 行 is printed. Spaces are nothing."""
    if code in _SPACES:
        return ""
    if code == _HYPHEN:
        return "-"
    if code == 0 or 0xD800 <= code <= 0xF8FF or code > 0x10FFFF:
        return UNKNOWN
    letter = chr(code)
    return fold(letter) if code in _RADICALS or code in _COMPATIBLE else letter


def glyphs_of(script: Script, turn: Turn) -> list[Glyph]:
    """The characters that run the page's way and stand on it, upright."""
    wide, high = turn.size
    glyphs = [] if turn.quarters else script.upright
    glyphs += [
        Glyph(*turn.upright(*box), letter)
        for turned, letter, *box in script.turned
        if turned == turn.quarters
    ]
    if not glyphs:
        return glyphs
    lefts, tops, rights, bottoms, _ = zip(*glyphs, strict=True)
    if min(lefts) >= 0 and min(tops) >= 0 and max(rights) <= wide and max(bottoms) <= high:
        return glyphs
    return [g for g in glyphs if 0 <= g[0] + g[2] <= 2 * wide and 0 <= g[1] + g[3] <= 2 * high]
