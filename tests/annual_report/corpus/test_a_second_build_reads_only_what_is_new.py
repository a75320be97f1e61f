import os
from pathlib import Path
from typing import Any

import pytest

from tests.annual_report.corpus.building import OneByOne, asked, built, everything, reports_in
from yangguang.annual_report.corpus.build import build
from yangguang.annual_report.errors import Unbuildable


def _files(out: Path) -> set[str]:
    return {file for (file,) in asked(out, "SELECT file FROM reports")}


def test_an_unchanged_folder_is_left_alone(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 4), tmp_path / "out"
    built(folder, out)
    newest = (out / "tables").resolve()
    readers = OneByOne()

    again = build(folder, out, readers)

    assert readers.batches == []
    assert (again.read, again.published) == (0, None)
    assert (out / "tables").resolve() == newest


def test_only_new_and_changed_files_are_read(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 4), tmp_path / "out"
    built(folder, out)
    reports_in(folder, 1, first=9)
    (folder / "0" / "0003.txt").write_bytes((folder / "1" / "0001.txt").read_bytes() + b"\n")
    readers = OneByOne()

    build(folder, out, readers)

    assert set(readers.handed_out) == {b"0/0009.txt", b"0/0003.txt"}


def test_after_any_changes_the_tables_are_those_of_a_corpus_made_anew(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 5), tmp_path / "out"
    built(folder, out)
    (folder / "0" / "0000.txt").unlink()
    (folder / "1" / "0001.txt").rename(folder / "2" / "moved.txt")
    (folder / "1" / "0004.txt").write_bytes((folder / "0" / "0003.txt").read_bytes())
    (folder / "2" / "0002.txt").write_text("no report any more", "utf-8")
    reports_in(folder, 2, first=5)

    built(folder, out)
    built(folder, tmp_path / "anew")

    assert everything(out) == everything(tmp_path / "anew")


def test_what_a_removed_file_gave_leaves_the_disk_too(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 2), tmp_path / "out"
    built(folder, out)
    (folder / "0" / "0000.txt").unlink()

    built(folder, out)

    assert _files(out) == {"1/0001.txt"}
    assert len(list((out / "parts").iterdir())) == 1
    assert len(list((out / "generations").iterdir())) == 1


def test_a_lost_or_damaged_index_is_made_anew(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 4), tmp_path / "out"
    built(folder, out)
    before = everything(out)
    readers = OneByOne()

    for damage in (lambda p: p.unlink(), lambda p: p.write_bytes(b"no database at all" * 99)):
        damage(out / "index.sqlite")
        build(folder, out, readers)

    assert readers.batches == []
    assert everything(out) == before


def test_a_folder_that_is_suddenly_empty_costs_nothing(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 2), tmp_path / "out"
    built(folder, out)
    folder.rename(tmp_path / "elsewhere")
    folder.mkdir()

    with pytest.raises(Unbuildable, match="没有文件"):
        built(folder, out)

    assert len(_files(out)) == 2


def test_what_was_read_of_a_folder_that_cannot_be_listed_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = reports_in(tmp_path / "in", 6), tmp_path / "out"
    built(folder, out)
    (folder / "2" / "0002.txt").unlink()
    scandir = os.scandir

    def refusing(path: bytes) -> Any:
        if path == os.fsencode(folder / "1"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refusing)
        made = built(folder, out)

    assert [hidden.path for hidden in made.hidden] == [b"1"]
    assert made.gone == 1
    assert _files(out) == {"0/0000.txt", "0/0003.txt", "1/0001.txt", "1/0004.txt", "2/0005.txt"}


def test_what_could_not_be_opened_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = reports_in(tmp_path / "in", 2), tmp_path / "out"
    shut = folder / "0" / "0000.txt"
    opened = Path.open

    def refusing(path: Path, *mode: Any, **options: Any) -> object:
        if path == shut:
            raise PermissionError(13, "Permission denied")
        return opened(path, *mode, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refusing)
        first = built(folder, out)

    again = built(folder, out)

    assert (first.read, first.unreadable) == (2, 1)
    assert (again.read, again.unreadable) == (1, 0)
    assert _files(out) == {"0/0000.txt", "1/0001.txt"}
