"""县领导 in a district's report, but not 县（区）, 各县 or the name of a county."""

import pytest

from tests.annual_report.claims.stated import prose
from tests.annual_report.findings import found

RULE = "wording.other_level"


@pytest.mark.parametrize(
    ("agency", "text", "words"),
    [
        ("青禾区林草局", "张贴《县领导接访安排表》。", "县领导"),
        ("青禾区林草局", "报县政府批准。", "县政府"),
        ("青禾区住房和城乡建设局", "县委县政府部署。", "县委县政府"),
        ("青禾县市场监督管理局", "区领导带队督查。", "区领导"),
        ("云溪镇人民政府", "乡党委统一领导。", "乡党委"),
    ],
)
def test_the_word_for_another_level_is_found(agency: str, text: str, words: str) -> None:
    (finding,) = found(RULE, prose(text, agency))

    assert finding.words == (words,)


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("青禾区林草局", "加强县（区）联动，指导各县政府，云溪县政府来访，市、县领导出席。"),
        ("青禾区林草局", "落实区委区政府、市委市政府和省政府部署。"),
        ("青禾县林草局", "落实县委县政府和自治区政府、市政府部署。"),
        ("青禾市林草局", "县领导参加会议。"),
        ("云溪镇人民政府", "各乡镇政府、县政府。"),
    ],
)
def test_names_of_places_and_other_ranks_raise_nothing(agency: str, text: str) -> None:
    assert found(RULE, prose(text, agency)) == []
