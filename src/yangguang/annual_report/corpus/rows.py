"""The rows that a report makes in the tables of a corpus, from the answer of a worker."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache
from math import isfinite
from typing import Any, Final

from yangguang.annual_report.agency_names import normalised, place_of, shorter_names
from yangguang.annual_report.checking import RULES, Severity
from yangguang.annual_report.checking.cell_names import cell_name
from yangguang.annual_report.corpus.schema import DECIMALS

Row = dict[str, Any]

_WHOLE_DIGITS: Final = 38 - DECIMALS
_FINEST: Final = Decimal(1).scaleb(-DECIMALS)
_CONTEXT: Final = Context(prec=38, rounding=ROUND_HALF_EVEN)
_PLACE: Final = ("line", "page", "box", "table", "row", "column", "paragraph")
_SECTIONS: Final = range(1, 7)


@cache
def titles() -> dict[str, str]:
    """Rule id → the rule in a few words."""
    return {rule.id: rule.title for rule in RULES}


def figure(value: float | None) -> Decimal | None:
    """A JSON number as the tables hold it; None for what is too large for any count or sum."""
    if value is None or not isfinite(value):
        return None
    exact = Decimal(str(value))
    if exact and exact.adjusted() >= _WHOLE_DIGITS:
        return None
    return exact.quantize(_FINEST, context=_CONTEXT)


def report_row(answer: Mapping[str, Any], about: Mapping[str, Any]) -> Row:
    """The row of `reports`; `about` are the columns that tell of the file and the report's id."""
    report = answer["report"]
    period = report["period"] or (None, None)
    prose: dict[int, str] = {}
    for section in report["sections"]:
        prose.setdefault(section["number"], section["text"])
    severities = [finding["severity"] for finding in answer["findings"]]
    agency = report["agency"]
    return {
        **about,
        "year": report["year"],
        "agency": agency,
        "agency_key": normalised(agency),
        "shorter_keys": list(shorter_names(agency)),
        "region": place_of(agency),
        "kind": report["kind"],
        "edition": report["edition"],
        "title": report["title"],
        "period_from": _day(period[0]),
        "period_to": _day(period[1]),
        "published_on": _day(report["published_on"]),
        "preamble": report["preamble"],
        **{f"section{number}": prose.get(number) for number in _SECTIONS},
        "figures": sum(cell["value"] is not None for cell in report["cells"].values()),
        "previous": None,
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "notes": severities.count(Severity.NOTE),
    }


def cell_rows(answer: Mapping[str, Any], id: str) -> Iterator[Row]:
    """The rows of `cells` of the report `id`."""
    report = answer["report"]
    for cell_id, cell in report["cells"].items():
        table, row, column = parts_of(cell_id)
        where = cell["provenance"]
        yield {
            "report": id,
            "year": report["year"],
            "cell": cell_id,
            "table": table,
            "row": row,
            "column": column,
            "name": cell_name(cell_id),
            "value": figure(cell["value"]),
            "status": cell["status"],
            "unit": cell.get("unit", ""),
            "raw": where["raw"] if where else None,
            "place": {name: where.get(name) for name in _PLACE} if where else None,
        }


@cache
def parts_of(cell_id: str) -> tuple[int, str, str]:
    """The table's number, the row's and the column's id of a cell's id (`Table.cell_id`)."""
    table, _, rest = cell_id.partition(".")
    row, _, column = rest.rpartition(".")
    return int(table.removeprefix("table")), row, column


def finding_rows(answer: Mapping[str, Any], id: str) -> Iterator[Row]:
    """The rows of `findings` of the report `id`."""
    year = answer["report"]["year"]
    for finding in answer["findings"]:
        yield finding_row(finding, id, year)


def finding_row(finding: Mapping[str, Any], id: str, year: int | None) -> Row:
    """One row of `findings`, from a finding's JSON object with its key."""
    proposal = finding["proposal"]
    return {
        "report": id,
        "year": year,
        "title": titles().get(finding["rule"]),
        **{
            name: finding[name]
            for name in ("key", "rule", "severity", "message", "basis", "cells", "span", "spans")
        },
        "proposal": {**proposal, "value": figure(proposal["value"])} if proposal else None,
    }


def claim_rows(answer: Mapping[str, Any], id: str) -> Iterator[Row]:
    """The rows of `claims` of the report `id`."""
    year = answer["report"]["year"]
    for claim in answer["claims"]:
        yield {"report": id, "year": year, **claim, "value": figure(claim["value"])}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
