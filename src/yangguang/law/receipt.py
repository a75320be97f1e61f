"""The day on which a request counts as received (Art. 31)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from yangguang.law.calendar import Calendar, published
from yangguang.law.periods import CONFIRMATION

ARTICLE: Final = "第三十一条"
FIRST_DAY: Final = date(2019, 5, 15)
"""The Regulations as they stand came into force (State Council Order 711). What arrived before was
answered by other articles and in other periods than are reckoned here."""


class Channel(StrEnum):
    """The ways in which a request can reach an office (Art. 29, 31)."""

    IN_PERSON = "in_person"
    POST = "post"
    LETTER = "letter"
    FAX = "fax"
    EMAIL = "email"
    PORTAL = "portal"
    ORAL = "oral"


CHANNEL_NAMES: Final = {
    Channel.IN_PERSON: "当面提交",
    Channel.POST: "挂号信或特快专递",
    Channel.LETTER: "平常信函",
    Channel.FAX: "传真",
    Channel.EMAIL: "电子邮件",
    Channel.PORTAL: "网上提交",
    Channel.ORAL: "口头提出",
}

_REASONS: Final = {
    Channel.IN_PERSON: "当面提交的，以提交之日为收到申请之日",
    Channel.POST: "以挂号信、特快专递等需要签收的方式邮寄的，以签收之日为收到申请之日",
    Channel.LETTER: "以平常信函等无需签收的方式邮寄的，以行政机关于收到信函当日与申请人确认之日"
    "为收到申请之日",
    Channel.FAX: "以传真提交的，以双方确认之日为收到申请之日",
    Channel.EMAIL: "以电子邮件提交的，以双方确认之日为收到申请之日",
    Channel.PORTAL: "通过互联网渠道提交的，以双方确认之日为收到申请之日",
    Channel.ORAL: "口头提出、由行政机关代为填写的，以填写之日为收到申请之日",
}
"""Oral requests: the article is silent; the day on which the office fills in the form (Art. 29)."""

CONFIRMED_BY_BOTH: Final = frozenset({Channel.FAX, Channel.EMAIL, Channel.PORTAL})
"""The channels for which Art. 31 asks that both sides confirm."""


class Confirmation(StrEnum):
    """How an office confirms what comes by network or fax; each office decides (Art. 31 is open).

    RECEIPT: the receipt that the portal gives at once is the confirmation. STAFF: a clerk confirms
    within one working day; unconfirmed, the period runs from the submission all the same.
    """

    RECEIPT = "receipt"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Receipt:
    """The day of receipt, why it is that day, and whether the confirmation is still to come."""

    on: date
    reason: str
    to_be_confirmed: bool = False


def waits_for_confirmation(channel: Channel, confirmation: Confirmation) -> bool:
    """Whether staff confirm with the applicant that it came: by the office's choice; a letter is
    to be confirmed always, which changes nothing of its date."""
    if channel is Channel.LETTER:
        return True
    return channel in CONFIRMED_BY_BOTH and confirmation is Confirmation.STAFF


def last_day_to_confirm(arrived: date, calendar: Calendar) -> date:
    """The last day on which staff's confirmation counts: within one working day."""
    return calendar.add(arrived, CONFIRMATION)


def reason(channel: Channel) -> str:
    """Why the day of receipt is what it is, for a request that came by `channel`."""
    return _REASONS[channel]


def receipt(
    channel: Channel,
    arrived: date,
    confirmed: date | None = None,
    confirmation: Confirmation = Confirmation.RECEIPT,
    calendar: Calendar | None = None,
) -> Receipt:
    """When a request counts as received that arrived on `arrived` (Art. 31).

    `arrived` is the day of handing in, of the signature, of the letter's or message's arrival: any
    day of the calendar, until midnight, rest days too. An ordinary letter is to be confirmed the
    day it arrives; confirmed later, it counts from its arrival all the same, for the office's delay
    may not cost the applicant days. Network and fax under STAFF: from the confirmation, which must
    come within one working day; until then, and where it comes later, from the submission.
    """
    why = reason(channel)
    if channel not in CONFIRMED_BY_BOTH or confirmation is Confirmation.RECEIPT:
        return Receipt(arrived, why)
    if confirmed is None:
        return Receipt(arrived, f"{why}；尚待确认，先从提交之日起算", to_be_confirmed=True)
    if confirmed > last_day_to_confirm(arrived, calendar or published()):
        said = f"{why}；{confirmed} 才确认，晚于 1 个工作日，仍从提交之日起算"
        return Receipt(arrived, said)
    return Receipt(max(arrived, confirmed), why)
