"""What was asked in the invented city, and what became of it; every text is invented."""

from typing import Final

from yangguang.demo.history.elsewhere import ELSEWHERE
from yangguang.demo.history.too_much import TOO_MUCH
from yangguang.demo.history.transport_closed import CLOSED
from yangguang.demo.history.transport_open import OPEN
from yangguang.demo.story import Asked

HISTORY: Final[tuple[Asked, ...]] = (*CLOSED, *OPEN, *TOO_MUCH, *ELSEWHERE)
