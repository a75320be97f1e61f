"""Live figures in the words of a report: `{名称}` stands for a figure of the same report.

What is written is the name of the figure; what is read is the figure as it then is, so that text
and tables cannot drift apart. Here are the figures that are cells; those that are none come from
the records (`recorded`), and are given to `filled` by name.

`{请写：……}` names no figure either: it marks what only people can say, and stands in the way of
sending a report up as long as it is there.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from yangguang.annual_report.checking.cell_names import figure as written
from yangguang.annual_report.form import FORMS, Edition, table3, table4
from yangguang.annual_report.form.model import Form
from yangguang.annual_report.money import stated
from yangguang.annual_report.report import AnnualReport
from yangguang.law.requests import RequestRow
from yangguang.reporting.topics import Topic

_REFERENCE: Final = re.compile(r"\{([^{}\n]{1,60})\}")
_APPLICANTS: Final = tuple(one for one in table3.COLUMNS if one.id != "total")


TO_WRITE: Final = "请写"
"""What the name of a reference begins with that asks for words."""


class Phrase(NamedTuple):
    """A figure by its name: the cells that it adds up, and a sentence that one may put in."""

    name: str
    cells: tuple[str, ...]
    sentence: str
    topic: Topic

    @property
    def is_part(self) -> bool:
        """Whether it is of some kinds of applicants only."""
        first = self.cells[0]
        return first.startswith("table3.") and not first.endswith(".total")


class Unknown(NamedTuple):
    """A reference that names no figure: where it stands in the text, and what it says."""

    start: int
    name: str

    @property
    def to_write(self) -> str:
        """What it asks people to write; empty where it asks for nothing."""
        name = self.name.strip()
        return name.removeprefix(TO_WRITE).strip("：: ") if name.startswith(TO_WRITE) else ""


@lru_cache(maxsize=2)
def phrases(edition: Edition) -> Mapping[str, Phrase]:
    """Every figure that can be named in a report of this edition, in the order of the form."""
    return {one.name: one for one in _phrases(FORMS[edition])}


def _phrases(form: Form) -> Iterator[Phrase]:
    yield from _of_table2(form)
    yield from _of_table3(form)
    yield from _of_table4(form)


def _of_table2(form: Form) -> Iterator[Phrase]:
    table = form.tables[2]
    for row in table.rows:
        for column in row.columns:
            label = column.label.split("（")[0]
            unit = "万元" if column.id == "amount" else "件"
            name = f"{row.label}{label.removeprefix('本年').removesuffix('件数')}"
            cell = table.cell_id(row.id, column.id)
            yield Phrase(name, (cell,), f"{name}{{{name}}}{unit}", Topic.OPENNESS)


_SPOKEN_ROWS: Final = {
    RequestRow.NEW: "新收申请",
    RequestRow.CARRIED_OVER: "上年结转",
    RequestRow.GRANTED: "予以公开",
    RequestRow.PARTIALLY_GRANTED: "部分公开",
    RequestRow.TOTAL: "办结",
    RequestRow.CARRIED_FORWARD: "结转下年",
}
_OF_REQUESTS: Final = frozenset(
    {RequestRow.NEW, RequestRow.CARRIED_OVER, RequestRow.CARRIED_FORWARD}
)
"""The rows that say how many came and are carried; the others say how they ended."""
_GROUPS: Final = {
    "denied": "不予公开",
    "unable": "无法提供",
    "unprocessed": "不予处理",
    "other": "其他处理",
}


def _of_table3(form: Form) -> Iterator[Phrase]:
    table = form.tables[3]
    for row, name in _SPOKEN_ROWS.items():
        topic = Topic.REQUESTS if row in _OF_REQUESTS else Topic.ANSWERS
        yield Phrase(name, (table.cell_id(row, "total"),), f"{name}{{{name}}}件", topic)
        for column in _APPLICANTS:
            of_kind = f"{name}·{column.label}"
            cell = table.cell_id(row, column.id)
            yield Phrase(of_kind, (cell,), f"{column.label}{{{of_kind}}}件", topic)
        organisations = tuple(table.cell_id(row, one.id) for one in _APPLICANTS[1:])
        of_all = f"{name}·法人或其他组织"
        yield Phrase(of_all, organisations, f"法人或其他组织{{{of_all}}}件", topic)
    for group, name in _GROUPS.items():
        leaves = [one for one in table.rows if one.id.split(".")[0] == group]
        totals = tuple(table.cell_id(one.id, "total") for one in leaves)
        yield Phrase(name, totals, f"{name}{{{name}}}件", Topic.ANSWERS)
        for leaf, cell in zip(leaves, totals, strict=True) if len(leaves) > 1 else ():
            named = f"{name}·{leaf.label.partition('.')[2]}"
            yield Phrase(named, (cell,), f"{named}{{{named}}}件", Topic.ANSWERS)


def _of_table4(form: Form) -> Iterator[Phrase]:
    """By review and suit, and the suits by whether a review went before."""
    table = form.tables[4]
    suits = {f"行政诉讼·{one.label}": (one,) for one in table.rows[1:]}
    tracks = {"行政复议": table.rows[:1], "行政诉讼": table.rows[1:], **suits}
    for name, rows in tracks.items():
        for column in table4.COLUMNS:
            cells = tuple(table.cell_id(one.id, column.id) for one in rows)
            named = name if column.id == "total" else f"{name}·{column.label}"
            sentence = f"{named.replace('·', '')}{{{named}}}件"
            yield Phrase(named, cells, sentence, Topic.DISPUTES)


def value(phrase: Phrase, report: AnnualReport) -> Decimal | None:
    """The figure, sums of money in 万元; None where a cell that it adds up holds none."""
    values = [stated(report, cell) for cell in phrase.cells]
    known = [one for one in values if one is not None]
    return sum(known, start=Decimal(0)) if len(known) == len(values) else None


def filled(
    text: str, report: AnnualReport, recorded: Mapping[str, Decimal] = MappingProxyType({})
) -> str:
    """The words with the figures of `report`, and of the records, in the place of their names.

    What names no figure, or one that is not there yet, stays as it is written.
    """
    known = phrases(report.edition or Edition.E2021)

    def figure(found: re.Match[str]) -> str:
        name = found[1].strip()
        phrase = known.get(name)
        number = value(phrase, report) if phrase else recorded.get(name)
        return found[0] if number is None else written(number)

    return _REFERENCE.sub(figure, text)


def names(text: str) -> list[str]:
    """What the references in `text` name, in their order."""
    return [found[1].strip() for found in _REFERENCE.finditer(text)]


def unknown(text: str, edition: Edition) -> list[Unknown]:
    """The references in `text` that name no figure."""
    known = phrases(edition)
    return [
        Unknown(found.start(), found[1])
        for found in _REFERENCE.finditer(text)
        if found[1].strip() not in known
    ]
