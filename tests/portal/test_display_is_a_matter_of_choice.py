import pytest
from django.test import Client

from tests.portal.visiting import text_of


@pytest.mark.parametrize("choice", ["large", "contrast"])
def test_a_choice_stays_for_the_pages_to_come_and_can_be_taken_back(
    client: Client, choice: str
) -> None:
    client.post("/display", {"switch": choice, "back": "/rules"})
    assert f'class="{choice}"' in text_of(client.get("/"))

    client.post("/display", {"switch": choice, "back": "/rules"})
    assert f'class="{choice}"' not in text_of(client.get("/"))


def test_both_may_be_on(client: Client) -> None:
    for choice in ("contrast", "large"):
        client.post("/display", {"switch": choice})

    assert 'class="large contrast"' in text_of(client.get("/"))


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", ""])
def test_it_leads_nowhere_else(client: Client, back: str) -> None:
    answer = client.post("/display", {"switch": "large", "back": back})

    assert answer.headers["Location"] == "/"


def test_an_unknown_choice_changes_nothing(client: Client) -> None:
    client.post("/display", {"switch": '"><script>'})

    assert 'class=""' in text_of(client.get("/"))
