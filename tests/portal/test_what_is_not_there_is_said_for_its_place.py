import pytest
from django.test import Client

from tests.portal.visiting import text_of, words_of


@pytest.mark.parametrize(
    ("address", "said", "way_on"),
    [
        (f"/checkups/{'0' * 32}", "体检结果已经删除", "/checkups/new"),
        ("/requests/no/such", "申请编号和查询码", "/requests"),
        ("/agencies/x/y/z", "机关名单", "/agencies"),
        ("/workspace/nothing", "岗位", "/workspace/"),
        ("/account/nothing", "链接已经用过", "/account/"),
        ("/nothing", "网址可能输错了", "/"),
        ("/requestsx", "网址可能输错了", "/"),
    ],
)
def test_a_missing_page_speaks_of_its_own_part(address: str, said: str, way_on: str) -> None:
    answer = Client().get(address)

    assert answer.status_code == 404
    assert said in words_of(answer)
    assert f'class="button primary" href="{way_on}"' in text_of(answer)
    assert ("体检结果" in words_of(answer)) == address.startswith("/checkups")


def test_words_longer_than_are_taken_are_refused_with_what_to_do() -> None:
    answer = Client().post("/requests", {"number": "x" * 1_100_000})

    assert answer.status_code == 413
    assert "作为附件上传" in words_of(answer)
