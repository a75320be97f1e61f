"""100,000 damaged files: how many make the reader or the checks fail other than by a sentence."""

import os
from collections.abc import Iterator
from functools import cache
from multiprocessing import Pool
from random import Random

from bench.figure import Figure
from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.mutation import mutate
from tests.generator.truth import example
from yangguang.annual_report import Unreadable, as_json, read_bytes
from yangguang.annual_report.checking import check

FILES = int(os.environ.get("MUTATIONS", "100000"))
_SOURCES = 400


@cache
def _source(seed: int) -> bytes:
    random = Random(seed)
    layout, hazard = random.choice(sorted(LAYOUTS)), random.choice(sorted(HAZARDS))
    return example(seed, LAYOUTS[layout], HAZARDS[hazard])[0]


def fails(seed: int) -> str:
    """What the file of this seed raised, with the seed; empty where it raised nothing wrong."""
    data = mutate(Random(seed), _source(seed % _SOURCES))
    try:
        report = read_bytes("report", data)
        as_json.line(report, check(report))
    except Unreadable:
        return ""
    except Exception as fault:
        return f"seed {seed}: {fault!r}"
    return ""


def mutations() -> Iterator[Figure]:
    """Files tried, and files that failed; the failures are printed."""
    with Pool() as pool:
        failed = [told for told in pool.imap_unordered(fails, range(FILES), 200) if told]
    for told in failed[:10]:
        print(told)
    yield Figure("mutations.tried", FILES, "files")
    yield Figure("mutations.failed", len(failed), "files")
