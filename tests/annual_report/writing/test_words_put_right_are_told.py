"""A written report tells whose words were put right; read again it is the report without that."""

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annual_report.reports import a_report, with_sections
from tests.annual_report.writing.invented_texts import reports, says
from yangguang.annual_report import AnnualReport, read_bytes
from yangguang.annual_report.checking import check
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.form.sections import PREAMBLE
from yangguang.annual_report.repair import reworded
from yangguang.annual_report.report import Doubt, DoubtKind
from yangguang.annual_report.writing import write

FORMATS: Final = ["docx", "html", "xlsx", "pdf"]
TITLE: Final = "青岚市交通运输局2024年政府信息公开工作年度报告"
OPENNESS: Final = "（一）主动公开。公开信息三百余条。"
READ: Final = f"{OPENNESS}\n全年共收到公民提出的申请8件，均已答复。工作平稳。"
RIGHT: Final = f"{OPENNESS}\n全年共收到公民提出的申请3件，均已答复。"


def _read() -> AnnualReport:
    """A report of whose words some were read wrongly."""
    words = {1: READ, 2: "说明如下。", 5: "解读形式单一。", 6: "没有收费。"}
    sections = [(one, title, words.get(one, "")) for one, title in SECTIONS.items()]
    preamble = f"{TITLE}\n本报告由综合科编制【内部】。"
    report = replace(a_report(), agency="青岚市交通运输局", year=2024, preamble=preamble)
    return with_sections(report, *sections)


def _put_right() -> AnnualReport:
    report = reworded(_read(), PREAMBLE, f"{TITLE}\n本报告由办公室编制。", "识读错")
    report = reworded(report, 1, RIGHT, "对照原件第 1 页。")
    report = reworded(report, 2, "", "网页的导航")
    return reworded(report, 3, "一、本年新收政府信息公开申请数量的说明。" * 9, "识读漏了")


@pytest.mark.parametrize("to", FORMATS)
def test_each_part_says_what_was_read_and_why_it_says_else(to: str) -> None:
    report = _put_right()

    again = read_bytes(f"report.{to}", write(report, to))

    assert [one.replace(" ", "") for one in again.remarks] == [
        "【导入注：前言的文字和从原文件读到的不同：“本报告由综合科编制〖内部〗。”改为"
        "“本报告由办公室编制。”。原因：识读错。】",
        "【导入注：第一部分的文字和从原文件读到的不同：“…到公民提出的申请8件，均已答复。”改为"
        "“…到公民提出的申请3件，均已答复。”；删去“工作平稳。”。原因：对照原件第1页。】",
        "【导入注：第二部分的文字已经删去，从原文件读到的是“说明如下。”。原因：网页的导航。】",
        "【导入注：第三部分的文字从原文件没有读到，是照原件补上的。原因：识读漏了。】",
    ]
    assert says(again) == says(report)
    assert [one.rule for one in check(again)] == [one.rule for one in check(report)]


@pytest.mark.parametrize("to", ["docx", "html", "xlsx"])
def test_what_was_entered_by_hand_is_told_at_the_end_and_stays_with_the_file(to: str) -> None:
    doubt = Doubt(DoubtKind.ENTERED_BY_HAND, "从原文件读不出来，表里的 2 格照原件录入（照扫描件）")
    once = read_bytes(f"report.{to}", write(replace(_read(), doubts=(doubt,)), to))

    twice = read_bytes(f"report.{to}", write(once, to))

    said = "【导入注：从原文件读不出来，表里的 2 格照原件录入（照扫描件）。】"
    assert once.remarks == twice.remarks == (said,)
    assert says(twice) == says(_read())


@pytest.mark.parametrize(
    "words",
    [
        "【导入注：没有结束的一句。",
        "【修正：去年第三条的数字写错了。】",
        "【导入注：见附件】的说明如下。\n全年主动公开信息三百余条。\n相关目录见【附件】",
        "【导入注：没有结束的一句。\n全年主动公开信息三百余条【含规章】",
    ],
)
def test_what_only_begins_like_a_remark_is_the_reports_own(words: str) -> None:
    report = with_sections(_read(), (1, SECTIONS[1], words))

    again = read_bytes("report", write(report, "html"))

    assert again.remarks == ()
    assert again.text_of(1) == report.text_of(1)


@given(reports(), st.sampled_from(sorted(SECTIONS)), st.text(max_size=40))
@settings(max_examples=25)
def test_whatever_was_put_right_it_is_read_again_as_it_stands(
    report: AnnualReport, section: int, before: str
) -> None:
    wrong = reworded(report, section, before, "")
    right = replace(reworded(wrong, section, report.text_of(section), before), doubts=())

    assert says(read_bytes("report", write(right, "html"))) == says(right)
