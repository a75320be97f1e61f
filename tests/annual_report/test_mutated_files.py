"""No damaged file makes reading, checking or writing fail other than by a sentence.

`make bench ONLY=mutations` runs the same over 100,000 files.
"""

from random import Random

import pytest

from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.mutation import mutate
from tests.generator.truth import example
from yangguang.annual_report import Unreadable, as_json, read_bytes
from yangguang.annual_report.checking import check

FILES = 60


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_only_a_sentence_comes_out(layout: str) -> None:
    for seed in range(FILES):
        random = Random(seed)
        hazard = random.choice(sorted(HAZARDS))
        data = mutate(random, example(seed % 7, LAYOUTS[layout], HAZARDS[hazard])[0])
        try:
            report = read_bytes("report", data)
        except Unreadable as reason:
            assert str(reason).endswith("。")
            continue
        assert as_json.line(report, check(report))
