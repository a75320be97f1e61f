"""The same figure for two things, the same passage twice."""

import pytest

from tests.annual_report.claims.stated import prose
from tests.annual_report.findings import found

FIGURE = "prose.same_figure_twice"
PASSAGE = "prose.same_sentence_twice"
LONG = "完善信息公开申请办理流程图和新媒体信息发布流程，做到制度上墙、规范公开，确保任务落实"


def test_a_large_figure_given_to_two_things_is_found() -> None:
    (finding,) = found(FIGURE, prose("热线办理工单4873件。咨询窗口答复问题4873条。"))

    assert finding.words == ("4873件", "4873条")


@pytest.mark.parametrize(
    "text",
    [
        "热线收到工单4873件，办结4873件。",
        "网站发布信息4873条。网站发布信息4873条，居前列。",
        "热线办理工单12件。咨询窗口答复问题12条。",
        "热线办理工单5000件。咨询窗口答复问题5000条。",
        "办理补贴4873元。惠及群众4873人。",
    ],
)
def test_figures_that_come_up_again_with_reason_raise_nothing(text: str) -> None:
    assert found(FIGURE, prose(text)) == []


def test_a_long_passage_printed_twice_is_found_whatever_stands_before_it() -> None:
    (finding,) = found(PASSAGE, prose(f"认真{LONG}。工作平稳。同时{LONG}。"))

    assert finding.words == (f"认真{LONG}", f"同时{LONG}")


@pytest.mark.parametrize(
    "text",
    [
        "做到制度上墙、规范公开。做到制度上墙、规范公开。",
        f"认真{LONG}。",
        "学习《中华人民共和国政府信息公开条例释义和实务问答汇编》。"
        "再学习《中华人民共和国政府信息公开条例释义和实务问答汇编》。",
    ],
)
def test_set_phrases_and_titles_may_be_repeated(text: str) -> None:
    assert found(PASSAGE, prose(text)) == []
