import re

import pytest
from django.test import Client

from tests import town
from tests.signing_in import PASSWORD

NEW = "another long phrase 2"


def test_the_link_in_the_mail_leads_to_a_new_password(mailoutbox: list) -> None:
    person = town.person("林晓")
    person.email = "linxiao@example.com"
    person.save()
    client = Client()

    client.post("/account/password/reset/", {"email": person.email})
    [mail] = mailoutbox
    found = re.search(r"http://testserver(\S+)", mail.body)
    assert found is not None
    page = client.get(found.group(1), follow=True)
    address = page.redirect_chain[-1][0]
    client.post(address, {"password1": NEW, "password2": NEW})

    person.refresh_from_db()
    assert person.check_password(NEW)
    assert mail.subject == "重设阳光网站的密码"
    assert "staff-1" in mail.body


def test_an_unknown_address_gets_the_same_answer_and_no_mail(mailoutbox: list) -> None:
    answer = Client().post("/account/password/reset/", {"email": "x@example.com"}, follow=True)

    assert "如果这个邮箱登记过" in answer.content.decode()
    assert mailoutbox == []


@pytest.mark.parametrize("weak", ["short1", "1234567890123", "qwertyuiop"])
def test_a_weak_password_is_refused(weak: str) -> None:
    person = town.person("林晓")
    person.set_password(PASSWORD)
    person.save()
    client = Client()
    client.force_login(person)

    client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": weak, "password2": weak},
    )

    person.refresh_from_db()
    assert person.check_password(PASSWORD)
