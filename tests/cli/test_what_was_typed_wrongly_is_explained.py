import pytest
from typer.main import get_group

from tests.cli.running import yangguang
from yangguang.cli.app import app

COMMANDS = "、".join(get_group(app).commands)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["reed", "a.html"], f"没有 reed 这个命令。可用的命令：{COMMANDS}。"),
        (["read"], "没有写文件…，请写在命令后面。"),
        (["due"], "没有写 --received，这一项必须写，例如 --received 日期。"),
        (["read", "--jsn", "a.html"], "没有 --jsn 这个选项。是不是要写 --json？"),
        (["read", "--json", "--table", "a.html"], "--json 和 --table 只能用一个。"),
        (["check", "a.html", "--fail-on"], "--fail-on 后面要写一个值。"),
        (
            ["check", "a.html", "--fail-on", "fatal"],
            "--fail-on 的值写错了，只能是：error、warning、note。",
        ),
        (["serve", "--port", "0"], "--port 的值写错了，应当是 1 到 65535 的整数。"),
        (["serve", "--port", "eighty"], "--port 的值写错了，应当是 1 到 65535 的整数。"),
        (["serve", "here"], "命令后面多写了内容：here。"),
    ],
)
def test_a_sentence_in_chinese_says_what_to_write(words: list[str], sentence: str) -> None:
    result = yangguang(*words)

    assert result.exit_code == 2
    said, use = result.stderr.splitlines()
    assert said == sentence
    assert use.startswith("用法见：")
    assert use.endswith("--help")


def test_without_a_command_it_shows_the_help() -> None:
    result = yangguang()

    assert result.exit_code == 2
    assert "年度报告" in result.stdout
    assert result.stderr == ""
