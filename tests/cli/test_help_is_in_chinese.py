import pytest

from tests.cli.running import yangguang


@pytest.mark.parametrize("command", [(), ("read",), ("check",), ("compare",), ("serve",)])
def test_help_explains_itself_in_chinese(command: tuple[str, ...]) -> None:
    result = yangguang(*command, "--help")

    assert result.exit_code == 0
    assert "显示这份说明。" in result.stdout
    assert "选项" in result.stdout
    assert "Show this message" not in result.stdout


def test_the_list_of_commands_says_what_each_does() -> None:
    lines = yangguang("--help").stdout.splitlines()

    for command in ("read", "check", "compare", "serve"):
        (line,) = [line for line in lines if line.startswith(f"│ {command} ")]
        assert "。" in line
