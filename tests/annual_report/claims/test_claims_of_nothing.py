"""没有收到, 未发生: prose that claims zero."""

import pytest

from tests.annual_report.claims.stated import claims

NO_DISPUTES = ["disputes.reviews 0", "disputes.suits 0"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("未收到依申请公开行政复议、行政诉讼案件。", NO_DISPUTES),
        ("未收到任何组织和个人要求公开政府信息的申请。", ["requests.received 0"]),
        ("我局没有收到公开政府信息的申请。", ["requests.received 0"]),
        ("2022年未收到和处理政府信息公开申请。", ["requests.received 0"]),
        ("全年未接到信息公开申请；未收到行政许可申请。", ["requests.received 0"]),
        ("未收到任何形式的依申请公开事项。", ["requests.received 0"]),
        ("本年度无政府信息公开申请。", ["requests.received 0"]),
        ("年内不存在因政府信息公开行政复议及行政诉讼情况。", NO_DISPUTES),
        ("未发生因政府信息公开申请行政复议、提起行政诉讼情况。", NO_DISPUTES),
        ("没有因政府信息公开被提起行政诉讼。", ["disputes.suits 0"]),
        ("未向申请人收取任何费用。", ["processing_fees 0"]),
        ("全年未制发行政规范性文件。", ["normative.issued 0"]),
    ],
)
def test_an_absence_is_a_claim_of_zero(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "未收到申请超出一定数量或者频次范围的政府信息公开申请。",
        "全年未收到投诉举报，无被追究责任的人员。",
        "没有对政府信息公开申请作出不予公开的决定。",
        "政府信息公开行政诉讼无败诉，行政复议无纠错。",
        "我局无可清理规范性文件。",
        "未发生泄密事件。",
        "无正当理由大量反复申请的，依法不予处理。",
    ],
)
def test_an_absence_of_something_else_is_none(text: str) -> None:
    assert claims(text) == []
