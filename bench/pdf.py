"""A PDF read whole, against pdfplumber finding the tables of the same file, one after the other.

pdfplumber is no part of the project: where it is not installed, only the reading is measured.
"""

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
    """Reports a second, and how many times as fast as pdfplumber's own table extraction."""
    collect_seldom()
    files = {"generated": example(0, PDF_LAYOUTS["pdf_ruled"], HAZARDS["none"])[0]}
    for path in sorted(PUBLISHED.glob("*.pdf")):
        files[path.stem] = path.read_bytes()
    if find_spec("pdfplumber") is None:
        print("pdfplumber is not installed: pip install pdfplumber to compare with it")
    for name, data in files.items():
        yield from _compared(name, data)


def _compared(name: str, data: bytes) -> Iterator[Figure]:
    if find_spec("pdfplumber") is None:
        yield Figure(f"pdf.{name}", 1 / _seconds(whole_way, data), "reports/s")
        return
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(_seconds(whole_way, data))
        theirs.append(_seconds(_tables_by_pdfplumber, data))
    yield Figure(f"pdf.{name}", 1 / median(ours), "reports/s")
    yield Figure(f"pdf.{name}.speed", median(theirs) / median(ours), "x pdfplumber", REQUIRED)


def _seconds(work: Callable[[bytes], object], data: bytes) -> float:
    work(data)
    started = time.process_time()
    work(data)
    return time.process_time() - started


def _tables_by_pdfplumber(data: bytes) -> list[object]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [table for page in document.pages for table in page.extract_tables()]
