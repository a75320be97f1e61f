"""What prose says of administrative reviews and lawsuits over disclosure."""

import pytest

from tests.annual_report.claims.stated import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "因政府信息公开被申请行政复议6件，其中结果维持3件，结果纠正1件，其他结果2件；"
            "被提起行政诉讼1件，尚未审结1件。",
            [
                "disputes.reviews 6",
                "disputes.reviews 3 upheld",
                "disputes.reviews 1 corrected",
                "disputes.reviews 2 other",
                "disputes.suits 1",
                "disputes.suits 1 pending",
            ],
        ),
        (
            "处理依申请公开30件，应对行政复议66件、行政诉讼33件。",
            ["requests.handled 30", "disputes.reviews 66", "disputes.suits 33"],
        ),
        ("因政府信息公开引发的行政复议、行政诉讼均为0件。", ["disputes.all 0"]),
        (
            "政府信息公开行政诉讼中，未经复议直接起诉1件，复议后起诉2件。",
            ["disputes.suits_direct 1", "disputes.suits_after_review 2"],
        ),
    ],
)
def test_reviews_and_suits_are_told_apart(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "我局办理行政复议案件120件，审结110件，参加行政诉讼应诉15件。",
        "此外，因行政处罚引发的行政复议9件，因行政许可引发的行政诉讼4件。",
        "2021年结转至本年审结的复议案件2件。",
        "政府信息公开行政复议应诉案件13件。",
        "行政诉讼中二审3件，驳回诉讼请求2件。",
    ],
)
def test_other_cases_than_those_of_the_year_over_disclosure_are_no_claim(text: str) -> None:
    assert claims(text) == []


def test_a_heading_of_both_kinds_does_not_make_one_figure_of_them() -> None:
    text = "信息公开复议、诉讼方面：我局作为被申请人的行政复议案件20件。"

    assert claims(text) == ["disputes.reviews 20"]


def test_under_the_heading_of_section_four_the_cases_are_about_disclosure() -> None:
    assert claims("行政复议2件，维持2件。", section=4) == [
        "disputes.reviews 2",
        "disputes.reviews 2 upheld",
    ]
