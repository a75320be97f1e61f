from django.test import Client

from tests.portal.visiting import words_of


def test_a_form_sent_from_elsewhere_is_refused_with_a_sentence() -> None:
    answer = Client(enforce_csrf_checks=True).post("/checkups/delete")

    assert answer.status_code == 403
    assert "请返回上一页，刷新后再提交一次" in words_of(answer)
