"""Memory while many reports are read."""

import gc
from typing import Final

SELDOM: Final = 100_000


def collect_seldom() -> None:
    """Look for cyclic garbage less often than Python does of itself.

    A report is thousands of small tuples and no cycles: looking through them every 700 costs a
    quarter of the time of reading.
    """
    gc.set_threshold(SELDOM, 20, 20)
