"""What can happen to a request that its clock heeds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from yangguang.law.receipt import Channel


class Kind(StrEnum):
    """The kinds of event, in the order in which those of one day are taken."""

    RECEIVED = "received"
    CORRECTION_ASKED = "correction_asked"
    CORRECTED = "corrected"
    THIRD_PARTY_ASKED = "third_party_asked"
    THIRD_PARTY_RECEIVED = "third_party_received"
    THIRD_PARTY_ANSWERED = "third_party_answered"
    CO_PRODUCER_ASKED = "co_producer_asked"
    CO_PRODUCER_RECEIVED = "co_producer_received"
    CO_PRODUCER_ANSWERED = "co_producer_answered"
    REASONS_ASKED = "reasons_asked"
    REASONS_GIVEN = "reasons_given"
    EXTENDED = "extended"
    DELAY_SET = "delay_set"
    FEE_NOTICED = "fee_noticed"
    FEE_NOTICE_RECEIVED = "fee_notice_received"
    FEE_PAID = "fee_paid"
    FEE_WAIVED = "fee_waived"
    POSTED = "posted"
    SIGNED = "signed"
    SENT = "sent"


RANK: Final = {kind: rank for rank, kind in enumerate(Kind)}

NAMES: Final = {
    Kind.RECEIVED: "收到申请",
    Kind.CORRECTION_ASKED: "要求补正",
    Kind.CORRECTED: "收到补正",
    Kind.THIRD_PARTY_ASKED: "征求第三方意见",
    Kind.THIRD_PARTY_RECEIVED: "第三方收到征求意见书",
    Kind.THIRD_PARTY_ANSWERED: "第三方答复",
    Kind.CO_PRODUCER_ASKED: "征求其他机关意见",
    Kind.CO_PRODUCER_RECEIVED: "其他机关收到征求意见",
    Kind.CO_PRODUCER_ANSWERED: "其他机关答复",
    Kind.REASONS_ASKED: "要求说明理由",
    Kind.REASONS_GIVEN: "申请人说明理由",
    Kind.EXTENDED: "延长答复期限",
    Kind.DELAY_SET: "确定延迟答复的期限",
    Kind.FEE_NOTICED: "通知缴纳信息处理费",
    Kind.FEE_NOTICE_RECEIVED: "收到收费通知",
    Kind.FEE_PAID: "缴清信息处理费",
    Kind.FEE_WAIVED: "免收信息处理费",
    Kind.POSTED: "交邮",
    Kind.SIGNED: "当面签收",
    Kind.SENT: "电子发送",
}

LEAVING: Final = frozenset({Kind.POSTED, Kind.SIGNED, Kind.SENT})
"""The answer leaves, and the clock stops: by post the day of posting, by hand the day of the
signature [国办公开办函〔2016〕235号], electronically the day of sending [M]."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event on its legal date.

    `days` is the length of an extension in working days (none: the full 20); `until` the day that
    a delay (Art. 35) or a correction notice names; `channel` how the request came; `matter` tells
    apart third parties, or organs, that were asked side by side.
    """

    kind: Kind
    on: date
    days: int | None = None
    until: date | None = None
    channel: Channel | None = None
    matter: str = ""

    def __post_init__(self) -> None:
        """Refuse what no date can be computed from. Raises ValueError with the sentence."""
        if self.days is not None and self.days < 1:
            raise ValueError(f"延长 {self.days} 个工作日不成立：延长的天数至少为 1。")
        if self.kind is Kind.DELAY_SET and self.until is None:
            raise ValueError("延迟答复要写明延迟到哪一天。")

    @property
    def order(self) -> tuple[date, int, str, int, date]:
        """Where it comes among the others: by date, then by kind; nothing else can matter."""
        return self.on, RANK[self.kind], self.matter, self.days or 0, self.until or date.min
