import pytest

from yangguang.annual_report.form import FORMS, Edition, Table
from yangguang.annual_report.form.print_layout import Head, Layout, Place, lay_out
from yangguang.annual_report.form.table3 import OTHER, RESULTS

TABLES = [table for form in FORMS.values() for table in form.tables.values()]


def _table(number: int, edition: Edition = Edition.E2021) -> Table:
    return FORMS[edition].tables[number]


def _places(layout: Layout) -> list[str]:
    return [part.cell for line in layout.body for part in line if isinstance(part, Place)]


def _head(layout: Layout, text: str) -> Head:
    lines = [*layout.head, *layout.body]
    return next(p for line in lines for p in line if isinstance(p, Head) and p.text == text)


def _widths(lines: list) -> list[int]:
    """The columns that each line fills, with what reaches down into it from above."""
    reaching: list[list[int]] = []
    widths = []
    for line in lines:
        above = sum(across for across, _ in reaching)
        widths.append(above + sum(part.across for part in line))
        reaching += [[part.across, part.down] for part in line if isinstance(part, Head)]
        reaching = [[across, down - 1] for across, down in reaching if down > 1]
    return widths


@pytest.mark.parametrize("table", TABLES, ids=lambda t: f"{t.number}-{len(t.rows)}")
def test_every_figure_has_its_place_once_in_print_order(table: Table) -> None:
    assert _places(lay_out(table)) == list(table.cell_ids)


@pytest.mark.parametrize("table", TABLES, ids=lambda t: f"{t.number}-{len(t.rows)}")
def test_every_line_fills_the_width(table: Table) -> None:
    layout = lay_out(table)

    for lines in (layout.head, layout.body):
        assert set(_widths(lines)) <= {layout.width}


def test_the_label_of_all_results_reaches_over_every_row_of_results() -> None:
    assert _head(lay_out(_table(3)), RESULTS).down == 22
    assert _head(lay_out(_table(3, Edition.E2019)), RESULTS).down == 20


def test_a_group_s_label_reaches_over_its_rows() -> None:
    assert _head(lay_out(_table(3)), OTHER).down == 3


def test_a_single_row_of_other_results_takes_the_place_of_group_and_row() -> None:
    head = _head(lay_out(_table(3, Edition.E2019)), OTHER)

    assert (head.across, head.down) == (2, 1)


def test_table_4_is_one_line_of_fifteen_figures_under_merged_heads() -> None:
    layout = lay_out(_table(4))

    assert len(layout.body) == 1
    assert len(_places(layout)) == 15
    assert _head(layout, "行政诉讼").across == 10
    assert _head(layout, "行政复议").down == 2
