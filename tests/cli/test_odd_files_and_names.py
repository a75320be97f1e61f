"""Files that are no ordinary files, and names that are no ordinary names."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.cli.published import AGENCY, published
from tests.cli.running import yangguang

YANGGUANG = Path(sys.executable).with_name("yangguang")


def test_a_name_that_is_no_utf_8_does_not_cost_the_others(tmp_path: Path) -> None:
    good = published(tmp_path / "good.html")
    odd = published(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.html")))

    ended = subprocess.run(
        [YANGGUANG, "read", "--json", odd, good], capture_output=True, check=True
    )

    files = [json.loads(line)["file"] for line in ended.stdout.splitlines()]
    assert files == [f"{tmp_path}/\ufffd.html", str(good)]


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_name_cannot_break_the_line_or_steer_the_terminal(command, tmp_path: Path) -> None:
    name = "甲\n错误 0 处\x1b[2J\u202e.html"
    published(tmp_path / name)
    (tmp_path / f"{name}.txt").write_text("不是报告")

    result = yangguang(command, tmp_path / name, tmp_path / f"{name}.txt")

    shown = "甲\ufffd错误 0 处\ufffd[2J\ufffd.html"
    assert shown in result.stdout
    assert len(result.stderr.splitlines()) == 1
    assert f"{shown}.txt：" in result.stderr


def test_json_has_the_name_as_it_is(tmp_path: Path) -> None:
    file = published(tmp_path / "甲\n乙.html")

    assert json.loads(yangguang("read", "--json", file).stdout)["file"] == str(file)


def test_a_pipe_is_read_as_a_file(tmp_path: Path) -> None:
    content = published(tmp_path / "report.html").read_bytes()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(content,))
    writer.start()

    result = yangguang("read", pipe)

    writer.join()
    assert result.exit_code == 0
    assert AGENCY in result.stdout


def test_a_device_without_end_is_too_large() -> None:
    result = yangguang("read", "/dev/zero")

    assert result.exit_code == 2
    assert "超过了 20 MB 的上限" in result.stderr


def test_a_link_to_itself_is_a_sentence(tmp_path: Path) -> None:
    link = tmp_path / "link.html"
    link.symlink_to(link)

    result = yangguang("read", link)

    assert result.exit_code == 2
    assert "指来指去" in result.stderr
