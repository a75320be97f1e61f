from django.test import Client

from tests.portal.visiting import words_of


def test_the_operator_is_told_which_setting_names_the_site(client: Client) -> None:
    answer = client.get("/", headers={"host": "reports.example.gov.cn"})

    assert answer.status_code == 400
    assert "YANGGUANG_HOSTS" in words_of(answer)
