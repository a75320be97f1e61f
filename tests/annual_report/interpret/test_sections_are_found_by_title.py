"""Sections by title and numeral: variants, other order, a table of contents."""

import pytest

from yangguang.annual_report import AnnualReport, read_bytes

TITLE = "云溪市信访局2022年政府信息公开工作年度报告\n"


def _read(*lines: str) -> AnnualReport:
    return read_bytes("report.txt", (TITLE + "\n".join(lines)).encode())


@pytest.mark.parametrize(
    "title",
    [
        "五、存在的主要问题及改进情况",
        "五、存在问题及改进情况",
        "五、政府信息公开工作存在的主要问题及改进措施",
        "第五部分 存在的主要问题及改进情况",
        "五. 存在的主要问题及改进情况",
        "**五、存在的主要问题及改进情况**",
        "存在的主要问题及改进情况",
    ],
)
def test_a_title_in_its_variants(title: str) -> None:
    report = _read("一、总体情况", "正文甲。", title, "问题是公开不够及时。")
    assert [section.number for section in report.sections] == [1, 5]
    assert report.text_of(5) == "问题是公开不够及时。"


def test_sections_in_another_order_keep_the_number_of_their_title() -> None:
    report = _read(
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、政府信息公开行政复议、行政诉讼情况",
        "四、收到和处理政府信息公开申请情况",
    )
    by_position = sorted(report.sections, key=lambda section: section.position)
    assert [section.number for section in by_position] == [1, 2, 4, 3]


def test_a_table_of_contents_is_not_the_sections() -> None:
    report = _read(
        "一、总体情况",
        "二、主动公开政府信息情况",
        "一、总体情况",
        "正文甲。",
        "二、主动公开政府信息情况",
        "正文乙。",
    )
    assert [report.text_of(number) for number in (1, 2)] == ["正文甲。", "正文乙。"]


def test_text_on_the_line_of_the_title_belongs_to_the_section() -> None:
    report = _read("一、总体情况。本局公开信息3条。", "另有说明。")
    section = report.sections[0]
    assert section.title == "总体情况"
    assert section.text == "本局公开信息3条。\n另有说明。"


def test_enumerations_within_a_section_are_no_sections() -> None:
    report = _read(
        "一、总体情况",
        "一、加强领导，明确分工。",
        "二、健全制度",
        "二、主动公开政府信息情况",
        "正文乙。",
    )
    assert [section.number for section in report.sections] == [1, 2]
    assert report.text_of(1) == "一、加强领导，明确分工。\n二、健全制度"


def test_a_paragraph_cut_by_a_page_break_is_joined() -> None:
    first = "本局定期召开专题会议，研究全年公开工作的重点和难点，并逐项提出"
    report = _read("一、总体情况", first, "- 2 -", "解决办法，落实到人。", "（一）主动公开。")
    assert report.text_of(1) == f"{first}解决办法，落实到人。\n（一）主动公开。"
    assert [line.start for line in report.sections[0].lines] == [0, len(first), 42]
