"""Latin words in Chinese prose."""

import pytest

from tests.annual_report.claims.stated import prose
from tests.annual_report.findings import found

RULE = "wording.stray_latin"


@pytest.mark.parametrize("word", ["and", "of", "the", "or", "bet"])
def test_a_word_that_does_not_belong_is_found(word: str) -> None:
    (finding,) = found(RULE, prose(f"编制公开指南 {word} 公开目录。"))

    assert finding.words == (word,)


def test_the_same_word_is_found_once_with_all_its_places() -> None:
    (finding,) = found(RULE, prose("指南and目录，平台and渠道。"))

    assert finding.words == ("and", "and")


@pytest.mark.parametrize(
    "text",
    [
        "使用APP、PDF、VR、5G、LED和QQ，开设e公开平台。",
        "访问www.qinghe.gov.cn或者http://www.qinghe.gov.cn/open/index.html查阅。",
        "电子邮箱：qing_he@163.com。",
        "提供Word、doc、xls和pdf格式，制作vlog。",
        "建设Internet of Things平台。",
        "面积35km，写作“like”。",
    ],
)
def test_names_addresses_and_formats_belong(text: str) -> None:
    assert found(RULE, prose(text)) == []
