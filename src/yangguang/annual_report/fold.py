"""Folding of Chinese official text: one writing for what print and fonts write in many ways.

`fold` keeps the length, so that positions in the folded text are positions in the text itself.
`key` does not: it is for comparing labels.
"""

import re
import unicodedata
from functools import cache
from typing import Final


def _same_length_folds() -> dict[int, str]:
    """Every character whose compatibility form (NFKC) is one other character.

    Covers full-width Latin and digits, CJK radicals (⼀ → 一), compatibility ideographs and
    enclosed forms; and the spaces, all to U+0020.
    """
    table: dict[int, str] = {}
    blocks = [(0xA0, 0x100), (0x2000, 0x2070), (0x2E80, 0x2FE0), (0x3000, 0x3001)]
    blocks += [(0xF900, 0xFB00), (0xFE30, 0xFE70), (0xFF00, 0xFFF0), (0x2F800, 0x2FA20)]
    for first, end in blocks:
        for code in range(first, end):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code):
                table[code] = folded
    return table | _EXTRA


_EXTRA: Final[dict[int, str]] = {
    ord("⺠"): "民",
    ord("⻅"): "见",
    ord("⻋"): "车",
    ord("⻓"): "长",
    ord("⻔"): "门",
    ord("⻚"): "页",
    ord("⻛"): "风",
    ord("⻜"): "飞",
    ord("⻢"): "马",
    ord("⻥"): "鱼",
    ord("⻦"): "鸟",
    ord("⻬"): "齐",
    ord("⻮"): "齿",
    ord("⻰"): "龙",
    ord("⺀"): "冫",
    ord("\u200b"): " ",
    ord("\u200c"): " ",
    ord("\u200d"): " ",
    ord("\ufeff"): " ",
    ord("\u2060"): " ",
    ord("\t"): " ",
    ord("﹣"): "-",
    ord("－"): "-",
    ord("−"): "-",
    ord("﹢"): "+",
}

_FOLDS: Final = _same_length_folds()
_COMMON: Final = [
    (c, _FOLDS[ord(c)]) for c in "，（）：；％！？．\u3000\u00a0\t０１２３４５６７８９"
]
_RARE: Final = re.compile(
    "[\u00a1-\u00ff\u2000-\u2011\u2024\u2028-\u206f\u2212\u2e80-\u2fdf\uf900-\uffef\U0002f800-\U0002fa1f]"
)
"""The blocks in which all other characters to be folded stand (and some that are not)."""


def fold(text: str) -> str:
    """Half-width digits, Latin and brackets, plain ideographs, plain spaces; as long as `text`."""
    for printed, folded in _COMMON:
        text = text.replace(printed, folded)
    return text.translate(_FOLDS) if _RARE.search(text) else text


@cache
def _traditional() -> dict[int, str]:
    """Traditional → simplified, character by character (OpenCC's t2s)."""
    from opencc import OpenCC

    ideographs = _ideographs()
    simplified = OpenCC("t2s").convert("\n".join(ideographs)).split("\n")
    return {
        ord(old): new
        for old, new in zip(ideographs, simplified, strict=True)
        if old != new and len(new) == 1
    }


@cache
def _beyond_gb2312() -> re.Pattern[str]:
    """The ideographs that GB 2312, the set of simplified characters, does not have."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    simplified = set(b"".join(codes).decode("gb2312", "ignore"))
    return re.compile("[" + "".join(c for c in _ideographs() if c not in simplified) + "]")


def _ideographs() -> list[str]:
    return [chr(code) for code in range(0x4E00, 0xA000)]


def traditional_characters(text: str) -> dict[str, str]:
    """The traditional characters in `text`, each with its simplified form."""
    strange = set(_beyond_gb2312().findall(text))
    if not strange:
        return {}
    table = _traditional()
    return {c: table[ord(c)] for c in strange if ord(c) in table}


def simplify(text: str) -> str:
    """`text` with traditional characters written simplified; as long as `text`."""
    return text.translate(_traditional()) if _beyond_gb2312().search(text) else text
