"""The characters of a page: which they are, where they stand, which way they run."""

import ctypes
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from math import pi
from typing import Any, Final

import pypdfium2.raw as pdfium

from yangguang.annual_report.fold import fold
from yangguang.annual_report.reading.pdf.geometry import Glyph, Turn

UNKNOWN: Final = "\ufffd"
"""Stands for a character that the file's font does not name."""

_QUARTER: Final = pi / 2
_CROOKED: Final = 0.1
"""How far, in radians, a character may lean; a watermark across the page leans more."""
_SPACES: Final = frozenset((0xA0, 0x3000, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE, 0xFFFF))
_HYPHEN: Final = 0x02
_RADICALS: Final = range(0x2E80, 0x2FE0)
_COMPATIBLE: Final = range(0xF900, 0xFB00)


@dataclass(slots=True)
class Script:
    """Characters with their quarter turns and their boxes: left, bottom, right, top."""

    letters: list[tuple[str, int, float, float, float, float]] = field(default_factory=list)
    unmapped: int = 0

    @property
    def quarters(self) -> int:
        """The way in which most of the page's characters run."""
        turns = Counter(letter[1] for letter in self.letters)
        return turns.most_common(1)[0][0] if turns else 0


def script_of(page: Any) -> Script:
    """The visible characters of an open page; spaces and leaning characters are left out."""
    found = Script()
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return found
    try:
        _collect(text, found)
    finally:
        pdfium.FPDFText_ClosePage(text)
    return found


def _collect(text: Any, found: Script) -> None:
    box = pdfium.FS_RECTF()
    place = ctypes.byref(box)
    code_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    angle_of, letters = pdfium.FPDFText_GetCharAngle, found.letters
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = code_of(text, index)
        if code <= 0x20 and code not in (0, _HYPHEN):
            continue
        if code in _SPACES or not box_of(text, index, place):
            continue
        angle = angle_of(text, index)
        quarters = 0
        if angle > _CROOKED:
            turns = round(angle / _QUARTER)
            if abs(angle - turns * _QUARTER) > _CROOKED:
                continue
            quarters = turns % 4
        letter = _letter(code)
        found.unmapped += letter == UNKNOWN
        letters.append((letter, quarters, box.left, box.bottom, box.right, box.top))


@lru_cache(maxsize=16384)
def _letter(code: int) -> str:
    """The character as print shows it: fonts name ⾏ where 行 is printed."""
    if code == _HYPHEN:
        return "-"
    if code == 0 or 0xD800 <= code <= 0xF8FF or code > 0x10FFFF:
        return UNKNOWN
    letter = chr(code)
    return fold(letter) if code in _RADICALS or code in _COMPATIBLE else letter


def glyphs_of(script: Script, turn: Turn) -> list[Glyph]:
    """The characters that run the page's way and stand on it, upright."""
    wide, high = turn.size
    quarters, upright = turn.quarters, turn.upright
    if quarters == 0:
        x, y = turn.left, turn.top
        placed = [
            Glyph(left - x, y - top, right - x, y - bottom, letter)
            for letter, turned, left, bottom, right, top in script.letters
            if not turned
        ]
    else:
        placed = [
            Glyph(*upright(left, bottom, right, top), letter)
            for letter, turned, left, bottom, right, top in script.letters
            if turned == quarters
        ]
    return [g for g in placed if 0 <= g[0] + g[2] <= 2 * wide and 0 <= g[1] + g[3] <= 2 * high]
