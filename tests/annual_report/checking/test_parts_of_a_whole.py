"""共 A，其中 B、C: complete lists add up; others are let alone."""

import pytest

from tests.annual_report.claims.stated import prose
from tests.annual_report.findings import found

COMPLETE = "prose.parts_contradict_whole"
EXCEED = "prose.parts_exceed_whole"
SHORT = "prose.parts_fall_short"


def _found(text: str) -> list[str]:
    return [f.rule for rule in (COMPLETE, EXCEED, SHORT) for f in found(rule, prose(text))]


@pytest.mark.parametrize(
    "text",
    [
        "发布信息100条，其中网站60条，微信40条。",
        "发布信息100条，其中网站43条，微信38条。",
        "发布信息100条，其中网站60条，微信38条等。",
        "发布信息100条，其中网站98条。",
        "发布信息约100条，其中网站60条，微信38条。",
        "收到政府信息公开申请37件，其中自然人35件、法人2件，予以公开20件、不予公开17件。",
        "新收政府信息公开申请37件，上年结转2件，其中予以公开30件，部分公开9件。",
        "处理留言100条，其中涉及土地60条，涉及物业70条。",
    ],
)
def test_lists_that_add_up_or_need_not_raise_nothing(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("共收到政府信息公开申请37件，其中自然人35件，法人或其他组织3件。", COMPLETE),
        (
            "因政府信息公开被申请行政复议5件，其中维持1件、纠正1件、其他结果1件、未审结1件。",
            COMPLETE,
        ),
        ("共办理政府信息公开申请39件，其中2022年新收35件、上年结转5件。", COMPLETE),
        (
            "办结政府信息公开申请36件，其中予以公开9件、部分公开8件、不予公开7件、无法提供6件、"
            "不予处理5件、其他处理4件。",
            COMPLETE,
        ),
        ("发布信息71条，其中图文57条，视频15条。", EXCEED),
        ("发布信息3437条，包括：人事12条，动态1740条，公告225条，其他1827条。", EXCEED),
        ("发布信息100条，其中网站60条，微信38条。", SHORT),
    ],
)
def test_lists_that_cannot_be_right_are_found(text: str, rule: str) -> None:
    assert _found(text) == [rule]


def test_the_finding_shows_the_sum_and_marks_every_figure() -> None:
    (finding,) = found(EXCEED, prose("发布信息71条，其中图文57条，视频15条。"))

    assert "57 + 15 = 72" in finding.message
    assert finding.words == ("71条", "57条", "15条")
