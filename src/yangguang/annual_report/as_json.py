"""The JSON object of a report: what `yangguang read --json` prints, one line a report.

`{"file", "agency", "year", "edition", "sections": [{"number", "title", "text"}],
"table2": {label: [values]}, "table3": {label: [7 values]}, "table4": {label: [5 values]},
"cells": {id: {"value", "status", "provenance"}}, "findings": [{"rule", "severity", "message",
"cells", "span"}]}`: labels are the form's, verbatim; the rows are those of the file; a value is a
number or null. `load` reads the object back.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

import orjson

from yangguang.annual_report.blocks import Place
from yangguang.annual_report.form import FORMS, SECTIONS, table3
from yangguang.annual_report.form.model import Edition, Row, Table
from yangguang.annual_report.report import (
    AnnualReport,
    Cell,
    Doubt,
    DoubtKind,
    Provenance,
    Repair,
    Rewording,
    Section,
    SourceLine,
    Span,
    Status,
)
from yangguang.law.reporting import AgencyKind

if TYPE_CHECKING:
    from yangguang.annual_report.checking.model import Finding, Proposal
    from yangguang.annual_report.claims import Claim

Object = dict[str, Any]
_TABLES: Final = (2, 3, 4)
_LARGEST_WHOLE: Final = 2**53
"""The largest whole number that every reader of JSON holds exactly."""


def dump(report: AnnualReport, findings: "Iterable[Finding]" = ()) -> Object:
    """`report` and what was found in it as an object of JSON types."""
    return {
        "file": report.file,
        "agency": report.agency,
        "year": report.year,
        "edition": report.edition.value if report.edition else None,
        "title": report.title,
        "kind": report.kind.value if report.kind else None,
        "period": [day.isoformat() for day in report.period] if report.period else None,
        "published_on": report.published_on.isoformat() if report.published_on else None,
        "preamble": report.preamble,
        "preamble_lines": _lines(report.preamble_lines),
        "sections": [_section(section) for section in report.sections],
        **{f"table{number}": _table(report, number) for number in _TABLES},
        "cells": {id: _cell(cell) for id, cell in report.cells.items()},
        "doubts": [_doubt(doubt) for doubt in report.doubts],
        "repairs": [_repair(repair) for repair in report.repairs],
        "rewordings": [one._asdict() for one in report.rewordings],
        "remarks": list(report.remarks),
        "findings": [finding_object(finding, report) for finding in findings],
    }


def line(report: AnnualReport, findings: "Iterable[Finding]" = ()) -> bytes:
    """The object as one line of JSON in UTF-8, without the line feed."""
    return orjson.dumps(dump(report, findings))


def number(value: Decimal | None) -> int | float | None:
    """A figure as a JSON number: whole where it is whole."""
    if value is None:
        return None
    return _number(value)


@lru_cache(maxsize=4096)
def _number(value: Decimal) -> int | float:
    whole = int(value)
    return whole if whole == value and abs(whole) <= _LARGEST_WHOLE else float(value)


def _table(report: AnnualReport, table_number: int) -> dict[str, list[int | float | None]]:
    table = report.tables.get(table_number)
    if table is None:
        return {}
    cells = report.cells
    return {
        row.label: [number(cells[cell].value) for cell in table.ids_by_row[row.id]]
        for row in table.rows
    }


def _place(place: Place) -> Object:
    line, page, box, row, column, paragraph, table = place
    where: Object = {}
    if line:
        where["line"] = line
    if page:
        where["page"] = page
    if box:
        where["box"] = box
    if table:
        where["table"] = table
    if row:
        where["row"] = row
    if column:
        where["column"] = column
    if paragraph:
        where["paragraph"] = paragraph
    return where


def _cell(cell: Cell) -> Object:
    value, status, source, _ = cell
    found: Object = {"value": number(value), "status": status, "provenance": None}
    if source is not None:
        found["provenance"] = where = _place(source.place)
        where["raw"] = source.raw
    if cell.unit:
        found["unit"] = cell.unit
    return found


def _lines(lines: Iterable[SourceLine]) -> list[Object]:
    return [{"start": line.start, **_place(line.place)} for line in lines]


def _section(section: Section) -> Object:
    return {
        "number": section.number,
        "title": section.title,
        "text": section.text,
        "lines": _lines(section.lines),
        "position": section.position,
        "place": _place(section.place),
    }


def _doubt(doubt: Doubt) -> Object:
    return {
        "kind": doubt.kind.value,
        "message": doubt.message,
        "cells": list(doubt.cells),
        "place": _place(doubt.place) if doubt.place else None,
    }


def _repair(repair: Repair) -> Object:
    return {"cell": repair.cell, "before": _cell(repair.before), "reason": repair.reason}


def span_object(span: Span, report: AnnualReport) -> Object:
    """A span with the words that it covers."""
    return {
        "section": span.section,
        "start": span.start,
        "end": span.end,
        "text": report.quote(span),
    }


def finding_object(finding: "Finding", report: AnnualReport) -> Object:
    """A finding; `span` is the first of its `spans`, or null."""
    spans = [span_object(span, report) for span in finding.spans]
    proposal = finding.proposal
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "basis": finding.basis,
        "cells": list(finding.cells),
        "span": spans[0] if spans else None,
        "spans": spans,
        "proposal": _proposal(proposal) if proposal else None,
    }


def _proposal(proposal: "Proposal") -> Object:
    return {
        "cell": proposal.cell,
        "value": number(proposal.value),
        "reason": proposal.reason,
    }


def claim_object(claim: "Claim", report: AnnualReport) -> Object:
    """A quantity that the prose states; `span` is its sentence, `number` the figure there."""
    return {
        "quantity": claim.quantity.value,
        "value": number(claim.value),
        "subject": claim.subject.value,
        "row": claim.row.value if claim.row else None,
        "outcome": claim.outcome.value if claim.outcome else None,
        "scope": claim.scope.value,
        "approximate": claim.approximate,
        "listed": claim.listed,
        "span": span_object(claim.span, report),
        "number": span_object(claim.number, report),
    }


def load(data: Mapping[str, Any]) -> AnnualReport:
    """The report of an object that `dump` made, findings left out.

    Raises KeyError, TypeError or ValueError where it is not such an object.
    """
    edition = Edition(data["edition"]) if data.get("edition") else None
    tables = _load_tables(data, edition)
    period = data.get("period")
    return AnnualReport(
        file=str(data["file"]),
        title=str(data.get("title") or ""),
        agency=str(data["agency"]),
        year=int(data["year"]) if data["year"] is not None else None,
        edition=edition,
        kind=AgencyKind(data["kind"]) if data.get("kind") else None,
        period=(date.fromisoformat(period[0]), date.fromisoformat(period[1])) if period else None,
        published_on=_date(data.get("published_on")),
        preamble=str(data.get("preamble") or ""),
        preamble_lines=_load_lines(data.get("preamble_lines")),
        sections=tuple(_load_section(s, i) for i, s in enumerate(data["sections"], 1)),
        tables=tables,
        cells=_load_cells(data, tables),
        doubts=tuple(_load_doubt(doubt) for doubt in data.get("doubts", ())),
        repairs=tuple(_load_repair(repair) for repair in data.get("repairs", ())),
        rewordings=tuple(_load_rewording(one) for one in data.get("rewordings", ())),
        remarks=tuple(map(str, data.get("remarks", ()))),
    )


def _date(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def _load_place(data: Mapping[str, Any] | None) -> Place:
    if not data:
        return Place()
    numbers = [name for name in Place._fields if name != "box" and data.get(name) is not None]
    known: Object = {name: int(data[name]) for name in numbers}
    if data.get("box"):
        known["box"] = tuple(float(edge) for edge in data["box"])
    return Place(**known)


def _load_lines(data: Any) -> tuple[SourceLine, ...]:
    return tuple(SourceLine(int(line["start"]), _load_place(line)) for line in data or ())


def _load_section(data: Mapping[str, Any], position: int) -> Section:
    section = int(data["number"])
    if section not in SECTIONS:
        raise ValueError(section)
    return Section(
        section,
        str(data["title"]),
        str(data["text"]),
        _load_lines(data.get("lines")),
        int(data.get("position", position)),
        _load_place(data.get("place")),
    )


def _load_doubt(data: Mapping[str, Any]) -> Doubt:
    place = data.get("place")
    return Doubt(
        DoubtKind(data["kind"]),
        str(data["message"]),
        tuple(map(str, data["cells"])),
        _load_place(place) if place else None,
    )


def _load_repair(data: Mapping[str, Any]) -> Repair:
    return Repair(str(data["cell"]), _load_cell(data["before"]), str(data["reason"]))


def _load_rewording(data: Mapping[str, Any]) -> Rewording:
    return Rewording(int(data["section"]), str(data["before"]), str(data["reason"]))


def _load_tables(data: Mapping[str, Any], edition: Edition | None) -> dict[int, Table]:
    found = {}
    for table_number in _TABLES:
        printed = data.get(f"table{table_number}")
        if printed:
            found[table_number] = Table(
                table_number, tuple(_row(label, table_number, edition) for label in printed)
            )
    return found


def _row(label: str, table_number: int, edition: Edition | None) -> Row:
    if table_number == table3.TABLE_2021.number and label == table3.OTHER:
        return table3.OTHER_SINGLE
    forms = [FORMS[edition]] if edition else list(FORMS.values())
    for form in [*forms, *FORMS.values()]:
        for row in form.tables[table_number].rows:
            if row.label == label:
                return row
    raise ValueError(label)


def _load_cells(data: Mapping[str, Any], tables: Mapping[int, Table]) -> dict[str, Cell]:
    """The cells: with their statuses, or from the tables' values. KeyError where one is missing."""
    if data.get("cells"):
        cells = {str(id): _load_cell(cell) for id, cell in data["cells"].items()}
        for table in tables.values():
            missing = next((id for id in table.cell_ids if id not in cells), None)
            if missing is not None:
                raise KeyError(missing)
        return cells
    found: dict[str, Cell] = {}
    for table in tables.values():
        for row in table.rows:
            values = data[f"table{table.number}"][row.label]
            for column, value in zip(row.columns, values, strict=True):
                found[table.cell_id(row.id, column.id)] = _plain_cell(value)
    return found


def _plain_cell(value: Any) -> Cell:
    if value is None:
        return Cell(None, Status.BLANK)
    return Cell(_decimal(value), Status.READ)


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    if not isfinite(value):
        raise ValueError(value)
    return Decimal(str(value))


def _load_cell(data: Mapping[str, Any]) -> Cell:
    value = data["value"]
    source = data.get("provenance")
    return Cell(
        _decimal(value) if value is not None else None,
        Status(data["status"]),
        Provenance(_load_place(source), str(source.get("raw", ""))) if source else None,
        str(data.get("unit", "")),
    )
