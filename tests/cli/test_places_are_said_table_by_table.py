from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import AnnualReport
from yangguang.cli.places import places

FORM = FORMS[Edition.E2021]
REPORT = AnnualReport("report.txt", tables=FORM.tables)


def test_one_cell_is_named_in_full() -> None:
    assert places(REPORT, ["table4.review.total"]) == "表四“行政复议”的“总计”"


def test_whole_rows_and_columns_are_named_once_in_each_table() -> None:
    research = [FORM.tables[3].cell_id(row.id, "research") for row in FORM.tables[3].rows]
    review = [FORM.tables[4].cell_id("review", c.id) for c in FORM.tables[4].rows[0].columns]

    assert places(REPORT, [*review, *research]) == "表三“科研机构”一列；表四“行政复议”一行"


def test_many_scattered_cells_are_counted() -> None:
    scattered = FORM.tables[3].cell_ids[::8]

    said = places(REPORT, scattered)

    assert said.startswith("表三“一、本年新收")
    assert said.endswith(f"……共 {len(scattered)} 格")
