"""A file without the form's tables gives none, and no figure."""

import pytest

from yangguang.annual_report import read_bytes

SIX_SECTIONS = """青禾县水务局2023年政府信息公开工作年度报告
一、总体情况
全年公开信息89条，其中网站38条、公众号51条。收到申请3件，予以公开2件，部分公开1件。
二、主动公开政府信息情况
本年行政许可12件，行政处罚4件。
三、收到和处理政府信息公开申请情况
自然人申请3件。
四、政府信息公开行政复议、行政诉讼情况
行政复议1件，结果维持。
五、存在的主要问题及改进情况
公开不够及时，下一步加强培训。
六、其他需要报告的事项
无。
"""

BEFORE_THE_FORM = """松岭县民政局2014年度政府信息公开工作年度报告
一、概述
本年度无特别说明。
二、主动公开政府信息情况
公开信息77条。
三、依申请公开办理情况
收到申请15件，答复15件。
四、收费及减免情况
无。
五、行政复议和行政诉讼情况
无。
六、存在的主要问题及改进措施
无。
七、需要说明的事项与附表
无。
"""

OTHER_TABLE = """指标名称
单位
2009年度
主动公开信息数
13
806
依申请公开信息总数
43
698
行政复议数
34
199
行政诉讼数
0
0
"""

TITLE = "霞浦区财政局2023年政府信息公开工作年度报告\n"
LONG_RULE = TITLE + "|\n" + "|" * 700 + "\n|\n一、总体情况\n无。\n"


@pytest.mark.parametrize("text", [SIX_SECTIONS, BEFORE_THE_FORM, OTHER_TABLE, LONG_RULE])
def test_no_table_no_cell_no_edition(text: str) -> None:
    report = read_bytes("report.txt", text.encode())
    assert (dict(report.tables), dict(report.cells), report.edition) == ({}, {}, None)


def test_figures_in_prose_stay_prose() -> None:
    report = read_bytes("report.txt", SIX_SECTIONS.encode())
    assert report.text_of(2) == "本年行政许可12件，行政处罚4件。"
    assert report.text_of(4) == "行政复议1件，结果维持。"


def test_sections_before_the_form_keep_their_own_numbers() -> None:
    report = read_bytes("report.txt", BEFORE_THE_FORM.encode())
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6, 7]
    assert report.year == 2014
