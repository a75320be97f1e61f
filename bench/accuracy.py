"""How many cells are read right, by layout and by hazard; writes docs/accuracy.md.

`make accuracy`. The generated reports are the same at every run; the published ones are measured
where their folder is at hand.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from bench.figure import Figure
from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.truth import Score, Truth, measure, score
from tests.shared_reports import LAYOUTS as SHARED_LAYOUTS
from tests.shared_reports import SEEDS
from yangguang.annual_report import AnnualReport, read

REPORTS = 25
PAGE = Path(__file__).parent.parent / "docs" / "accuracy.md"
_ONE_PRINTED = "only one of seven cells printed"

_HEAD = """\
# How well reports are read

Made by `make accuracy`; do not edit. A cell is **unread** where the file prints a figure and the
reading has none, **wrong** where it has another, **silent** where it is wrong and no finding
names it. A blank that is read as blank is right.

Where print glues figures together (`0000000`), the sums of Tables 3 and 4 say where to cut. Table 2
has no sum, so its glued cells stay unread where there is a choice, and a finding says so; the same
for a whole glued table from which a column is missing or in which one is too many.
"""


def accuracy() -> Iterator[Figure]:
    """The shares of unread and wrong cells over all generated and published reports."""
    total = sum((measure(name, "none", REPORTS) for name in LAYOUTS), Score())
    yield Figure("accuracy.generated.wrong", total.wrong, "cells")
    yield Figure("accuracy.generated.silent", total.silent, "cells")
    yield Figure("accuracy.generated.unread", 100 * total.unread / total.cells, "%")
    for name, folder in (("seeds", SEEDS), ("layouts", SHARED_LAYOUTS)):
        if folder.is_dir():
            published = sum((s for _, s in published_scores(folder)), Score())
            yield Figure(f"accuracy.{name}.wrong", published.wrong, "cells")
            yield Figure(f"accuracy.{name}.unread", 100 * published.unread / published.cells, "%")


def published_scores(folder: Path) -> Iterator[tuple[str, Score]]:
    """The score of each report in `folder` that has its truth beside it."""
    for path in sorted(folder.glob("*.txt")):
        known = json.loads(path.with_suffix(".json").read_text())
        report = read(path)
        expected = _published_truth(known, report)
        if _ONE_PRINTED in known.get("note", ""):
            expected = {c: v for c, v in expected.items() if report.value(c) is not None}
        yield path.stem, score(expected, report)


def _published_truth(known: dict[str, Any], report: AnnualReport) -> Truth:
    """The truth by cell id; a table that the truth does not list holds no figures."""
    expected: Truth = {}
    for number in (2, 3, 4):
        table = report.tables.get(number)
        rows = known.get(f"table{number}") or {}
        for row in table.rows if table else ():
            values = rows.pop(row.label, [None] * len(row.columns))
            for column, value in zip(row.columns, values, strict=True):
                cell = f"table{number}.{row.id}.{column.id}"
                expected[cell] = None if value is None else Decimal(str(value))
        for label, values in rows.items():
            for place, value in enumerate(values):
                expected[f"missing.{label}.{place}"] = Decimal(str(value)) if value else None
    return expected


def _row(name: str, found: Score) -> str:
    right = found.cells - found.unread - found.wrong
    share = f"{100 * right / found.cells:.2f} %" if found.cells else "—"
    return f"| {name} | {found.cells} | {share} | {found.unread} | {found.wrong} | {found.silent} |"


def _table(heading: str, rows: Iterator[tuple[str, Score]]) -> list[str]:
    lines = ["", f"## {heading}", "", "| | cells | right | unread | wrong | silent |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    total = Score()
    for name, found in rows:
        total += found
        lines.append(_row(name, found))
    return [*lines, _row("**all**", total)]


def page() -> str:
    """The text of docs/accuracy.md."""
    lines = [_HEAD.rstrip()]
    lines += _table(
        f"By layout ({REPORTS} invented reports each, undamaged)",
        ((name, measure(name, "none", REPORTS)) for name in LAYOUTS),
    )
    plain = [name for name in LAYOUTS if name != "glued"]
    lines += _table(
        f"By hazard ({REPORTS} reports in each of {len(plain)} layouts, all but `glued`)",
        (
            (hazard, sum((measure(name, hazard, REPORTS) for name in plain), Score()))
            for hazard in HAZARDS
        ),
    )
    lines += _table(
        f"Glued figures by hazard ({REPORTS} reports each)",
        ((hazard, measure("glued", hazard, REPORTS)) for hazard in HAZARDS),
    )
    for heading, folder in (("Published reports", SEEDS), ("Published layouts", SHARED_LAYOUTS)):
        if folder.is_dir():
            lines += _table(heading, published_scores(folder))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
