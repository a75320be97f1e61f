from django.test import Client

from yangguang.agencies.models import Person

FILLED = {
    "username": "linxiao",
    "email": "",
    "password1": "a long pass phrase 1",
    "password2": "a long pass phrase 1",
}


def test_signing_up_takes_a_name_and_a_password_and_no_post_comes_with_it() -> None:
    client = Client()

    answer = client.post("/account/signup/", FILLED, follow=True)

    person = Person.objects.get()
    assert person.username == "linxiao"
    assert not person.posts.exists()
    assert answer.redirect_chain[-1][0] == "/requests/mine"


def test_a_name_that_is_taken_says_so() -> None:
    Person.objects.create_user("linxiao")

    answer = Client().post("/account/signup/", FILLED)

    assert "这个用户名已经有人用了" in answer.content.decode()
    assert Person.objects.count() == 1
