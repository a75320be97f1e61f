"""Traditional characters in simplified prose: one finding that marks every place."""

from tests.annual_report.claims.stated import prose
from tests.annual_report.findings import found

RULE = "wording.traditional"


def test_all_places_are_marked_and_the_right_characters_named() -> None:
    (finding,) = found(RULE, prose("公开內容欠缺，信息內容单一，时間不足。"))

    assert finding.words == ("內", "內", "間")
    assert "“內”（规范字“内”）" in finding.message
    assert "3 处" in finding.message


def test_simplified_prose_with_rare_signs_raises_nothing() -> None:
    assert found(RULE, prose("公开内容——〈条例〉“问答”•㎡…")) == []
