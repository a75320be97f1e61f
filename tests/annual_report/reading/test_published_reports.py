"""Real reports and the layouts of published pages: no wrong cell, at most 0.5 % unread.

The truth lies beside each file. Rows of which only one of seven cells is printed are asked for
what they print.
"""

import json
from pathlib import Path

import pytest

from bench.published import published_scores
from tests.generator.truth import Score
from tests.shared_reports import LAYOUTS, SEEDS, needs_shared_reports
from yangguang.annual_report import as_json, read

pytestmark = needs_shared_reports

MOST_UNREAD = 0.005


@pytest.mark.parametrize("folder", [SEEDS, LAYOUTS], ids=["seeds", "layouts"])
def test_no_cell_is_wrong_and_hardly_one_unread(folder: Path) -> None:
    scores = dict(published_scores(folder))
    assert {name: found.wrong for name, found in scores.items() if found.wrong} == {}
    total = sum(scores.values(), Score())
    assert total.cells > 0
    assert total.unread <= MOST_UNREAD * total.cells


@pytest.mark.parametrize(
    "path", [*SEEDS.glob("*.txt"), *LAYOUTS.glob("*.txt")], ids=lambda p: p.stem
)
def test_year_edition_agency_and_rows_are_those_of_the_truth(path: Path) -> None:
    known = json.loads(path.with_suffix(".json").read_text())
    record = as_json.dump(read(path))
    assert record["year"] == known["year"]
    assert record["edition"] == known["edition"]
    assert record["agency"] == known.get("organ", record["agency"])
    for table in ("table2", "table3", "table4"):
        if table in known:
            assert list(record[table]) == list(known[table])
