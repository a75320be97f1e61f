"""`yangguang agencies load`, `yangguang people`, as an administrator runs them."""

from pathlib import Path

import pytest
from django.test import Client

from tests.cli.running import yangguang
from yangguang.agencies.models import Agency, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example that the program prints."""
    file = tmp_path / "office.toml"
    file.write_text(yangguang("agencies", "example").stdout, encoding="utf-8")
    return file


def test_the_printed_example_can_be_loaded(example: Path) -> None:
    result = yangguang("agencies", "load", example)

    assert result.exit_code == 0
    assert f"机关 {Agency.objects.count()}：新增 {Agency.objects.count()}，" in result.stdout


def test_mistakes_are_told_each_on_a_line_and_nothing_is_loaded(example: Path) -> None:
    wrong = example.read_text("utf-8").replace('kind = "town"', 'kind = "village"')
    example.write_text(wrong, encoding="utf-8")

    result = yangguang("agencies", "load", example)

    assert result.exit_code == 2
    assert "agencies 第 7 个（lutang）的 kind：" in result.stderr
    assert result.stderr.endswith("有 1 处要改，什么也没有登记。\n")
    assert not Agency.objects.exists()


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    result = yangguang("agencies", "load", tmp_path / "none.toml")

    assert result.exit_code == 2
    assert "none.toml" in result.stderr


def test_an_invitation_is_a_link_and_the_password_before_is_gone() -> None:
    person = Person.objects.create_user("li", "a long pass phrase 1", name="李文静")

    result = yangguang("people", "invite", "li")

    person.refresh_from_db()
    assert result.exit_code == 0
    assert "/account/first-password/" in result.stdout
    assert not person.has_usable_password()


def test_by_mail_it_goes_to_the_registered_address_and_is_not_shown(mailoutbox: list) -> None:
    Person.objects.create_user("li", name="李文静", email="li@qinglan.example.com")

    result = yangguang("people", "invite", "li", "--mail")

    assert result.exit_code == 0
    assert "/account/first-password/" in mailoutbox[0].body
    assert "/account/" not in result.output


def test_without_an_address_nothing_is_sent_and_nothing_ends(mailoutbox: list) -> None:
    person = Person.objects.create_user("li", "a long pass phrase 1", name="李文静")

    result = yangguang("people", "invite", "li", "--mail")

    person.refresh_from_db()
    assert (result.exit_code, mailoutbox) == (2, [])
    assert person.has_usable_password()


def test_a_person_is_signed_out_everywhere() -> None:
    person = Person.objects.create_user("li", "a long pass phrase 1", name="李文静")
    client = Client()
    client.force_login(person)

    result = yangguang("people", "signout", "li")

    assert result.stdout == "李文静 已经在 1 台设备上退出登录。\n"
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("command", ["invite", "signout"])
def test_a_name_that_nobody_has_is_a_sentence(command: str) -> None:
    result = yangguang("people", command, "nobody")

    assert (result.exit_code, result.stderr) == (2, "没有用户名是“nobody”的人。\n")
