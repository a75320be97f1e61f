"""Stated shares and growth rates follow from their figures, rounded or truncated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annual_report.claims.stated import prose
from tests.annual_report.findings import found

SHARE = "prose.share_does_not_follow"
CHANGE = "prose.change_does_not_follow"


@pytest.mark.parametrize(
    "text",
    [
        "政策解读9篇，图文解读占比达88%。",
        "政策解读9篇，图文解读占比达89%。",
        "公开信息12条，其中公文5条，占41%。",
        "公开信息12条，其中公文5条，占42%。",
        "信箱留言85件，办结84件，办结率98.8%。",
        "图文解读8篇，占全部9篇的88.9%。",
        "开展调查3次，群众满意占比95%。",
        "办结工单85件，按期办结率100%。",
        "公开信息约95条，其中公文24条，占26%。",
        "收到信息公开申请102件，答复99件，答复率100%。",
        "92件通过网络申请，10件通过信函申请；自然人申请占91.2%。",
        "解读政策40篇，图文解读26篇，占65%。",
        "解读政策40篇，推送微信26篇，占3.1%。",
        "公文5条，占41%；决算2条，占17%；其他公文2条，占17%。",
    ],
)
def test_shares_that_follow_raise_nothing(text: str) -> None:
    assert found(SHARE, prose(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "公开信息95条，其中公文24条，占26%。",
        "政策解读9篇，图文解读占比达85%。",
        "信箱留言85件，办结84件，办结率100%。",
        "图文解读8篇，占全部9篇的90%。",
        "解读政策40篇，图文解读26篇，占61%。",
    ],
)
def test_shares_that_do_not_follow_are_found(text: str) -> None:
    assert len(found(SHARE, prose(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "收到来信37件，比上年增加5件，增长15.6%。",
        "来信由2021年的32件增加到37件，增长15.63%。",
        "来信由2021年的32件下降到28件，下降12.5%。",
        "公开信息120条，较上年的100条增长20%。",
        "收到来信25件（其中网上20件、信函5件），较上年增加3件，增长13.6%。",
        "收到来信37件，同比增长15%。",
    ],
)
def test_changes_that_follow_raise_nothing(text: str) -> None:
    assert found(CHANGE, prose(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到来信37件，比上年增加5件，增长13.5%。",
        "来信由2021年的32件下降到28件，下降14.3%。",
        "来信由2021年的32件下降到28件，增长12.5%。",
        "公开信息120条，较上年的100条增长25%。",
    ],
)
def test_changes_that_do_not_follow_are_found(text: str) -> None:
    assert len(found(CHANGE, prose(text))) == 1


@given(st.integers(1, 400), st.integers(1, 400), st.booleans())
def test_any_share_rounded_or_truncated_passes(part: int, rest: int, rounded: bool) -> None:
    whole = part + rest
    tenths = (2000 * part + whole) // (2 * whole) if rounded else 1000 * part // whole

    text = f"公开信息{whole}条，其中公文{part}条，占{tenths // 10}.{tenths % 10}%。"

    assert found(SHARE, prose(text)) == []
