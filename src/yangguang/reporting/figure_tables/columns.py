"""The columns of the template, and by which head a table's own are told."""

from enum import StrEnum
from typing import Final

from yangguang.annual_report.fold import fold


class Column(StrEnum):
    """A column by its head. What stands in those before `FIGURE` is printed, not read back."""

    CELL = "代号"
    NAME = "表里的位置"
    CLAUSE = "条款"
    MEASURE = "计量单位"
    NOW = "现在的数"
    RECORDS = "台账里的数"
    FIGURE = "填写数字"
    UNIT = "金额单位"
    SOURCE = "来源"
    REASON = "原因"


_SPARE: Final = str.maketrans(dict.fromkeys(" \n*“”\"'()（）", None))


def plain(text: str) -> str:
    """A head or a cell's name as it is compared: without spaces, quotes and brackets."""
    return fold(text).translate(_SPARE)


HEADS: Final = {plain(one): one for one in Column}
"""Heads as they are compared."""
