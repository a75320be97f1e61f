"""What prose says of normative documents, rules, decisions and charges (Table 2)."""

import pytest

from tests.annual_report.claims.stated import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "共制定行政规范性文件8件，废止3件，宣布失效2件，修改1件，现行有效45件。",
            [
                "normative.issued 8",
                "normative.repealed 3",
                "normative.lapsed 2",
                "normative.amended 1",
                "normative.in_force 45",
            ],
        ),
        (
            "废止规范性文件48件，新制作16件，保留现行有效规范性文件61件。",
            ["normative.repealed 48", "normative.issued 16", "normative.in_force 61"],
        ),
        ("宣布失效和废止规范性文件25件。", ["normative.repealed 25"]),
        (
            "主动公开政府规章13件（含新制定5件，废止4件），行政规范性文件42件。",
            ["rules.published 13", "rules.issued 5", "rules.repealed 4"],
        ),
        (
            "作出行政许可决定1200件，行政处罚35件，行政强制0件。",
            ["licences 1200", "penalties 35", "coercion 0"],
        ),
        ("收取行政事业性收费96.5万元。", ["charges 96.5"]),
        ("收取政府信息公开信息处理费3940元。", ["processing_fees 3940"]),
    ],
)
def test_documents_decisions_and_charges_are_told_apart(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "制发政策性文件20件，解读15件。",
        "向县司法局报送规范性文件备案4件。",
        "公示行政许可信息300条、行政处罚信息20条。",
        "公布行政许可事项85项。",
        "建立健全规章制度6项。",
        "拟废止规范性文件6件，建议修改规范性文件2件。",
        "通过专栏公示行政许可300件、行政处罚20件。",
        "减免行政事业性收费12万元。",
    ],
)
def test_what_the_form_does_not_count_is_no_claim(text: str) -> None:
    assert claims(text) == []
