"""共 A，其中 B、C: the whole and its parts."""

import pytest

from tests.annual_report.claims.stated import statements


def _lists(text: str) -> list[tuple[int, list[int]]]:
    return [
        (int(b.whole.value), [int(part.figure.value) for part in b.parts])
        for b in statements(text).breakdowns
    ]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("发布信息100条，其中网站60条，微信40条。", 100, [60, 40]),
        ("发布信息171条：领域信息124条，动态47条。", 171, [124, 47]),
        ("共公开信息50条，包括：政策4条，业务46条。", 50, [4, 46]),
        ("收到来信25件（其中网上20件、信函5件），较上年增加3件。", 25, [20, 5]),
        ("发布信息60条，其中网站40条（含专栏5条），微信20条。", 60, [40, 20]),
        ("发布信息60条，其中网站40条，占66.7%，微信20条。", 60, [40, 20]),
    ],
)
def test_the_parts_are_those_of_the_list(text: str, whole: int, parts: list[int]) -> None:
    assert _lists(text) == [(whole, parts)]


def test_a_list_ends_at_a_semicolon_and_at_its_bracket() -> None:
    text = "发布信息60条，其中网站40条，微信20条；开设专栏3条。收信9条（其中网上7条），回信8条。"

    assert _lists(text) == [(60, [40, 20]), (9, [7])]


@pytest.mark.parametrize(
    "text",
    [
        "发布信息60条，其中网站40条，微信18条等。",
        "发布信息60条，其中主要是网站40条，微信18条。",
        "发布信息60条，其中文件20篇，微信18条。",
    ],
)
def test_words_and_units_leave_a_list_open(text: str) -> None:
    (breakdown,) = statements(text).breakdowns

    assert breakdown.open_ended
