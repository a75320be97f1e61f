"""Traces of persons in a text: what tells, or may tell, who somebody is and where they are found.

Found by form (telephones, addresses), by check digit (identity numbers, bank cards) and by name
(the parties of a case). A trace is a question to a person, not a verdict: an office's own address
is one too. What is nowhere a pattern (a nickname, a story) is not found; people read on.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from django.utils.translation import gettext_lazy as _

from yangguang.casework.personal import Particulars
from yangguang.law import identity


class Trace(StrEnum):
    """What a trace is; the order decides where two lie over one another."""

    NAME = "name"
    ID_NUMBER = "id_number"
    BANK_CARD = "bank_card"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"


TRACE_NAMES: Final = {
    Trace.NAME: _("当事人的姓名或信息"),
    Trace.ID_NUMBER: _("证件号码"),
    Trace.BANK_CARD: _("银行卡号"),
    Trace.EMAIL: _("电子邮箱"),
    Trace.PHONE: _("电话号码"),
    Trace.ADDRESS: _("地址"),
}


class Found(NamedTuple):
    """A trace: where it stands in the text, what it is, and its words as they stand there."""

    start: int
    end: int
    kind: Trace
    words: str


class Part(NamedTuple):
    """A stretch of a text: its words, and the trace that they are, if they are one."""

    words: str
    kind: Trace | None


_NARROW: Final = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width letters and figures as narrow ones; every place stays where it is."""
_ID: Final = re.compile(r"(?<![0-9A-Za-z])\d(?:[ \-]?\d){16}[ \-]?[\dXx](?![0-9A-Za-z])")
_CARD: Final = re.compile(r"(?<!\d)\d(?:[ \-]?\d){14,18}(?!\d)")
_EMAIL: Final = re.compile(
    # From where a run of its characters begins: else a long run without @ took time squared.
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
)
_PHONE: Final = re.compile(
    r"(?<!\d)(?:(?:\+?86[ \-]?)?1[3-9]\d(?:[ \-]?\d{4}){2}|0\d{2,3}[ \-]?\d{7,8})(?!\d)"
)
_COUNT: Final = r"[\dA-Za-z一二三四五六七八九十百零〇]{1,6}"
_ADDRESS: Final = re.compile(
    rf"[\u4e00-\u9fff]{{1,12}}(?:路|街|巷|弄|胡同|大道|小区|花园|家园|新村|苑|村|里) ?"
    rf"{_COUNT} ?(?:号院?|弄|栋|幢|座|组|室)(?: ?{_COUNT} ?(?:号楼?|栋|幢|座|楼|层|单元|室))*"
)
_SHORTEST_NAME: Final = 2
_CALLED: Final = "(?:先生|女士|同志|某某?)"


def names_of(people: Iterable[Particulars]) -> frozenset[str]:
    """What is looked for of the parties of a case: all that they told of themselves."""
    told = (
        words.strip()
        for one in people
        for words in (one.name, one.contact, one.address, one.paper_number, one.phone, one.email)
    )
    return frozenset(words for words in told if len(words) >= _SHORTEST_NAME)


def find(text: str, names: Iterable[str] = ()) -> list[Found]:
    """The traces in a text, in their order, none over another. `names`: of the parties."""
    narrow = text.translate(_NARROW)
    every = sorted(_every(narrow, names), key=lambda one: (_ORDER[one[2]], one[0] - one[1]))
    found: list[Found] = []
    for start, end, kind in every:
        if not any(start < one.end and one.start < end for one in found):
            found.append(Found(start, end, kind, text[start:end]))
    return sorted(found)


def parts(text: str, names: Iterable[str] = ()) -> list[Part]:
    """A text as stretches, those marked that are traces; together they are the text."""
    found, at = [], 0
    for one in find(text, names):
        found += [Part(text[at : one.start], None), Part(one.words, one.kind)]
        at = one.end
    return [one for one in (*found, Part(text[at:], None)) if one.words]


def concealed(text: str, names: Iterable[str] = ()) -> str:
    """A text with a blank in the place of every trace."""
    return "".join("〔略〕" if one.kind else one.words for one in parts(text, names))


_ORDER: Final = {kind: place for place, kind in enumerate(Trace)}


def _every(text: str, names: Iterable[str]) -> Iterator[tuple[int, int, Trace]]:
    told = [re.escape(name.translate(_NARROW)) for name in names]
    # Someone of the surname may be who is meant: 林先生, 林某.
    told += [
        re.escape(name[0]) + _CALLED
        for name in names
        if re.fullmatch(r"[\u4e00-\u9fff]{2,3}", name)
    ]
    if told:
        pattern = "|".join(sorted(told, key=len, reverse=True))
        yield from ((*one.span(), Trace.NAME) for one in re.finditer(pattern, text, re.IGNORECASE))
    for one in _ID.finditer(text):
        if not identity.id_card_fault(one[0]):
            yield *one.span(), Trace.ID_NUMBER
    for one in _CARD.finditer(text):
        if _is_card(re.sub(r"\D", "", one[0])):
            yield *one.span(), Trace.BANK_CARD
    for pattern_of, kind in (
        (_EMAIL, Trace.EMAIL),
        (_PHONE, Trace.PHONE),
        (_ADDRESS, Trace.ADDRESS),
    ):
        yield from ((*one.span(), kind) for one in pattern_of.finditer(text))


def _is_card(digits: str) -> bool:
    """Whether the check digit of a card's number is right (ISO/IEC 7812: Luhn)."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
