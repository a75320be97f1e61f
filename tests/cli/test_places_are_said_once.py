from yangguang.annual_report.form import FORMS, Edition
from yangguang.annual_report.report import AnnualReport
from yangguang.cli.places import places

FORM = FORMS[Edition.E2021]
REPORT = AnnualReport("report.txt", tables=FORM.tables)
TABLE_3 = FORM.tables[3]


def test_one_cell_is_named() -> None:
    assert places(REPORT, ["table3.new.total"]) == (
        "表三“一、本年新收政府信息公开申请数量”的“总计”"
    )


def test_cells_of_one_row_name_the_row_once() -> None:
    said = places(REPORT, ["table4.review.upheld", "table4.review.total"])

    assert said == "表四“行政复议”的结果维持、总计"


def test_a_whole_column_is_named_as_a_column() -> None:
    column = [TABLE_3.cell_id(row.id, "research") for row in TABLE_3.rows]

    assert places(REPORT, column) == "表三“科研机构”列，共 25 格"


def test_cells_that_the_report_lacks_keep_their_id() -> None:
    assert places(REPORT, ["table9.x", "table9.y"]) == "table9.x、table9.y"
