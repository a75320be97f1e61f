"""Repeated text among ten thousand reports: reports a second, peak memory, nothing missed."""

import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from random import Random

from bench.figure import Figure
from tests.generator.prose import Rewriting, name, prose
from yangguang.annual_report.agency_names import is_same_agency
from yangguang.annual_report.repeated_text import ReportText, repeated_from
from yangguang.annual_report.repeated_text.index import Index

REPORTS = 10_000
YEARS = range(2021, 2025)
SENTENCES = 40
COPIED = 0.1
"""The share of sentences that an office takes from a neighbour."""
QUERIES = 1_000
SAMPLE = 400
"""How many reports the exhaustive way is tried on, each held against all the others."""


def repeated_text() -> Iterator[Figure]:
    """Building and asking the index of all reports, in a process of its own for its memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as child:
        yield from child.submit(measured, REPORTS).result()
        yield child.submit(recall, SAMPLE).result()


def measured(count: int) -> list[Figure]:
    """Rates in processor time, and the memory that the index takes beyond the reports."""
    reports = list(written(count))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    index = Index()
    for report in reports:
        index.add(report)
    built = time.process_time()
    asked = Random(1).sample(reports, min(QUERIES, count))
    for report in asked:
        index.repeated_from_others(report)
    answered = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    pairs = list(zip(reports[1:], reports, strict=False))[: len(asked)]
    for report, last in pairs:
        repeated_from([last], report)
    return [
        Figure("repeated_text.index", count / (built - started), "reports/s"),
        Figure("repeated_text.others", len(asked) / (answered - built), "reports/s"),
        Figure("repeated_text.own", len(pairs) / (time.process_time() - answered), "reports/s"),
        Figure("repeated_text.memory", memory / 1024, "MB"),
        Figure("repeated_text.memory_a_report", memory / count, "KB"),
    ]


def recall(count: int) -> Figure:
    """Repeated characters found by the index, against those found by the exhaustive way."""
    reports = list(written(count))
    index = Index()
    for report in reports:
        index.add(report)
    found = expected = 0
    for report in reports[:: count // 50 or 1]:
        others = (
            other
            for other in reports
            if (other.year or 0) <= (report.year or 0)
            and not is_same_agency(other.agency, report.agency)
        )
        found += index.repeated_from_others(report).repeated
        expected += repeated_from(others, report).repeated
    return Figure("repeated_text.recall", found / expected, "", 1.0)


def written(count: int) -> Iterator[ReportText]:
    """Reports of agencies over some years, each year's made of the last one's and a neighbour's."""
    random = Random(2024)
    rewriting = Rewriting()
    neighbour: list[str] = []
    for number in range(count // len(YEARS)):
        agency = f"{name(random)}县{name(random)}局"
        sentences = prose(random, SENTENCES)
        for year in YEARS:
            for at in range(SENTENCES):
                if neighbour and random.random() < COPIED:
                    sentences[at] = random.choice(neighbour)
            text = "\n".join(sentences)
            yield ReportText(f"{number}-{year}", agency, year, ((1, text),))
            sentences = rewriting.of(random, sentences)
        neighbour = sentences
