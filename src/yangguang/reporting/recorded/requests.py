"""How requests came, how they ended, and whether in time."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final

from yangguang.agencies.models import Agency
from yangguang.inforequests.counting import share
from yangguang.law.dispositions import Disposition
from yangguang.law.receipt import CHANNEL_NAMES, Channel
from yangguang.reporting.compiling.facts import Era
from yangguang.reporting.recorded.figure import Recorded, Unit
from yangguang.reporting.recorded.known import Known, by_case, counted
from yangguang.reporting.topics import Topic

_Counts = Callable[[Known], bool]

_ON_TIME: Final = Recorded(
    "period.on_time",
    "按期办结",
    Topic.PERIODS,
    "年内办结、不晚于答复期限最后一天的申请；办结时期限没有在走的（例如等补正时撤回）也算按期。",
)
_RATE: Final = Recorded(
    "period.rate",
    "按期办结率",
    Topic.PERIODS,
    "按期办结的占年内办结的多少，四舍五入到一位小数；有逾期的不进到 100%。",
    Unit.PERCENT,
    said="办结{办结}件，按期办结率为",
)
_RESULTS: Final = {
    Disposition.ALREADY_PUBLIC: ("予以公开", "告知已主动公开信息的获取方式"),
    Disposition.PROVIDED: ("予以公开", "提供信息"),
    Disposition.DOES_NOT_EXIST: ("无法提供", "经检索不存在"),
    Disposition.NOT_OURS: ("无法提供", "不属于本机关负责公开"),
    Disposition.WITHDRAWN: ("其他处理", "申请人撤回"),
    Disposition.NOT_GOVERNMENT_INFORMATION: ("其他处理", "不属于政府信息"),
    Disposition.OWN_RECORD: ("其他处理", "更正与申请人自身有关的信息"),
    Disposition.OTHER: ("其他处理", "其他情形"),
}
"""Those that the form counts together in one row: the row's group, and what is told apart."""


def _ended(one: Known) -> bool:
    return one.ended is Era.DURING


def _came_by(channel: Channel) -> tuple[Recorded, _Counts]:
    name = CHANNEL_NAMES[channel]
    meaning = f"年内收到的申请中，{name}的。登记作废的不算，拆分的按拆成的件数算。"
    figure = Recorded(
        f"channel.{channel}", f"新收申请·{name}", Topic.REQUESTS, meaning, said=f"{name}的"
    )
    return figure, lambda one: one.received is Era.DURING and one.channel == channel


def _ended_as(disposition: Disposition) -> tuple[Recorded, _Counts]:
    group, name = _RESULTS[disposition]
    meaning = f"年内办结的申请中，{name}的（表三里和别的情形合并在一行）。"
    figure = Recorded(f"result.{disposition}", f"{group}·{name}", Topic.ANSWERS, meaning, said=name)
    return figure, lambda one: _ended(one) and one.disposition == disposition


_COUNTED: Final[Mapping[Recorded, _Counts]] = dict(
    (
        *map(_came_by, Channel),
        *map(_ended_as, _RESULTS),
        (_ON_TIME, lambda one: _ended(one) and not one.is_late),
        (
            Recorded(
                "period.late",
                "逾期办结",
                Topic.PERIODS,
                "年内办结、晚于答复期限最后一天的申请。",
            ),
            lambda one: _ended(one) and one.is_late,
        ),
        (
            Recorded(
                "period.overdue",
                "年末逾期未办结",
                Topic.PERIODS,
                "到 12 月 31 日（年内的，到前一天）答复期限已过、还没有办结的申请。",
            ),
            lambda one: one.received is not Era.AFTER and one.ended is Era.AFTER and one.is_overdue,
        ),
    )
)


class Requests:
    """The source of these figures."""

    figures: tuple[Recorded, ...] = (*_COUNTED, _RATE)

    def values(self, agency: Agency, year: int, known_at: datetime) -> Mapping[str, Decimal]:
        """One query, and what was entered later. No share of nothing."""
        groups = counted(agency, year, known_at)

        def how_many(counts: _Counts) -> int:
            return sum(many for one, many in groups.items() if counts(one))

        found = {one.id: Decimal(how_many(counts)) for one, counts in _COUNTED.items()}
        rate = share(int(found[_ON_TIME.id]), how_many(_ended))
        return found if rate is None else {**found, _RATE.id: rate}

    def cases(self, id: str, agency: Agency, year: int, known_at: datetime) -> list[int]:
        """Of the share: what it is a share of."""
        counts = {one.id: counts for one, counts in _COUNTED.items()}.get(id, _ended)
        return [case for case, known in by_case(agency, year, known_at) if counts(known)]
