"""Other people's reports with their truths beside them: how their cells are read."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.generator.truth import Score, Truth, score
from tests.shared_reports import BLANK_FORM, PUBLISHED
from yangguang.annual_report import AnnualReport, read

_ONE_PRINTED = "only one of seven cells printed"
_FORMATS = ("*.txt", "*.pdf")


def published_scores(folder: Path) -> Iterator[tuple[str, Score]]:
    """The score of each report in `folder` that has its truth beside it, and of a blank form."""
    for path in sorted(path for pattern in _FORMATS for path in folder.glob(pattern)):
        known = json.loads(path.with_suffix(".json").read_text())
        report = read(path)
        expected = published_truth(known, report)
        if _ONE_PRINTED in known.get("note", ""):
            expected = {c: v for c, v in expected.items() if report.value(c) is not None}
        yield path.stem, score(expected, report)
    if folder == PUBLISHED and BLANK_FORM.is_file():
        form = read(BLANK_FORM)
        yield BLANK_FORM.stem, score(dict.fromkeys(form.cells), form)


def published_truth(known: dict[str, Any], report: AnnualReport) -> Truth:
    """The truth by cell id; a table that the truth does not list holds no figures."""
    expected: Truth = {}
    for number in (2, 3, 4):
        table = report.tables.get(number)
        rows = {_as_in_the_form(k): v for k, v in (known.get(f"table{number}") or {}).items()}
        for row in table.rows if table else ():
            values = rows.pop(row.label, [None] * len(row.columns))
            for column, value in zip(row.columns, values, strict=True):
                cell = f"table{number}.{row.id}.{column.id}"
                expected[cell] = None if value is None else Decimal(str(value))
        for label, values in rows.items():
            for place, value in enumerate(values):
                expected[f"missing.{label}.{place}"] = Decimal(str(value)) if value else None
    return expected


def _as_in_the_form(label: str) -> str:
    """A label with the mark behind its number that the form prints: 1. for 1、."""
    return f"{label[0]}.{label[2:]}" if label[:1].isdigit() and label[1:2] == "、" else label
