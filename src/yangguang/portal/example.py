"""The project's own example: a report of an invented city, with mistakes put in on purpose."""

from pathlib import Path
from typing import Final, NamedTuple

from django.utils.translation import gettext

from yangguang.annual_report.form.table3 import COLUMNS, TABLE_2021
from yangguang.law.requests import RequestRow

_FOLDER: Final = Path(__file__).parent / "sample"
REPORT: Final = _FOLDER / "qinglan-2025.html"
PREVIOUS: Final = _FOLDER / "qinglan-2024.html"


class Figure(NamedTuple):
    """A figure of the excerpt."""

    text: str
    marked: bool = False


class Line(NamedTuple):
    """A row of the excerpt."""

    label: str
    figures: list[Figure]


class Excerpt(NamedTuple):
    """A corner of Table 3 with one marked cell, as the first page shows it."""

    corner: str
    heads: list[str]
    rows: list[Line]
    sentence: str


_SHOWN_COLUMNS: Final = (0, 1, -1)
_SHOWN_ROWS: Final = {
    RequestRow.NEW: (46, 7, 53),
    RequestRow.CARRIED_OVER: (2, 0, 2),
    RequestRow.GRANTED: (31, 5, 39),
    RequestRow.UNABLE_NOT_HELD: (14, 2, 16),
    RequestRow.TOTAL: (48, 7, 55),
    RequestRow.CARRIED_FORWARD: (0, 0, 0),
}
_MARKED: Final = (RequestRow.GRANTED, 0)


def excerpt() -> Excerpt:
    """The corner: the form's words, invented figures."""
    rows = [
        Line(
            TABLE_2021.by_id[row].label,
            [Figure(str(n), (row, i) == _MARKED) for i, n in enumerate(figures)],
        )
        for row, figures in _SHOWN_ROWS.items()
    ]
    return Excerpt(
        gettext("申请人"),
        [COLUMNS[index].label for index in _SHOWN_COLUMNS],
        rows,
        gettext("自然人一列之和少 3，予以公开一行之和也少 3，只交于这一格：应为 34。"),
    )
