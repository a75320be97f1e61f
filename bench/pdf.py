"""A PDF read whole, against pdfplumber finding the tables of the same file, one after the other."""

import gc
import io
import json
import time
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from statistics import median

import pdfplumber

from bench.figure import Figure
from bench.published import published_truth
from bench.reading import whole_way
from tests.generator.hazards import HAZARDS
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import example, score
from tests.shared_reports import PUBLISHED
from yangguang.annual_report import read_bytes
from yangguang.cli.memory import collect_seldom

REQUIRED = 8
RUNS = 9

Row = list[str | None]


def pdf() -> Iterator[Figure]:
    """Reports a second; of a published one, how many times as fast as pdfplumber's tables.

    What is held against its table extraction is the reading of the whole report, prose and all.
    """
    collect_seldom()
    printed = example(0, PDF_LAYOUTS["pdf_ruled"], HAZARDS["none"])[0]
    yield Figure("pdf.generated", 1 / median(_runs(whole_way, printed)), "reports/s")
    for path in sorted(PUBLISHED.glob("*.pdf")):
        data = path.read_bytes()
        whole, read, theirs = (median(times) for times in zip(*_in_turn(data), strict=True))
        yield Figure(f"pdf.{path.stem}", 1 / whole, "reports/s")
        yield Figure(f"pdf.{path.stem}.speed", theirs / read, "x pdfplumber", REQUIRED)
        yield Figure(f"pdf.{path.stem}.speed_checked", theirs / whole, "x pdfplumber")
        right, theirs_right = _cells_right(path, data)
        yield Figure(f"pdf.{path.stem}.cells_right", right, "cells", theirs_right)


def _in_turn(data: bytes) -> Iterator[tuple[float, float, float]]:
    """Seconds of the whole way (checked, as JSON), of the reading alone, of pdfplumber."""
    for _ in range(RUNS):
        yield (
            _seconds(whole_way, data),
            _seconds(_read, data),
            _seconds(_tables_by_pdfplumber, data),
        )


def _read(data: bytes) -> object:
    return read_bytes("report.pdf", data)


def _runs(work: Callable[[bytes], object], data: bytes) -> list[float]:
    return [_seconds(work, data) for _ in range(RUNS)]


def _seconds(work: Callable[[bytes], object], data: bytes) -> float:
    work(data)
    gc.collect()
    started = time.process_time()
    work(data)
    return time.process_time() - started


def _tables_by_pdfplumber(data: bytes) -> list[list[Row]]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [table for page in document.pages for table in page.extract_tables()]


def _cells_right(path: Path, data: bytes) -> tuple[int, int]:
    """How many cells of the truth beside `path` we read right, and how many pdfplumber has.

    Its tables know no form, so it is asked for less: a row of the truth is right as far as some
    row of its tables, taken once, prints the same figures at the same distance from its end.
    """
    known = json.loads(path.with_suffix(".json").read_text())
    rows = [
        [None if value is None else Decimal(str(value)) for value in values]
        for number in (2, 3, 4)
        for values in known[f"table{number}"].values()
    ]
    report = read_bytes(path.name, data)
    found = score(published_truth(known, report), report)
    left = [_figures(row) for table in _tables_by_pdfplumber(data) for row in table]
    theirs = 0
    for row in sorted(rows, key=len, reverse=True):
        best = max(left, key=lambda figures: _same(row, figures))
        theirs += _same(row, best)
        left.remove(best)
    return found.cells - found.unread - found.wrong, theirs


def _figures(row: Row) -> list[Decimal]:
    """The figures of an extracted row: a line break within one is no part of it."""
    found = []
    for cell in row:
        try:
            found.append(Decimal("".join((cell or "").split())))
        except InvalidOperation:
            continue
    return found


def _same(row: list[Decimal | None], figures: list[Decimal]) -> int:
    return sum(one == other for one, other in zip(reversed(row), reversed(figures), strict=False))
