"""How an answer can be contested (Art. 51), and the clause that says so at its end.

Review comes first for answers that withhold under Arts 14 to 16 (行政复议法 Art. 23, 2023
revision, for answers from 2024-01-01 on; 最高人民法院 interpretation in force 2025-06-01) [B]; all
other answers can be contested by review or in court directly.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from yangguang.law.dispositions import WITHHOLDING, Disposition

REVIEW_FIRST_FROM: Final = date(2024, 1, 1)
REVIEW_DAYS: Final = 60
"""To ask for review, in days of the calendar [M]."""
SUIT_MONTHS: Final = 6
"""To sue directly, in months [M]."""
SUIT_DAYS_AFTER_REVIEW: Final = 15
"""To sue after a review decision, in days of the calendar [M]."""
LONGEST_YEARS: Final = 5
"""From the answer on, after which neither is taken up, whenever it was received (行政复议法
Art. 21, 行政诉讼法 Art. 46; not of real estate) [M]."""


class Remedy(StrEnum):
    """The ways to contest."""

    REVIEW_FIRST = "review_first"
    DIRECT = "direct"
    BOTH = "both"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Places:
    """Where an agency's answers are contested: the organ of review and the court."""

    review_organ: str
    court: str


class NoPlaces(ValueError):
    """An answer cannot be issued while nobody knows where it is contested; says what to do."""


def remedy(disposition: Disposition, answered_on: date) -> Remedy:
    """The way in which an answer of that kind, dated `answered_on`, is contested.

    A partial answer needs both clauses: review first for the withheld part. A withdrawn request
    has no answer to contest.
    """
    if disposition is Disposition.WITHDRAWN:
        return Remedy.NONE
    if answered_on < REVIEW_FIRST_FROM:
        return Remedy.DIRECT
    if disposition is Disposition.PARTLY_PROVIDED:
        return Remedy.BOTH
    return Remedy.REVIEW_FIRST if disposition in WITHHOLDING else Remedy.DIRECT


def contestable_until(
    disposition: Disposition, answered_on: date, received: date | None
) -> date | None:
    """The last day on which an answer can be contested; None where there is nothing to contest.

    `received`: the day on which the applicant received it, from which both periods run. While
    that is not known (None), the longest period counts, which runs from the answer itself.
    """
    way = remedy(disposition, answered_on)
    if way is Remedy.NONE:
        return None
    if received is None:
        return _months_after(answered_on, 12 * LONGEST_YEARS)
    review = received + timedelta(days=REVIEW_DAYS)
    return review if way is Remedy.REVIEW_FIRST else _months_after(received, SUIT_MONTHS)


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def clause(disposition: Disposition, answered_on: date, places: Places) -> str:
    """The remedy clause of a letter; empty where there is nothing to contest.

    Raises NoPlaces while the organ of review or the court is not known.
    """
    way = remedy(disposition, answered_on)
    if way is Remedy.NONE:
        return ""
    if not (places.review_organ.strip() and places.court.strip()):
        raise NoPlaces(
            "本机关的行政复议机关或管辖法院还没有填写，答复书不能发出。"
            "请先在“机关信息”里填写，再发出答复。"
        )
    match way:
        case Remedy.DIRECT:
            return _direct("如对本答复不服", places)
        case Remedy.REVIEW_FIRST:
            return _review_first("如对本答复不服", places)
        case _:
            withheld = _review_first("如对本答复中不予公开的部分不服", places)
            return withheld + _direct("如对其余部分不服", places)


COMPLAINT: Final = "也可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报（第五十一条）。"


def of_opening(places: Places) -> str:
    """How a third party contests that information is opened over its objection (Arts 32, 51).

    By review or in court, directly: nothing is withheld. Raises NoPlaces while the organ of review
    or the court is not known.
    """
    if not (places.review_organ.strip() and places.court.strip()):
        raise NoPlaces(
            "本机关的行政复议机关或管辖法院还没有填写，告知书不能发出。"
            "请先在“机关信息”里填写，再发出。"
        )
    return _direct("如对本决定不服", places, "本告知书")


def of_silence(places: Places) -> str:
    """How it is contested that no answer came in time: by review or in court [data].

    Raises NoPlaces while the organ of review or the court is not known.
    """
    if not (places.review_organ.strip() and places.court.strip()):
        raise NoPlaces("本机关的行政复议机关或管辖法院还没有填写，请先在“机关信息”里填写。")
    return (
        f"机关没有在期限内答复的，可以向{places.review_organ}申请行政复议，"
        f"或者向{places.court}提起行政诉讼。"
    )


def _direct(opening: str, places: Places, paper: str = "本答复") -> str:
    return (
        f"{opening}，可以自收到{paper}之日起 {REVIEW_DAYS} 日内向{places.review_organ}"
        f"申请行政复议，或者自收到{paper}之日起 {SUIT_MONTHS} 个月内向{places.court}"
        "提起行政诉讼。"
    )


def _review_first(opening: str, places: Places) -> str:
    return (
        f"{opening}，应当先自收到本答复之日起 {REVIEW_DAYS} 日内向{places.review_organ}"
        f"申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起 "
        f"{SUIT_DAYS_AFTER_REVIEW} 日内向{places.court}提起行政诉讼。"
    )
