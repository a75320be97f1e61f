"""How the official form shares its width among the columns of a table."""

from typing import Final

from yangguang.annual_report.form.print_layout import LABEL_COLUMNS, Layout

_LABELS: Final = (14.1, 18.4, 54.7)
_FIGURES: Final = 12.1
"""Table 3 of the model of 国办公开办函〔2021〕30号, in millimetres of 172; the merged labels get
enough from the rows' that they break in the same places on the narrower page of GB/T 9704."""


def widths(layout: Layout) -> list[float]:
    """Each column's share of the table's width; together 1. Tables 2 and 4 have equal columns."""
    if layout.number != 3:
        return [1 / layout.width] * layout.width
    parts = [*_LABELS, *[_FIGURES] * (layout.width - LABEL_COLUMNS)]
    return [part / sum(parts) for part in parts]
