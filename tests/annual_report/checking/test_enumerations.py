"""一是…三是: enumerations that skip, repeat or lose their 是."""

import pytest

from tests.annual_report.claims.stated import prose
from tests.annual_report.findings import found

RULE = "wording.enumeration"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一是加强领导。二是规范流程。四是强化监督。", "“二是”之后是“四是”，中间缺号"),
        ("一是加强领导；三是强化监督。", "“一是”之后是“三是”，中间缺号"),
        ("一是加强领导。二是规范流程。二是强化监督。", "“二是”重复"),
        ("一是加强领导。二进一步规范流程。三是强化监督。", "其间“二进一步规范”疑漏“是”字"),
        ("一要抓早。三要抓细。", "“一要”之后是“三要”"),
    ],
)
def test_a_broken_enumeration_is_found(text: str, said: str) -> None:
    (finding,) = found(RULE, prose(text))

    assert said in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "一是加强领导。二是规范流程。三是强化监督。",
        "问题：一是甲；二是乙。措施：一是丙；二是丁；三是戊。",
        "一是做到两点：一是甲；二是乙。二是规范流程。三是强化监督。",
        "（一）甲。一是子。二是丑。\n（二）乙。一是寅。二是卯。",
        "一方面加强领导，二是规范流程。",
        "这一是非问题，第三是补充。",
    ],
)
def test_enumerations_that_restart_or_nest_raise_nothing(text: str) -> None:
    assert found(RULE, prose(text)) == []


def test_numbered_lines_are_followed_too() -> None:
    text = "（一）问题\n1.甲\n2.乙\n4.丙\n（三）措施\n1.丁\n2.戊"

    said = [f.words for f in found(RULE, prose(text, section=5))]

    assert said == [("4.",), ("（三）",)]


def test_rows_of_a_table_that_was_not_recognised_are_let_alone() -> None:
    assert found(RULE, prose("1.属于国家秘密\n4.保护第三方合法权益", section=3)) == []
