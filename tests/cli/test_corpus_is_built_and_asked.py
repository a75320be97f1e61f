import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.annual_report.corpus.building import built, reports_in
from tests.cli.running import yangguang
from yangguang.annual_report.corpus.place import find, locked
from yangguang.cli.corpus.build import INTERRUPTED

YANGGUANG = Path(sys.executable).with_name("yangguang")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = reports_in(tmp_path_factory.mktemp("reports"), 4)
    (folder / "bad.txt").write_text("no report")
    out = tmp_path_factory.mktemp("out") / "corpus"
    built(folder, out)
    return out


def test_a_build_says_what_it_did_and_the_next_that_nothing_was_to_do(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 4)
    (folder / "bad.txt").write_text("no report")
    words = ("corpus", "build", folder, "--out", tmp_path / "out", "--processes", 1)

    first, second = yangguang(*words), yangguang(*words)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "这次读了 5 个文件，其中 1 个读不了。" in first.stdout
    assert "现有报告 4 份，内容重复的文件 0 个，读不了的 1 个。" in first.stdout
    assert "要读 5 个文件。" in first.stderr
    assert "没有新的或改过的文件，语料库未变（5 个文件）。" in second.stdout


def test_a_removed_file_is_said(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 2), tmp_path / "out"
    built(folder, out)
    (folder / "0" / "0000.txt").unlink()

    said = yangguang("corpus", "build", folder, "--out", out)

    assert "这次读了 0 个文件，1 个已不在文件夹里，已除名。" in said.stdout


def test_what_will_not_do_is_a_sentence_and_exit_code_2(tmp_path: Path, corpus: Path) -> None:
    folder = reports_in(tmp_path / "in", 1)
    refused = [
        (("build", tmp_path / "missing", "--out", tmp_path / "out"), "没有这个文件夹"),
        (("build", folder, "--out", folder / "out"), "不能一个在另一个里面"),
        (("query", "FROM reports", "--corpus", tmp_path), "不是语料库"),
        (("summary", "--corpus", tmp_path), "不是语料库"),
        (("repeated", "--corpus", tmp_path), "不是语料库"),
        (("query", "DROP VIEW reports", "--corpus", corpus), "一次只能写一条查询"),
        (("query", "SELECT x FROM reports", "--corpus", corpus), "执行不了"),
    ]
    for words, sentence in refused:
        said = yangguang("corpus", *words)
        assert said.exit_code == 2
        assert sentence in said.stderr
        assert "Traceback" not in said.stderr


def test_two_builds_at_once_are_one_too_many(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 1), tmp_path / "out"
    built(folder, out)

    with locked(find(out)):
        said = yangguang("corpus", "build", folder, "--out", out)

    assert said.exit_code == 2
    assert "正在由另一次 build 写入" in said.stderr


def _alive(group: int) -> list[str]:
    """The processes of a group that have not ended."""
    left = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            name, _, rest = status.read_text().rpartition(") ")
            state, _, of_group, *_ = rest.split()
            if int(of_group) == group and state != "Z":
                left.append(name)
    return left


@pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
    reason="started where Ctrl-C is ignored, in the background of a script",
)
def test_ctrl_c_ends_it_with_how_to_go_on_and_leaves_no_process(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 900), tmp_path / "out"
    running = subprocess.Popen(
        [YANGGUANG, "corpus", "build", folder, "--out", out, "--processes", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not (out / "parts").is_dir() or not list((out / "parts").glob("0*")):
        time.sleep(0.01)

    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to the whole group
    _, said = running.communicate(timeout=60)
    end = time.monotonic() + 20

    assert running.returncode == INTERRUPTED
    assert f"yangguang corpus build {folder} --out {out}" in said.decode()
    assert "Traceback" not in said.decode()
    while left := _alive(running.pid):
        assert time.monotonic() < end, left
        time.sleep(0.05)
    assert built(folder, out).files == 900


def test_an_answer_as_json_lines(corpus: Path) -> None:
    said = yangguang(
        "corpus",
        "query",
        "SELECT file, year, 0.5::DECIMAL(3,1) AS half, [1] AS list, 1 AS file"
        " FROM reports ORDER BY reports.file LIMIT 2",
        "--corpus",
        corpus,
        "--format",
        "json",
    )

    first, second = map(json.loads, said.stdout.splitlines())
    assert first["file"] == "0/0000.txt"
    assert second["file"] == "0/0003.txt"
    assert (first["half"], first["list"], first["file_2"]) == (0.5, [1], 1)


def test_an_answer_as_csv(corpus: Path) -> None:
    sql = "SELECT '=1+1' AS formula, NULL AS nothing, 1.50 AS figure, 'a,\"b' AS text"

    said = yangguang("corpus", "query", sql, "--corpus", corpus, "--format", "csv")

    head, row = csv.reader(io.StringIO(said.stdout))
    assert head == ["formula", "nothing", "figure", "text"]
    assert row == ["'=1+1", "", "1.5", 'a,"b']


def test_an_answer_as_a_table_shows_so_many_rows_and_says_so(corpus: Path) -> None:
    few = yangguang("corpus", "query", "SELECT file FROM unreadable", "--corpus", corpus)
    many = yangguang("corpus", "query", "SELECT range FROM range(3000)", "--corpus", corpus)

    assert "bad.txt" in few.stdout
    assert "1 行" in few.stdout
    assert "只显示前 1000 行" in many.stdout
    assert " 999 " in many.stdout
    assert " 1000 " not in many.stdout.replace("只显示前 1000 行", "")


def test_a_stranger_s_text_does_not_steer_the_terminal(corpus: Path) -> None:
    said = yangguang("corpus", "query", "SELECT chr(27) || '[2J' AS x", "--corpus", corpus)

    assert "\x1b" not in said.stdout


def test_the_environment_names_the_corpus(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YANGGUANG_CORPUS", str(corpus))

    assert "报告 4 份" in yangguang("corpus", "summary").stdout


def test_the_folder_of_the_corpus_needs_no_naming(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus)

    said = yangguang("corpus", "summary")

    assert "文件 5 个：报告 4 份，内容重复的 0 个，读不了的 1 个。" in said.stdout
    assert "没有在文件里找到" in said.stdout


def test_a_question_can_come_from_standard_input(corpus: Path) -> None:
    said = subprocess.run(
        [YANGGUANG, "corpus", "query", "-", "--corpus", corpus, "--format", "csv"],
        input=b"SELECT count(*) AS n FROM reports",
        capture_output=True,
        check=True,
    )

    assert said.stdout == b"n\n4\n"


@pytest.mark.parametrize("command", ["build", "query", "summary", "repeated"])
def test_help_is_in_chinese(command: str) -> None:
    said = yangguang("corpus", command, "--help")

    assert said.exit_code == 0
    assert "显示这份说明。" in said.stdout
