import errno
from pathlib import Path

import pytest

from tests.annual_report.corpus.building import asked, built, everything, reports_in
from yangguang.annual_report.corpus import part, place, publish
from yangguang.annual_report.corpus.summary import summarise
from yangguang.annual_report.errors import Unbuildable


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(Unbuildable, match="没有这个文件夹"):
        built(tmp_path / "missing", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(Unbuildable, match="里没有文件"):
        built(tmp_path / "in", tmp_path / "out")


@pytest.mark.parametrize(("folder", "out"), [("in", "in/out"), ("in/0", "in"), ("in", "in")])
def test_one_inside_the_other(tmp_path: Path, folder: str, out: str) -> None:
    reports_in(tmp_path / "in", 1)
    with pytest.raises(Unbuildable, match="不能一个在另一个里面"):
        built(tmp_path / folder, tmp_path / out)


def test_a_folder_with_other_things_in_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    with pytest.raises(Unbuildable, match="已有别的文件"):
        built(reports_in(tmp_path / "in", 1), out)
    assert [entry.name for entry in out.iterdir()] == ["thesis.txt"]


def test_a_corpus_of_another_folder(tmp_path: Path) -> None:
    built(reports_in(tmp_path / "in", 1), tmp_path / "out")
    with pytest.raises(Unbuildable, match="原来的文件夹"):
        built(reports_in(tmp_path / "other", 1), tmp_path / "out")


def test_a_corpus_of_another_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(place, "FORMAT", 0)
        built(reports_in(tmp_path / "in", 1), tmp_path / "out")
    with pytest.raises(Unbuildable, match="另一个版本"):
        built(tmp_path / "in", tmp_path / "out")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(Unbuildable, match="不是文件夹"):
        built(reports_in(tmp_path / "in", 1), tmp_path / "out")
    with pytest.raises(Unbuildable, match="不是文件夹"):
        built(tmp_path / "in", tmp_path / "out" / "below")


def test_a_second_build_at_the_same_time(tmp_path: Path) -> None:
    folder, out = reports_in(tmp_path / "in", 1), tmp_path / "out"
    built(folder, out)
    with place.locked(place.find(out)), pytest.raises(Unbuildable, match="正在由另一次 build"):
        built(folder, out)
    assert built(folder, out).read == 0


def test_what_is_no_corpus_cannot_be_summarised(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(Unbuildable, match="不是语料库"):
            summarise(place.find(folder))


def test_a_corpus_not_finished_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = reports_in(tmp_path / "in", 1), tmp_path / "out"
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(publish, "_make", _interrupt)
        built(folder, out)

    with pytest.raises(Unbuildable, match="还没有建完"):
        asked(out, "FROM reports")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("module", "step"), [(part, "_write_table"), (publish, "_settle_all"), (place, "write_whole")]
)
def test_a_full_disk_is_said_and_once_there_is_room_the_build_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, step: str
) -> None:
    folder, out = reports_in(tmp_path / "in", 2), tmp_path / "out"

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(Unbuildable, match="磁盘满了"):
        patch.setattr(module, step, full)
        built(folder, out)
    built(folder, out)

    built(folder, tmp_path / "other")
    assert everything(out) == everything(tmp_path / "other")
