"""Identity papers: which there are (Art. 29), and whether a number can be right.

A check finds slips of the pen. It never proves who somebody is, and never stops a clerk: papers
older than the standard, and foreign ones, have numbers of their own. The law names the papers and
is silent on their numbers; those are the standards' (GB 11643-1999, GB 32100-2015). That the
residence permits of Hong Kong, Macau (81, 82) and Taiwan (83) residents and, since 2023,
foreigners' permanent residence cards (9) have numbers of the form of GB 11643 is from memory [M]:
only a number of that form is examined, any other is taken as it is.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Final


class Paper(StrEnum):
    """The papers by which an applicant may prove who they are."""

    ID_CARD = "id_card"
    PASSPORT = "passport"
    HONG_KONG_MACAU_PERMIT = "hong_kong_macau_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    FOREIGN_RESIDENCE_CARD = "foreign_residence_card"
    MILITARY_ID = "military_id"
    CREDIT_CODE = "credit_code"
    OTHER = "other"


PAPER_NAMES: Final = {
    Paper.ID_CARD: "居民身份证",
    Paper.PASSPORT: "护照",
    Paper.HONG_KONG_MACAU_PERMIT: "港澳居民来往内地通行证或居住证",
    Paper.TAIWAN_PERMIT: "台湾居民来往大陆通行证或居住证",
    Paper.FOREIGN_RESIDENCE_CARD: "外国人永久居留身份证",
    Paper.MILITARY_ID: "军官证或士兵证",
    Paper.CREDIT_CODE: "统一社会信用代码",
    Paper.OTHER: "其他证件",
}

_AS_ID_CARDS: Final = {
    Paper.HONG_KONG_MACAU_PERMIT: ("81", "82"),
    Paper.TAIWAN_PERMIT: ("83",),
    Paper.FOREIGN_RESIDENCE_CARD: ("9",),
}
"""Papers of which some have numbers of the form of GB 11643, and how those begin [M]."""

_LENGTH: Final = 18
_WEIGHTS: Final = tuple(2 ** (17 - place) % 11 for place in range(17))
_CHECKS: Final = "10X98765432"
_SHAPE: Final = re.compile(r"[0-9]{17}[0-9X]")
_CREDIT_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS: Final = tuple(pow(3, place, 31) for place in range(17))


def fault(paper: Paper, number: str, today: date | None = None) -> str:
    """What is wrong with a paper's number, as the sentence for the user; empty if nothing is.

    Only numbers with a check digit are examined. `today` bounds the date of birth.
    """
    match paper:
        case Paper.ID_CARD:
            return id_card_fault(number, today)
        case Paper.CREDIT_CODE:
            return credit_code_fault(number)
        case _ if not number.strip():
            return f"请填写{PAPER_NAMES[paper]}的号码。"
        case _ if _is_as_an_id_card(paper, normalised(number)):
            return _faults_of_form(normalised(number), "证件号码", today)
    return ""


def normalised(number: str) -> str:
    """A number as it is compared and kept: no spaces or dashes, capitals, half width."""
    narrow = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in number)
    return re.sub(r"[\s\-‐–—]", "", narrow).upper()


def _is_as_an_id_card(paper: Paper, number: str) -> bool:
    begins = _AS_ID_CARDS.get(paper, ())
    return bool(_SHAPE.fullmatch(number)) and number.startswith(begins)


def id_card_fault(number: str, today: date | None = None) -> str:
    """What is wrong with a citizen's ID number (GB 11643-1999: 18 digits, ISO 7064 MOD 11-2)."""
    number = normalised(number)
    if not number:
        return "请填写身份证号。"
    if len(number) != _LENGTH:
        return _wrong_length("身份证号", len(number))
    if not _SHAPE.fullmatch(number):
        return "身份证号前 17 位应当都是数字，最后一位是数字或 X；请对照身份证检查。"
    return _faults_of_form(number, "身份证号", today)


def _faults_of_form(number: str, what: str, today: date | None) -> str:
    """Date of birth and check digit of a number of the shape of GB 11643."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return f"{what}第 7 至 14 位是出生日期，“{number[6:14]}”不是一个日期；请对照证件检查。"
    if today and born > today:
        return f"{what}里的出生日期在今天之后；请对照证件检查第 7 至 14 位。"
    if _CHECKS[sum(w * int(c) for w, c in zip(_WEIGHTS, number, strict=False)) % 11] != number[17]:
        return f"{what}的最后一位校验码与前 17 位对不上，有一位可能写错了；请对照证件检查。"
    return ""


def credit_code_fault(number: str) -> str:
    """What is wrong with a unified social credit code (GB 32100-2015: 18 characters)."""
    number = normalised(number)
    if not number:
        return "请填写统一社会信用代码。"
    if len(number) != _LENGTH:
        return _wrong_length("统一社会信用代码", len(number))
    strange = next((c for c in number if c not in _CREDIT_ALPHABET), "")
    if strange:
        return (
            f"统一社会信用代码里没有“{strange}”这个字符（不用字母 I、O、S、V、Z）；"
            "请对照证照检查，是否把 1、0、5、2 写成了字母。"
        )
    weighted = sum(
        w * _CREDIT_ALPHABET.index(c) for w, c in zip(_CREDIT_WEIGHTS, number, strict=False)
    )
    if _CREDIT_ALPHABET[-weighted % 31] != number[17]:
        return "统一社会信用代码的最后一位校验码对不上，有一位可能写错了；请对照证照检查。"
    return ""


def _wrong_length(what: str, length: int) -> str:
    short = _LENGTH - length
    difference = f"少 {short} 位" if short > 0 else f"多 {-short} 位"
    return f"{what}{difference}：应为 {_LENGTH} 位，您填了 {length} 位。"


def masked(number: str) -> str:
    """A number as lists show it: its first and last characters, the middle hidden."""
    number = normalised(number)
    if len(number) <= _MASK_SHORT:
        return "*" * len(number)
    return number[:3] + "*" * (len(number) - 5) + number[-2:]


_MASK_SHORT: Final = 6
