"""What happens when, told to the applicant on the day of receipt (Arts 30, 31, 33)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from yangguang.law import clock, periods
from yangguang.law.calendar import published, warning
from yangguang.law.receipt import Channel


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day to know of: `by` it, or from it on, this happens; and the article that says so."""

    by: date
    title: str
    text: str
    article: str


def milestones(
    received: date, channel: Channel, to_be_confirmed: bool = False
) -> tuple[Milestone, ...]:
    """The days ahead of a request that was received, in their order. Raises OutOfRange.

    `to_be_confirmed`: staff are yet to confirm the day of receipt, which then may be another.
    """
    calendar = published()
    deadline = clock.answer_due(
        [clock.Event(clock.Kind.RECEIVED, received, None, None, channel)], calendar, received
    )
    assert deadline.due is not None
    return (
        Milestone(
            received,
            _("收到申请"),
            _("从下一个工作日起计算答复时间。")
            + (
                _("机关会在 1 个工作日内与您确认，确认后以确认那天为准，下面的日期可能晚一点。")
                if to_be_confirmed
                else ""
            ),
            "第三十一条",
        ),
        Milestone(
            calendar.add(received, periods.CORRECTION_NOTICE),
            _("需要您补充的话，最晚这天告诉您"),
            _("内容写得不够清楚时，机关会一次说清要补充什么；您补充后，答复时间重新计算。"),
            "第三十条",
        ),
        Milestone(
            deadline.due,
            _("最晚这天答复您"),
            _("收到申请后 {days} 个工作日内答复。").format(days=periods.ANSWER)
            + _("确实需要更多时间的，最多再延长 {days} 个工作日，并且会告诉您。").format(
                days=periods.EXTENSION
            )
            + _("需要征求其他人意见的时间不算在内。"),
            "第三十二条、第三十三条",
        ),
    )


def calendar_warning(since: date, until: date | None) -> str:
    """What to say of days that were counted through years whose holidays are not known yet."""
    unknown = published().unpublished(since, until) if until else ()
    return warning(unknown) if unknown else ""
