"""Whose figures a sentence gives, and of when."""

import pytest

from tests.annual_report.claims.stated import statements
from yangguang.annual_report.claims import Scope


def _scopes(text: str, agency: str) -> list[Scope]:
    return [claim.scope for claim in statements(text, agency).claims]


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("青禾县林草局", "2022年，我局收到政府信息公开申请3件。"),
        ("青禾县林草局", "县林草局共收到政府信息公开申请3件。"),
        ("青禾县人民政府办公室", "2022年，县政府办公室共收到政府信息公开申请3件。"),
        ("青禾县人民政府", "全县共受理政府信息公开申请3件。"),
        ("云溪街道办事处", "街道受理政府信息公开申请3件。"),
        ("云溪镇人民政府", "我镇收到政府信息公开申请3件。"),
        ("青禾县林草局", "截至2022年12月31日，收到政府信息公开申请3件。"),
        ("青禾县林草局", "去年收到信息公开申请多，今年收到信息公开申请3件。"),
    ],
)
def test_the_agencys_own_year_is_its_own_scope(agency: str, text: str) -> None:
    assert _scopes(text, agency) == [Scope.OWN]


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("青禾县人民政府办公室", "全县共收到政府信息公开申请95件。"),
        ("青禾县林草局", "我县共收到政府信息公开申请95件。"),
        ("青禾县人民政府", "县政府办公室受理政府信息公开申请17件。"),
        ("青禾县林草局", "县教育局受理政府信息公开申请17件。"),
        ("青禾县人民政府", "各乡镇、各部门受理政府信息公开申请80件。"),
        ("青禾县人民政府", "县本级收到政府信息公开申请30件。"),
        ("青禾县林草局", "2021年收到政府信息公开申请15件。"),
        ("霞浦区教育局", "区属73所学校共受理信息公开申请5件。"),
        ("霞浦区教育局", "市教育局受理政府信息公开申请17件。"),
        ("云溪市住房和城乡建设局", "以市政府名义出台规范性文件4件。"),
        ("云溪市林业局", "市政府规章新制定5件。"),
        ("云溪市林业局", "作为复议机关审理政府信息公开行政复议27件。"),
        ("青禾县林草局", "上半年收到政府信息公开申请15件。"),
    ],
)
def test_another_body_or_year_is_another_scope(agency: str, text: str) -> None:
    assert _scopes(text, agency) == [Scope.OTHER]


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("云溪市住房和城乡建设局", "市住建局共受理政府信息公开申请8件。"),
        ("东陵省水利厅", "2022年，省水利厅本级共收到政府信息公开申请8件。"),
        ("青禾县人民政府", "全县各级行政机关共收到政府信息公开申请8件。"),
        ("青禾县人民政府", "全县各级各部门共收到政府信息公开申请8件。"),
        ("青禾县人民政府", "县政府及其部门共制发规范性文件8件。"),
    ],
)
def test_the_agency_under_another_name_is_its_own_scope(agency: str, text: str) -> None:
    assert _scopes(text, agency) == [Scope.OWN]


@pytest.mark.parametrize(
    "text",
    [
        "截至目前，共收到政府信息公开申请8件。",
        "今年以来，共收到政府信息公开申请8件。",
        "全面清理规范性文件，保留27件。",
    ],
)
def test_another_moment_of_the_year_is_doubtful(text: str) -> None:
    assert _scopes(text, "青禾县林草局") == [Scope.DOUBTFUL]


@pytest.mark.parametrize(
    "text",
    [
        "全年办理政府信息公开行政复议案件312件，其中维持201件。",
        "市政府受理信息公开类行政复议案件312件，其中撤销12件。",
    ],
)
def test_reviews_that_a_body_may_have_decided_itself_are_doubtful(text: str) -> None:
    assert _scopes(text, "云溪市人民政府") == [Scope.DOUBTFUL, Scope.DOUBTFUL]


def test_the_scope_ends_with_its_sentence() -> None:
    text = "全县共收到政府信息公开申请95件。我局收到政府信息公开申请3件。"

    assert _scopes(text, "青禾县林草局") == [Scope.OTHER, Scope.OWN]
