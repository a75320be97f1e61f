"""DOC, WPS, XLS and RTF are turned into newer files by LibreOffice, or a sentence says what to do.

Most tests put a little program in LibreOffice's place; where LibreOffice is installed it is tried
too.
"""

import os
import shutil
import subprocess
import time
from pathlib import Path
from random import Random

import pytest

from tests.generator.invention import invent
from tests.generator.print import printed
from tests.generator.spreadsheets import xlsx
from tests.generator.word import docx
from yangguang.annual_report import Unreadable, read, read_bytes, worker
from yangguang.annual_report.reading import office

REPORT = printed(invent(Random(5), busy=0.5))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
DOC, XLS = (OLE + name.encode("utf-16-le") for name in ("WordDocument", "Workbook"))
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")
RTF = b"{\\rtf1\\ansi hello}"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, with a `soffice` to be written by the test."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    return folder / "soffice"


def _does(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def _gives(program: Path, converted: bytes) -> None:
    """The program writes `converted` beside its input, whose name comes last."""
    result = program.with_name("result")
    result.write_bytes(converted)
    _does(
        program,
        f"while [ $# -gt 2 ]; do case $1 in --convert-to) e=$2;; esac; shift; done\n"
        f'cp {result} "$1/given.$e"',
    )


@pytest.mark.parametrize(("old", "new"), [(DOC, docx), (RTF, docx), (XLS, xlsx)])
def test_the_newer_file_is_read(program: Path, old: bytes, new: object) -> None:
    assert callable(new)
    converted = new(REPORT)
    _gives(program, converted)
    assert read_bytes("report.doc", old) == read_bytes("report.doc", converted)


def test_the_worker_reads_them_too_and_nothing_is_left(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _gives(program, docx(REPORT))
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(kept))
    (tmp_path / "report.doc").write_bytes(DOC)
    answer = worker.read(tmp_path / "report.doc", "report.doc")
    assert answer["report"]["agency"] == REPORT.agency
    assert list(kept.iterdir()) == []


@pytest.mark.parametrize(("data", "ending"), [(DOC, "DOCX"), (RTF, "DOCX"), (XLS, "XLSX")])
def test_without_libreoffice_it_says_what_to_save_it_as(
    program: Path, data: bytes, ending: str
) -> None:
    with pytest.raises(Unreadable, match=f"LibreOffice.*另存为 {ending}"):
        read_bytes("report.doc", data)


def test_one_with_a_password_is_not_even_tried(program: Path) -> None:
    _does(program, f"touch {program.with_name('tried')}")
    with pytest.raises(Unreadable, match="密码"):
        read_bytes("report.docx", LOCKED)
    assert not program.with_name("tried").exists()


@pytest.mark.parametrize("script", ["exit 0", "exit 1", "kill -9 $$"])
def test_a_conversion_that_fails(program: Path, script: str) -> None:
    _does(program, script)
    with pytest.raises(Unreadable, match="没有转换成功"):
        read_bytes("report.doc", DOC)


def test_a_conversion_that_never_ends_is_stopped_with_all_that_it_started(program: Path) -> None:
    started = program.with_name("started")
    _does(program, f"/bin/sleep 60 & echo $! > {started}; /bin/sleep 60")
    before = time.monotonic()
    with pytest.raises(Unreadable, match="已经停下"):
        office.modernised(DOC, seconds=2)  # enough for it to start the other
    assert time.monotonic() - before < 60  # as long as both would run
    child = int(started.read_text())
    for _ in range(300):
        if not Path(f"/proc/{child}/cmdline").exists() or not _runs(child):
            return
        time.sleep(0.1)
    pytest.fail("what it started still runs")


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_it_is_confined_and_told_nothing_of_us(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YANGGUANG_SECRET", "x")
    told = program.with_name("told")
    _does(program, f"(ulimit -v; ulimit -f; ulimit -t; ulimit -c; /usr/bin/env) > {told}")
    with pytest.raises(Unreadable):
        read_bytes("report.doc", DOC)
    limits, environment = told.read_text().splitlines()[:4], told.read_text()
    assert "unlimited" not in limits
    assert "YANGGUANG_SECRET" not in environment


def test_a_compound_file_without_a_document(program: Path) -> None:
    with pytest.raises(Unreadable, match="没有 Word 文档或 Excel 表格"):
        read_bytes("report.doc", OLE)


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: apt install it to try"
)
@pytest.mark.parametrize("ending", ["doc", "rtf"])
def test_libreoffice_itself(tmp_path: Path, ending: str) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(docx(REPORT))
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--convert-to", ending, "--outdir", str(tmp_path), str(source)),
        ],
        check=True,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
    )
    old, new = read(tmp_path / f"report.{ending}"), read(source)
    assert {c: old.value(c) for c in old.cells} == {c: new.value(c) for c in new.cells}
    assert (old.agency, old.year) == (new.agency, new.year)
