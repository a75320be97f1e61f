"""`yangguang agencies load`, `yangguang people password`, as an administrator runs them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.cli.running import yangguang
from yangguang.agencies.models import Agency, Person
from yangguang.cli.app import app

pytestmark = pytest.mark.django_db


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example that the program prints."""
    file = tmp_path / "office.toml"
    file.write_text(yangguang("agencies", "example").stdout, encoding="utf-8")
    return file


def _password(username: str, typed: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["people", "password", username], input=f"{typed}\n")
    return result.exit_code, result.output


def test_the_printed_example_can_be_loaded(example: Path) -> None:
    result = yangguang("agencies", "load", example)

    assert result.exit_code == 0
    assert f"机关 {Agency.objects.count()}：新增 {Agency.objects.count()}，" in result.stdout


def test_mistakes_are_told_each_on_a_line_and_nothing_is_loaded(example: Path) -> None:
    wrong = example.read_text("utf-8").replace('kind = "town"', 'kind = "village"')
    example.write_text(wrong, encoding="utf-8")

    result = yangguang("agencies", "load", example)

    assert result.exit_code == 2
    assert "agencies 第 6 个（lutang）的 kind：" in result.stderr
    assert result.stderr.endswith("有 1 处要改，什么也没有登记。\n")
    assert not Agency.objects.exists()


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    result = yangguang("agencies", "load", tmp_path / "none.toml")

    assert result.exit_code == 2
    assert "none.toml" in result.stderr


def test_a_password_lets_a_person_in_and_is_not_shown() -> None:
    Person.objects.create_user("li", name="李文静")

    code, said = _password("li", "a long pass phrase 1")

    assert (code, said) == (0, "李文静 的密码已经设置。\n")
    assert Person.objects.get().check_password("a long pass phrase 1")


def test_a_weak_password_is_refused_with_the_reason() -> None:
    Person.objects.create_user("li", name="李文静")

    code, said = _password("li", "12345")

    assert code == 2
    assert "12345" not in said
    assert not Person.objects.get().has_usable_password()


def test_a_name_that_nobody_has_is_a_sentence() -> None:
    assert _password("nobody", "a long pass phrase 1") == (2, "没有用户名是“nobody”的人。\n")
