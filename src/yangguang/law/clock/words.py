"""The deadline in one line, as lists, pages and the terminal show it."""

from datetime import date

from yangguang.law.clock.deadline import Deadline, State

_WEEKDAYS = "一二三四五六日"


def with_weekday(day: date) -> str:
    """A day with its day of the week: 2026-03-13（星期五）."""
    return f"{day}（星期{_WEEKDAYS[day.weekday()]}）"


def in_prose(day: date) -> str:
    """A day as prose has it, with its day of the week: 2026年3月13日（星期五）."""
    return f"{day.year}年{day.month}月{day.day}日（星期{_WEEKDAYS[day.weekday()]}）"


def headline(deadline: Deadline, on: date) -> str:
    """The state with its weight and the date: 还剩 6 个工作日 · 2026-03-13（星期五）."""
    due = with_weekday(deadline.due) if deadline.due else ""
    match deadline.state:
        case State.DONE:
            assert deadline.answered_on is not None
            said = f"已于 {with_weekday(deadline.answered_on)}答复"
            late = deadline.due is not None and deadline.answered_on > deadline.due
            return f"{said} · 期限 {due}{'，逾期' if late else ''}" if due else said
        case State.OVERDUE:
            days = -(deadline.working_days_left or 0)
            return f"已逾期 {days} 个工作日 · {due}" if days else f"已逾期 · {due}"
        case State.PAUSED if not due:
            return "暂停计算，等申请人补正或缴费后重新起算"
        case State.PAUSED:
            return f"暂停计算，之后还剩 {deadline.working_days_left} 个工作日 · {due}"
    if deadline.due == on:
        return f"今天到期 · {due}"
    return f"还剩 {deadline.working_days_left} 个工作日 · {due}"
