"""A comparison as an object of JSON types, and back: for `compare --json` and between processes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from yangguang.annual_report.as_json import number
from yangguang.annual_report.comparing.model import (
    CellPair,
    Comparison,
    Difference,
    Headline,
    Incomparable,
    Passage,
    Piece,
    Relation,
    SectionPair,
    SentencePair,
    Side,
    TablePair,
    TextChange,
)
from yangguang.annual_report.form import Edition
from yangguang.annual_report.repeated_text import DEFINITION, Repetition, Stretch
from yangguang.annual_report.report import AnnualReport, Cell, Span, Status

Object = dict[str, Any]


def dump(comparison: Comparison) -> Object:
    """A comparison without the two reports themselves."""
    return {
        "relation": comparison.relation.value,
        "left": _headline(comparison.left),
        "right": _headline(comparison.right),
        "tables": [_table(table) for table in comparison.tables],
        "sections": [_section(section) for section in comparison.sections],
        "repeated": _repetition(comparison.repeated),
        "repeated_in_left": _repetition(comparison.repeated_in_left),
        "definition": DEFINITION,
    }


def _headline(head: Headline) -> Object:
    return {
        **head._asdict(),
        "edition": head.edition.value if head.edition else None,
        "period": [day.isoformat() for day in head.period] if head.period else None,
        "published_on": head.published_on.isoformat() if head.published_on else None,
    }


def _cell(cell: Cell) -> Object:
    return {"value": number(cell.value), "status": cell.status.value, "unit": cell.unit}


def _table(table: TablePair) -> Object:
    return {
        "number": table.number,
        "cells": [
            {
                **pair._asdict(),
                "left": _cell(pair.left),
                "right": _cell(pair.right),
                "difference": pair.difference.value,
                "change": number(pair.change),
                "percent": number(pair.percent),
            }
            for pair in table.cells
        ],
        "incomparable": [
            {
                "side": one.side.value,
                "rows": list(one.rows),
                "reason": one.reason,
                "cells": [{"name": name, **_cell(cell)} for name, cell in one.cells],
            }
            for one in table.incomparable
        ],
        "missing": [side.value for side in table.missing],
    }


def _span(span: Span) -> Object:
    return span._asdict()


def _passage(passage: Passage | None) -> Object | None:
    if passage is None:
        return None
    return {
        "span": _span(passage.span),
        "pieces": [piece._asdict() for piece in passage.pieces],
        "begins_paragraph": passage.begins_paragraph,
    }


def _section(section: SectionPair) -> Object:
    return {
        "number": section.number,
        "titles": list(section.titles),
        "sentences": [
            {
                "change": pair.change.value,
                "left": _passage(pair.left),
                "right": _passage(pair.right),
            }
            for pair in section.sentences
        ],
    }


def _repetition(found: Repetition) -> Object:
    return {
        **found.figures,
        "stretches": [
            {
                **stretch._asdict(),
                **{name: _span(getattr(stretch, name)) for name in _SPANS},
            }
            for stretch in found.stretches
        ],
    }


_SPANS = ("span", "sentence", "source", "source_sentence")


def load(data: Mapping[str, Any], left: AnnualReport, right: AnnualReport) -> Comparison:
    """The comparison of an object that `dump` made; `left` and `right` are its two reports.

    Raises KeyError, TypeError or ValueError where it is not such an object.
    """
    return Comparison(
        Relation(data["relation"]),
        _load_headline(data["left"]),
        _load_headline(data["right"]),
        tuple(map(_load_table, data["tables"])),
        tuple(map(_load_section, data["sections"])),
        _load_repetition(data["repeated"]),
        _load_repetition(data["repeated_in_left"]),
        (left, right),
    )


def _load_headline(data: Object) -> Headline:
    period, published = data["period"], data["published_on"]
    return Headline(
        **{
            **data,
            "edition": Edition(data["edition"]) if data["edition"] else None,
            "period": (date.fromisoformat(period[0]), date.fromisoformat(period[1]))
            if period
            else None,
            "published_on": date.fromisoformat(published) if published else None,
        }
    )


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _load_cell(data: Object) -> Cell:
    return Cell(_decimal(data["value"]), Status(data["status"]), None, data["unit"])


def _load_table(data: Object) -> TablePair:
    return TablePair(
        data["number"],
        tuple(
            CellPair(
                **{
                    **pair,
                    "left": _load_cell(pair["left"]),
                    "right": _load_cell(pair["right"]),
                    "difference": Difference(pair["difference"]),
                    "change": _decimal(pair["change"]),
                    "percent": _decimal(pair["percent"]),
                }
            )
            for pair in data["cells"]
        ),
        tuple(
            Incomparable(
                Side(one["side"]),
                tuple(one["rows"]),
                one["reason"],
                tuple((cell["name"], _load_cell(cell)) for cell in one["cells"]),
            )
            for one in data["incomparable"]
        ),
        tuple(map(Side, data["missing"])),
    )


def _load_passage(data: Object | None) -> Passage | None:
    if data is None:
        return None
    pieces = tuple(Piece(**piece) for piece in data["pieces"])
    return Passage(Span(**data["span"]), pieces, data["begins_paragraph"])


def _load_section(data: Object) -> SectionPair:
    left, right = data["titles"]
    return SectionPair(
        data["number"],
        (left, right),
        tuple(
            SentencePair(
                TextChange(pair["change"]),
                _load_passage(pair["left"]),
                _load_passage(pair["right"]),
            )
            for pair in data["sentences"]
        ),
    )


def _load_repetition(data: Object) -> Repetition:
    stretches = (
        Stretch(**{**one, **{name: Span(**one[name]) for name in _SPANS}})
        for one in data["stretches"]
    )
    return Repetition(data["own"], data["repeated"], data["verbatim"], tuple(stretches))
