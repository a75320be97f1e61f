"""The clock of a disclosure request: by when it must be answered, and why (Arts 30 to 35)."""

from yangguang.law.clock.answer import answer_due
from yangguang.law.clock.deadline import Deadline, Party, Pause, State, Step
from yangguang.law.clock.events import NAMES, Event, Kind

__all__ = ["NAMES", "Deadline", "Event", "Kind", "Party", "Pause", "State", "Step", "answer_due"]
