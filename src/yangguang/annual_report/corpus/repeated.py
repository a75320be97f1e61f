"""What the reports of a corpus repeat: from their own agency's last one, and from other agencies'.

The tables hold the prose, so no file is read again; the reports pass by one after the other, and
what stays in memory is the index of their sentences (see bench/repeated_text.py) and a row each.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import duckdb
import pyarrow as pa

from yangguang.annual_report.agency_names import is_somebody_s
from yangguang.annual_report.corpus.place import Corpus
from yangguang.annual_report.corpus.query import ask, opened
from yangguang.annual_report.repeated_text import Repetition, ReportText, repeated_from_each, total
from yangguang.annual_report.repeated_text.index import Index

_SECTIONS: Final = range(1, 7)
_LIKELY: Final = ("first", "second", "third")
"""Of these reports, those that most was found in first, it is reckoned which one is likest: a
sentence that many have is put down to the earliest, which need not be the one that was copied."""
_TEXT: Final = ("report", "file", "agency", "year", *(f"section{n}" for n in _SECTIONS))


class Named(NamedTuple):
    """A report of the corpus; `year` is None where it states none."""

    report: str
    file: str
    agency: str
    year: int | None


class Source(NamedTuple):
    """A report that another repeats from, and how much: what `compare` finds between the two."""

    named: Named
    repetition: Repetition


class Repeated(NamedTuple):
    """What one report repeats; repetitions come without their stretches.

    `previous` is the same agency's report of the year before, None where the corpus has none.
    `others` is taken over all other agencies' reports of the same year and before; `source` is
    the likest of them, None where nothing is repeated.
    """

    named: Named
    previous: Source | None
    others: Repetition
    source: Source | None


class Found(NamedTuple):
    """What was found, in no order; `nameless` reports could not be told from other agencies'."""

    reports: list[Repeated]
    nameless: int


class Progress:
    """Who is told how it goes, in three passes. By itself it tells nobody."""

    def taking_in(self, reports: int) -> None:
        """So many reports are to be taken in."""

    def comparing(self, reports: int) -> None:
        """So many are to be held against all the others."""

    def pairing(self, reports: int) -> None:
        """So many are to be held against those few that they are likest to."""

    def done(self) -> None:
        """One more report."""


class _Held(NamedTuple):
    """A report held against all others: with which ones it is to be held by itself, too."""

    named: Named
    others: Repetition
    previous: str | None
    likely: tuple[str, ...]


def repeated(corpus: Corpus, year: int | None = None, progress: Progress | None = None) -> Found:
    """What each report of a year, or of all years, repeats; see `repeated_text.DEFINITION`.

    Raises Unbuildable where no build has ended yet.
    """
    told = progress or Progress()
    with opened(corpus) as connection:
        until = "" if year is None else f" WHERE year IS NULL OR year <= {year:d}"
        index = _index(connection, until, told)
        of_year = "" if year is None else f" WHERE year = {year:d}"
        told.comparing(_count(connection, of_year))
        nameless = 0
        held: dict[str, _Held] = {}
        for previous, *row in ask(connection, _select(("previous", *_TEXT), of_year)).rows:
            named, text = _text(row)
            if is_somebody_s(text.agency):
                found = index.repeated_from_others(text)
                held[text.id] = _Held(
                    named, total([found]), previous, found.reports[: len(_LIKELY)]
                )
            else:
                nameless += 1
            told.done()
        del index
        return Found(_with_sources(connection, held, told), nameless)


def _index(connection: duckdb.DuckDBPyConnection, where: str, told: Progress) -> Index:
    told.taking_in(_count(connection, where))
    index = Index()
    for row in ask(connection, _select(_TEXT, where)).rows:
        _, text = _text(row)
        if is_somebody_s(text.agency):
            index.add(text)
        told.done()
    return index


def _select(columns: Sequence[str], where: str) -> str:
    return f"SELECT {', '.join(columns)} FROM reports{where}"


def _count(connection: duckdb.DuckDBPyConnection, where: str) -> int:
    ((count,),) = ask(connection, _select(("count(*)",), where)).rows
    return int(count)


def _text(row: Sequence[Any]) -> tuple[Named, ReportText]:
    named = Named(*row[:4])
    prose = zip(_SECTIONS, row[4:], strict=True)
    sections = tuple((number, text) for number, text in prose if text is not None)
    return named, ReportText(named.report, named.agency, named.year, sections)


def _with_sources(
    connection: duckdb.DuckDBPyConnection, held: Mapping[str, _Held], told: Progress
) -> list[Repeated]:
    """Each report held against its last one and the likely sources, as two files are."""
    told.pairing(len(held))
    wanted = [
        {"here": report, "last": one.previous, **dict(zip(_LIKELY, one.likely, strict=False))}
        for report, one in held.items()
    ]
    schema = pa.schema([(name, pa.string()) for name in ("here", "last", *_LIKELY)])
    connection.register("wanted", pa.Table.from_pylist(wanted, schema=schema))
    made = []
    for row in ask(connection, _side_by_side(schema.names)).rows:
        (named, text), *others = _texts(row)
        found = repeated_from_each([other for _, other in others], text)
        sources = {
            other.report: Source(other, total([one]))
            for (other, _), one in zip(others, found, strict=True)
        }
        one = held[named.report]
        previous = sources.pop(one.previous or "", None)
        likest = max(sources.values(), key=_likeness, default=None)
        made.append(Repeated(named, previous, one.others, likest))
        told.done()
    return made


def _texts(row: Sequence[Any]) -> list[tuple[Named, ReportText]]:
    """The reports that stand side by side in a row, without the places that are empty."""
    each = (row[at : at + len(_TEXT)] for at in range(0, len(row), len(_TEXT)))
    return [_text(one) for one in each if one[0] is not None]


def _side_by_side(names: Sequence[str]) -> str:
    """The SQL of the reports wanted, each beside those that it is held against."""
    columns = ", ".join(f"as_{name}.{column}" for name in names for column in _TEXT)
    joins = " ".join(
        f"LEFT JOIN reports as_{name} ON as_{name}.report = wanted.{name}" for name in names
    )
    return f"SELECT {columns} FROM wanted {joins}"


def _likeness(source: Source) -> tuple[int, int, str]:
    return source.repetition.repeated, source.repetition.verbatim, source.named.report
