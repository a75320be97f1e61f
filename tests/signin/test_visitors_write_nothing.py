import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import town
from tests.signing_in import signed_in
from yangguang.agencies.models import Role, Session

SAMPLE = "青岚市"
"""What the list shows of the sample's reports."""


@pytest.mark.parametrize("address", ["/", "/checkups/new", "/rules", "/checkups"])
def test_their_pages_need_no_database(
    address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        Client().get(address)


def test_an_upload_is_found_again_by_the_signed_cookie_alone(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client = Client()

    with django_assert_num_queries(0):
        client.post("/checkups/sample")
        listing = client.get("/checkups")

    assert SAMPLE in listing.content.decode()
    assert not Session.objects.exists()


def test_a_cookie_that_was_changed_is_nobody_s() -> None:
    client = Client()
    client.post("/checkups/sample")
    client.cookies["yangguang"] = client.cookies["yangguang"].value[:-1] + "!"

    listing = client.get("/checkups")

    assert SAMPLE not in listing.content.decode()


def test_who_signs_in_keeps_what_they_uploaded_and_has_a_row() -> None:
    client = Client()
    client.post("/checkups/sample")

    client.force_login(town.person("林晓"))

    assert Session.objects.count() == 1
    assert SAMPLE in client.get("/checkups").content.decode()


def test_signing_out_ends_the_session_at_the_server() -> None:
    client = signed_in(town.person("李承办", Role.HANDLER, town.agency()))
    stolen = client.cookies["yangguang"].value

    client.post("/account/logout/")

    thief = Client()
    thief.cookies["yangguang"] = stolen
    assert thief.get("/workspace/").headers["Location"].startswith("/account/login/")
    assert not Session.objects.exists()
