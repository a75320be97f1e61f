import io
import os
import zipfile
from pathlib import Path

from tests.annual_report.corpus.building import OneByOne, asked, built, reports_in
from yangguang.annual_report.corpus.batch import Batch, Told, read_batch
from yangguang.annual_report.corpus.build import build
from yangguang.annual_report.corpus.processes import Processes
from yangguang.annual_report.worker import Limits, Worker


def _bomb() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<a>" + b" " * 300_000_000)
    return whole.getvalue()


def _hostile_folder(folder: Path) -> set[str]:
    """Fill `folder` with files of which none is a report; their names."""
    folder.mkdir()
    hostile = {
        "empty.docx": b"",
        "bomb.docx": _bomb(),
        "cut.xlsx": b"PK\x03\x04" + os.urandom(500),
        "entities.html": b'<!DOCTYPE a [<!ENTITY b "&b;">]>' + b"<div>" * 50_000,
        "picture.jpg": b"\xff\xd8\xff" + os.urandom(5_000),
        "pages.pdf": b"%PDF-1.7\n" + os.urandom(2_000),
        "old.doc": b"\xd0\xcf\x11\xe0" + bytes(3_000),
        "json.json": b"[" * 100_000,
        "huge.txt": bytes(21_000_000),
        "a\nb'\"[x]*.txt": b"no report",
    }
    for name, data in hostile.items():
        (folder / name).write_bytes(data)
    return set(hostile)


def test_each_has_its_reason_and_the_reports_among_them_are_read(tmp_path: Path) -> None:
    names = _hostile_folder(tmp_path / "in")
    reports_in(tmp_path / "in", 2)

    made = built(tmp_path / "in", tmp_path / "out")

    reasons = dict(asked(tmp_path / "out", "SELECT file, reason FROM unreadable"))
    assert set(reasons) == names
    assert all(reason.endswith("。") for reason in reasons.values())
    assert (made.read, made.unreadable) == (len(names) + 2, len(names))
    assert asked(tmp_path / "out", "SELECT count(*) FROM reports") == [(2,)]


def test_a_folder_of_nothing_else_makes_a_corpus_without_reports(tmp_path: Path) -> None:
    names = _hostile_folder(tmp_path / "in")

    build(tmp_path / "in", tmp_path / "out", lambda: Processes(2))

    assert asked(tmp_path / "out", "SELECT count(*) FROM unreadable") == [(len(names),)]
    for table in ("reports", "cells", "findings", "claims"):
        assert asked(tmp_path / "out", f"SELECT * FROM {table}") == []


def test_a_file_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    def read(batch: Batch) -> Told:
        with Worker(Limits(seconds=0.01)) as worker:
            return read_batch(batch, worker)

    build(reports_in(tmp_path / "in", 1), tmp_path / "out", OneByOne(read=read))

    ((file, reason),) = asked(tmp_path / "out", "SELECT file, reason FROM unreadable")
    assert file == "0/0000.txt"
    assert "还没有读完" in reason


def test_names_that_are_no_text_are_told_all_the_same(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 1)
    source = (folder / "0" / "0000.txt").read_bytes()
    with open(os.path.join(os.fsencode(folder), b"\xb1\xed.txt"), "wb") as file:
        file.write(source + b"\n\n")

    built(folder, tmp_path / "out")

    assert asked(tmp_path / "out", "SELECT file FROM reports ORDER BY file DESC") == [
        ("\\xb1\\xed.txt",),
        ("0/0000.txt",),
    ]


def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 1)
    os.mkfifo(folder / "pipe.txt")
    (folder / "nowhere.txt").symlink_to(folder / "missing")
    (folder / "round").symlink_to(folder)
    (folder / ".hidden.txt").write_bytes(b"x")
    (folder / "~$open.docx").write_bytes(b"x")

    assert built(folder, tmp_path / "out").files == 1
