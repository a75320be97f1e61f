"""Counted, not timed: what is in hand at once, and how often a file is read."""

from pathlib import Path

from tests.annual_report.corpus.building import (
    OneByOne,
    asked,
    built,
    everything,
    read_here,
    reports_in,
)
from yangguang.annual_report.corpus.batch import Batch, Told
from yangguang.annual_report.corpus.build import LARGEST_BATCH, build
from yangguang.annual_report.corpus.part import FileRead, write
from yangguang.annual_report.corpus.schema import BY_YEAR


def _noted(batch: Batch) -> Told:
    """A batch whose files are all noted as unreadable, without being read."""
    files = [FileRead(path, None, None, 1, 1, "…") for path in batch.paths]
    write(batch.out / "parts" / batch.part, files, {table.name: [] for table in BY_YEAR})
    return Told(batch.part, len(files), len(files), ())


def test_however_many_files_only_so_many_batches_are_in_hand(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").write_bytes(b"x")
    readers = OneByOne(slots=3, read=_noted)

    build(folder, tmp_path / "out", readers)

    assert readers.most_in_hand == 3
    assert max(len(batch.paths) for batch in readers.batches) == LARGEST_BATCH
    assert set(readers.handed_out.values()) == {1}
    assert len(readers.handed_out) == 3000


def test_each_file_is_given_to_a_worker_once(tmp_path: Path) -> None:
    readers = OneByOne()

    build(reports_in(tmp_path / "in", 9), tmp_path / "out", readers)

    assert set(readers.handed_out.values()) == {1}
    assert asked(tmp_path / "out", "SELECT count(*) FROM reports") == [(9,)]


def test_a_batch_whose_time_is_up_gives_back_the_rest(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 12)
    readers = OneByOne(slots=1)

    made = build(folder, tmp_path / "out", readers, seconds=0)

    assert made.read == 12
    assert {len(batch.paths) for batch in readers.batches} == {8, 7, 6, 5, 4, 3, 2, 1}
    built(folder, tmp_path / "other")
    assert everything(tmp_path / "out") == everything(tmp_path / "other")


def test_a_batch_that_is_done_twice_is_one_part(tmp_path: Path) -> None:
    folder = reports_in(tmp_path / "in", 4)

    def twice(batch: Batch) -> Told:
        assert read_here(batch) == read_here(batch)
        return read_here(batch)

    build(folder, tmp_path / "out", OneByOne(read=twice))

    assert asked(tmp_path / "out", "SELECT count(*) FROM reports") == [(4,)]
