import pytest

from tests.cli.running import yangguang

COMMANDS = ((), ("read",), ("compare",), ("due",), ("serve",), ("backup",), ("agencies", "load"))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_explains_itself_in_chinese(command: tuple[str, ...]) -> None:
    result = yangguang(*command, "--help")

    assert result.exit_code == 0
    assert "显示这份说明。" in result.stdout
    assert "选项" in result.stdout
    assert "Show this message" not in result.stdout
    assert "Arguments" not in result.stdout


def test_the_list_of_commands_says_what_each_does() -> None:
    lines = yangguang("--help").stdout.splitlines()

    for command in ("read", "check", "compare", "due", "serve"):
        (line,) = [line for line in lines if line.startswith(f"│ {command} ")]
        assert "。" in line


@pytest.mark.parametrize("command", [("check",), ("convert",), ("due",), ("corpus", "build")])
def test_no_word_of_it_is_cut_off_on_a_narrow_terminal(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    help_page = yangguang(*command, "--help").stdout

    assert all(line.count("…") == line.count("文件…") for line in help_page.splitlines())
    assert "[default" not in help_page
    assert "[required]" not in help_page
