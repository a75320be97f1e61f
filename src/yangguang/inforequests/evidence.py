"""What is filled in for the evidence of an answer: field by field, and how it reads in the letter.

Most evidence is words of one kind (law.dispositions). Some has parts: a search has a place, a way,
a day and a person; a record that was wrong has what was done about it (Art. 41). Another agency is
chosen from those known here, or typed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _

from yangguang.law.dispositions import EVIDENCE_NAMES, Evidence
from yangguang.law.own_record import DONE_NAMES, DONE_SENTENCES, Done


class Shape(StrEnum):
    """How something is filled in."""

    WORDS = "words"
    LINE = "line"
    DAY = "day"
    AGENCY = "agency"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Particular:
    """Something to fill in: its name, its label; how it reads in the letter, if it stands there.

    `choices`: value and name, for a CHOICE.
    """

    name: str
    label: str
    sentence: str = ""
    required: bool = True
    shape: Shape = Shape.WORDS
    choices: tuple[tuple[str, str], ...] = ()


IN_THE_LETTER: Final = {
    Evidence.WHERE_PUBLISHED: "获取该信息的方式、途径：{}",
    Evidence.MATERIAL: "提供的政府信息：{}",
    Evidence.WITHHELD_GROUNDS: "不予公开的部分及其依据和理由：{}",
    Evidence.LEGAL_BASIS: "禁止公开的依据：{}",
    Evidence.HARM_REASONS: "理由：{}",
    Evidence.CLOSED_REASONS: "理由：{}",
    Evidence.SPECIAL_REGIME: "请您依照以下规定办理查询：{}",
    Evidence.WHY_NOT_OURS: "理由：{}",
    Evidence.HOLDER: "据本机关了解，该信息由以下机关负责公开，您可以向其提出申请：{}",
    Evidence.RIGHT_CHANNEL: "您可以通过以下渠道反映：{}",
    Evidence.EARLIER_ANSWER: "此前的答复：{}",
    Evidence.WHERE_SOLD: "该出版物的获取途径：{}",
    Evidence.EXPLANATION: "{}",
}
"""How evidence reads to the applicant; what is not here stays on file."""

SEARCH: Final = (
    Particular("search_where", "检索了哪里"),
    Particular("search_words", "用了哪些词、哪些线索"),
    Particular("search_on", "检索日期", shape=Shape.DAY),
    Particular("search_by", "检索人", shape=Shape.LINE),
)
"""The record of a search: what an agency shows in review or court that says it has nothing."""

_DONE: Final = "own_record"
_DETAIL: Final = "own_record_detail"
OWN_RECORD: Final = (
    Particular(_DONE, "办理情况", shape=Shape.CHOICE, choices=tuple(DONE_NAMES.items())),
    Particular(_DETAIL, "更正了什么，或者由哪个机关更正、怎样联系"),
)


class Objected(StrEnum):
    """What a partial answer does with that part to which others object (Arts 32, 34)."""

    WITHHELD = "withheld"
    OPENED = "opened"


OBJECTED: Final = Particular(
    "objected",
    "第三方、其他机关不同意公开的部分",
    shape=Shape.CHOICE,
    choices=(
        (Objected.WITHHELD, "这次都不公开"),
        (Objected.OPENED, "这次公开其中的全部或者一部分"),
    ),
)
"""Asked of a partial answer while one that objects has not been told of an opening."""
CHANNELS: Final = (
    "向有权处理的机关、单位的信访工作机构提出，可以通过网上信访、书信、电话、传真或者走访"
    "（《信访工作条例》第十七条）；举报、投诉有专门渠道的，向该渠道提出。"
)
"""Where petitions belong, for an office that has nothing nearer to name (Art. 39)."""

_OF_PARTS: Final = {
    Evidence.SEARCH_RECORD: SEARCH,
    Evidence.OWN_RECORD: OWN_RECORD,
}
_OPTIONAL: Final = frozenset({Evidence.HOLDER})
"""To be told if it can be determined (Art. 36(5))."""


def particulars_of(one: Evidence) -> tuple[Particular, ...]:
    """What is filled in for a piece of evidence, in order."""
    if one in _OF_PARTS:
        return _OF_PARTS[one]
    shape = Shape.AGENCY if one is Evidence.HOLDER else Shape.WORDS
    sentence = IN_THE_LETTER.get(one, "")
    return (Particular(one.value, EVIDENCE_NAMES[one], sentence, one not in _OPTIONAL, shape),)


def sentences(asked: Iterable[Particular], filled: Mapping[str, str]) -> list[str]:
    """How what was filled in reads in the letter."""
    found = []
    for one in asked:
        said = filled.get(one.name, "").strip()
        sentence = one.sentence
        if one.name == _DETAIL and filled.get(_DONE) in set(Done):
            sentence = DONE_SENTENCES[Done(filled[_DONE])]
        if said and sentence:
            found.append(sentence.format(said))
    return found


def stands_in_the_letter(one: Particular) -> bool:
    """Whether the applicant reads it."""
    return bool(one.sentence) or one in OWN_RECORD


def shown(one: Particular, value: str) -> str:
    """A value as it is read: what was chosen by its name."""
    return dict(one.choices).get(value, value)


def begun(asked: Sequence[Particular], on: date, handler: str) -> dict[str, str]:
    """What can be filled in beforehand."""
    known = {
        "search_on": on.isoformat(),
        "search_by": handler,
        Evidence.RIGHT_CHANNEL.value: CHANNELS,
    }
    return {one.name: known[one.name] for one in asked if known.get(one.name)}


def mistakes(asked: Iterable[Particular], filled: Mapping[str, str], today: date) -> dict[str, str]:
    """What is missing or cannot be so: name → sentence."""
    found = {one.name: _mistake(one, filled.get(one.name, "").strip(), today) for one in asked}
    return {name: said for name, said in found.items() if said}


def _mistake(one: Particular, said: str, today: date) -> str:
    if not said:
        return _("请填写{label}。").format(label=one.label) if one.required else ""
    if one.shape is Shape.CHOICE and said not in dict(one.choices):
        return _("请选择{label}。").format(label=one.label)
    if one.shape is not Shape.DAY:
        return ""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return _("日期要写成 2026-03-13 这样。")
    return _("{label}不能晚于今天。").format(label=one.label) if day > today else ""
