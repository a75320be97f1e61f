"""The information processing fee (政府信息公开信息处理费管理办法, 国办函〔2020〕109号, Art. 42).

Per item or per page, never both for one request. All sums in yuan.
"""

from typing import Final, NamedTuple

BASIS: Final = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）"

_FREE_ITEMS: Final = 10
_FLAT_UNTIL: Final = 30
_FLAT_RATE: Final = 100
_BLOCK: Final = 10


class Band(NamedTuple):
    """Items or pages from `first` to `last` (None: and all after), each at `rate`."""

    first: int
    last: int | None
    rate: int


PAGES: Final = (Band(1, 30, 0), Band(31, 100, 10), Band(101, 200, 20), Band(201, None, 40))
"""Per page [C]: an A4 side or smaller is one page; pages of several requests are not added up."""


class Line(NamedTuple):
    """One line of a fee notice: in which band, and how many of them."""

    band: Band
    number: int

    @property
    def amount(self) -> int:
        """What they come to, in yuan."""
        return self.number * self.band.rate


def item_rate(number: int) -> int:
    """The fee for an applicant's `number`-th item of a calendar month (from 1) [B].

    1–10 free; 11–30: 100 yuan; from 31 on each block of ten costs 100 yuan an item more.
    """
    if number <= _FREE_ITEMS:
        return 0
    if number <= _FLAT_UNTIL:
        return _FLAT_RATE
    return _FLAT_RATE * ((number - _FLAT_UNTIL - 1) // _BLOCK + 2)


def by_item(earlier: int, items: int) -> tuple[Line, ...]:
    """The lines for `items` items of an applicant who had `earlier` ones in the same month.

    A month is a month of the calendar. Raises ValueError for a negative count.
    """
    _refuse_negative(earlier, items)
    lines: list[Line] = []
    number, end = earlier + 1, earlier + items
    while number <= end:
        band = _item_band(number)
        last = end if band.last is None else min(end, band.last)
        lines.append(Line(band, last - number + 1))
        number = last + 1
    return tuple(lines)


def _item_band(number: int) -> Band:
    if number <= _FREE_ITEMS:
        return Band(1, _FREE_ITEMS, 0)
    if number <= _FLAT_UNTIL:
        return Band(_FREE_ITEMS + 1, _FLAT_UNTIL, _FLAT_RATE)
    first = (number - 1) // _BLOCK * _BLOCK + 1
    return Band(first, first + _BLOCK - 1, item_rate(number))


def by_page(pages: int) -> tuple[Line, ...]:
    """The lines for one request of `pages` pages; what is already public is not counted [M].

    Raises ValueError for a negative count.
    """
    _refuse_negative(pages)
    lines: list[Line] = []
    for band in PAGES:
        last = pages if band.last is None else min(pages, band.last)
        if last >= band.first:
            lines.append(Line(band, last - band.first + 1))
    return tuple(lines)


def total(lines: tuple[Line, ...]) -> int:
    """What the lines come to, in yuan."""
    return sum(line.amount for line in lines)


def _refuse_negative(*counts: int) -> None:
    if min(counts) < 0:
        raise ValueError("件数和页数不能小于 0。")
