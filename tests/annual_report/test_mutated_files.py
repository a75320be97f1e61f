"""No damaged file of any format makes reading, checking or writing fail other than by a sentence.

`make bench ONLY=mutations` runs the same over 200,000 files.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.generator.mutation import mutated
from tests.generator.specimens import SPECIMENS
from yangguang.annual_report import Unreadable
from yangguang.annual_report.worker import CRASHED, TOO_MUCH_MEMORY, Worker

FILES = {"text": 120, "html": 120, "docx": 50, "xlsx": 50, "pdf": 30, "json": 60}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as confined:
        yield confined


@pytest.mark.parametrize("format", sorted(SPECIMENS))
def test_a_damaged_file_is_read_or_refused_with_a_sentence(
    format: str, worker: Worker, tmp_path: Path
) -> None:
    path = tmp_path / "report"
    for seed in range(FILES[format]):
        name, data = mutated(format, seed)
        path.write_bytes(data)
        try:
            answer = worker.read(path, name)
        except Unreadable as refusal:
            assert str(refusal).endswith("。")
            assert str(refusal) not in (CRASHED, TOO_MUCH_MEMORY), (
                f"python -m bench.mutations {format} {seed}"
            )
        else:
            assert answer["report"]["file"] == name


@pytest.mark.parametrize("format", sorted(SPECIMENS))
def test_the_same_seed_gives_the_same_file(format: str) -> None:
    assert mutated(format, 7) == mutated(format, 7)
    assert mutated(format, 7) != mutated(format, 8)
