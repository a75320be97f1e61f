"""What the box of a row sends: a request's number, and the last event that was on the screen."""

from typing import Final

from yangguang.inforequests.searching import is_number

DIGITS: Final = 10
"""Of what counts events or rows, at most: more is none of ours."""


def ticked(value: str) -> tuple[str, int] | None:
    """A request's number and the last event that was on the screen; None for what is neither."""
    number, _slash, seen = value.partition("/")
    is_sound = is_number(number) and seen.isdecimal() and len(seen) < DIGITS
    return (number, int(seen)) if is_sound else None
