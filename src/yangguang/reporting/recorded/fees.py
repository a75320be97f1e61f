"""The processing fees, as section six states them (国办函〔2020〕109号)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final

from yangguang.agencies.models import Agency
from yangguang.reporting.compiling.fees import Moved, Turn, moved
from yangguang.reporting.recorded.figure import Recorded, Unit
from yangguang.reporting.topics import Topic

_CASES: Final = {
    Turn.NOTICED: Recorded(
        "fee.notices",
        "收费通知",
        Topic.FEES,
        "年内发出收费通知的申请；后来减收、免收的也算，它确实发出过。",
        said="发出收费通知",
    ),
    Turn.LET_OFF: Recorded(
        "fee.let_off_in",
        "减免收费",
        Topic.FEES,
        "年内减收或者免收信息处理费的申请；通知可以是上一年发出的。",
        said="减收、免收",
    ),
    Turn.RECEIVED: Recorded(
        "fee.paid_in", "缴费申请", Topic.FEES, "年内缴费的申请。", said="已经缴费"
    ),
}
_SUMS: Final = {
    Turn.NOTICED: Recorded(
        "fee.noticed",
        "收费通知金额",
        Topic.FEES,
        "年内收费通知写明的金额合计。",
        Unit.YUAN,
        said="收费通知总金额",
    ),
    Turn.LET_OFF: Recorded(
        "fee.let_off", "减免金额", Topic.FEES, "年内减收、免收的金额合计。", Unit.YUAN
    ),
    Turn.RECEIVED: Recorded(
        "fee.received",
        "实际收费",
        Topic.FEES,
        "年内实际收取的信息处理费合计，按缴费的日期。",
        Unit.YUAN,
        said="实际收取信息处理费",
    ),
}


class Fees:
    """The source of these figures."""

    figures: tuple[Recorded, ...] = tuple(
        figure for turn in Turn for figure in (_CASES[turn], _SUMS[turn])
    )

    def values(self, agency: Agency, year: int, known_at: datetime) -> Mapping[str, Decimal]:
        """In cases and in yuan."""
        every = list(moved(agency, year, known_at))
        cases = {one.id: Decimal(len(_cases(every, turn))) for turn, one in _CASES.items()}
        sums = {
            one.id: Decimal(sum(each.sum for each in every if each.turn is turn))
            for turn, one in _SUMS.items()
        }
        return {**cases, **sums}

    def cases(self, id: str, agency: Agency, year: int, known_at: datetime) -> list[int]:
        """Of a sum: those of which it is the sum. Each once."""
        turn = next(one for one in Turn if id in (_CASES[one].id, _SUMS[one].id))
        return _cases(moved(agency, year, known_at), turn)


def _cases(every: Iterable[Moved], turn: Turn) -> list[int]:
    return list(dict.fromkeys(one.case for one in every if one.turn is turn))
