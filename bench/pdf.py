"""A PDF read whole, against pdfplumber finding the tables of the same file, one after the other.

pdfplumber is no part of the project: where it is not installed, only the reading is measured.
"""

import gc
import io
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from statistics import median

from bench.figure import Figure
from bench.reading import whole_way
from tests.generator.hazards import HAZARDS
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import example
from tests.shared_reports import PUBLISHED
from yangguang.cli.memory import collect_seldom

REQUIRED = 8
RUNS = 9


def pdf() -> Iterator[Figure]:
    """Reports a second; of a published one, how many times as fast as pdfplumber's tables alone."""
    collect_seldom()
    printed = example(0, PDF_LAYOUTS["pdf_ruled"], HAZARDS["none"])[0]
    yield Figure("pdf.generated", 1 / median(_runs(whole_way, printed)), "reports/s")
    for path in sorted(PUBLISHED.glob("*.pdf")):
        data = path.read_bytes()
        if find_spec("pdfplumber") is None:
            print("pdfplumber is not installed: pip install pdfplumber to compare with it")
            yield Figure(f"pdf.{path.stem}", 1 / median(_runs(whole_way, data)), "reports/s")
            continue
        ours, theirs = zip(*_in_turn(data), strict=True)
        yield Figure(f"pdf.{path.stem}", 1 / median(ours), "reports/s")
        ratio = median(theirs) / median(ours)
        yield Figure(f"pdf.{path.stem}.speed", ratio, "x pdfplumber", REQUIRED)


def _in_turn(data: bytes) -> Iterator[tuple[float, float]]:
    for _ in range(RUNS):
        yield _seconds(whole_way, data), _seconds(_tables_by_pdfplumber, data)


def _runs(work: Callable[[bytes], object], data: bytes) -> list[float]:
    return [_seconds(work, data) for _ in range(RUNS)]


def _seconds(work: Callable[[bytes], object], data: bytes) -> float:
    work(data)
    gc.collect()
    started = time.process_time()
    work(data)
    return time.process_time() - started


def _tables_by_pdfplumber(data: bytes) -> list[object]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [table for page in document.pages for table in page.extract_tables()]
