"""How many cells are read right, by format, layout and hazard; writes docs/accuracy.md.

`make accuracy`. The generated reports are the same at every run; the published ones are measured
where their folder is at hand, older office files where LibreOffice is installed.
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from bench.figure import Figure
from bench.older import OLDER, older
from bench.published import published_scores
from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.specimens import SPECIMENS, written_again
from tests.generator.truth import Score, measure
from tests.shared_reports import LAYOUTS as SHARED_LAYOUTS
from tests.shared_reports import PUBLISHED, SEEDS

PAGE: Final = Path(__file__).parent.parent / "docs" / "accuracy.md"
_UNDAMAGED: Final = 25
_DAMAGED: Final = 10
_PRINTED: Final = 8
_PRINTED_DAMAGED: Final = 3
_WRITTEN: Final = 4
_FOLDERS: Final = (
    ("seeds", "Published reports (text)", SEEDS),
    ("layouts", "Published layouts (text)", SHARED_LAYOUTS),
    ("published", "A published PDF, and the official form left blank (DOCX)", PUBLISHED),
)
_WITHOUT_RULES: Final = ("pdf_rules_across", "pdf_unruled", "pdf_unruled_top")

_HEAD = """\
# How well reports are read

Made by `make accuracy`; do not edit. A cell is **unread** where the file prints a figure and the
reading has none, **wrong** where it has another, **silent** where it is either and no finding
names it. A blank that is read as blank is right.

Where print glues figures together (`0000000`), the sums of Tables 3 and 4 say where to cut. Table 2
has no sum, so its glued cells stay unread where there is a choice, and a finding says so; the same
for a whole glued table from which a column is missing or in which one is too many.

Where a PDF draws no rules between columns, figures are told apart by where they stand. What does
not stand plainly under one column, or is broken into lines beside which there was room, stays
unread, and a finding says so.
"""


class Part(NamedTuple):
    """A table of the page: reports of some layouts, undamaged or with each hazard."""

    name: str
    heading: str
    layouts: tuple[str, ...]
    hazards: tuple[str, ...]
    reports: int
    by_hazard: bool


def _part(
    name: str, heading: str, layouts: Sequence[str], reports: int, by_hazard: bool = False
) -> Part:
    hazards = tuple(HAZARDS) if by_hazard else ("none",)
    return Part(name, heading, tuple(layouts), hazards, reports, by_hazard)


_PLAIN: Final = [name for name in LAYOUTS if name != "glued"]
_RULED: Final = [name for name in PDF_LAYOUTS if name not in _WITHOUT_RULES]
PARTS: Final = (
    _part(
        "layouts",
        f"Text, HTML, DOCX, XLSX by layout ({_UNDAMAGED} invented reports each, undamaged)",
        list(LAYOUTS),
        _UNDAMAGED,
    ),
    _part(
        "pdf",
        f"PDF by layout ({_PRINTED} invented reports each, undamaged)",
        list(PDF_LAYOUTS),
        _PRINTED,
    ),
    _part(
        "hazards",
        f"Text, HTML, DOCX, XLSX by hazard ({_DAMAGED} reports in each of {len(_PLAIN)} layouts, "
        "all but `glued`)",
        _PLAIN,
        _DAMAGED,
        by_hazard=True,
    ),
    _part(
        "glued_hazards",
        f"Glued figures by hazard ({_UNDAMAGED} reports each)",
        ["glued"],
        _UNDAMAGED,
        by_hazard=True,
    ),
    _part(
        "pdf_ruled_hazards",
        f"PDF with rules by hazard ({_PRINTED_DAMAGED} reports in each of {len(_RULED)} layouts)",
        _RULED,
        _PRINTED_DAMAGED,
        by_hazard=True,
    ),
    _part(
        "pdf_unruled_hazards",
        f"PDF without rules between columns by hazard ({_PRINTED} reports in each of "
        f"{len(_WITHOUT_RULES)} layouts)",
        _WITHOUT_RULES,
        _PRINTED,
        by_hazard=True,
    ),
)


def _rows(part: Part, scores: Mapping[tuple[str, str, int], Score]) -> Iterator[tuple[str, Score]]:
    """The rows of a part's table: a layout each, or a hazard each over all its layouts."""
    if part.by_hazard:
        for hazard in part.hazards:
            found = (scores[layout, hazard, part.reports] for layout in part.layouts)
            yield hazard, sum(found, Score())
    else:
        for layout in part.layouts:
            yield layout, scores[layout, "none", part.reports]


def _measured(pool: Executor) -> dict[tuple[str, str, int], Score]:
    """The score of each layout and hazard that some part asks for."""
    asked = list(
        dict.fromkeys(
            (layout, hazard, part.reports)
            for part in PARTS
            for layout in part.layouts
            for hazard in part.hazards
        )
    )
    layouts, hazards, reports = zip(*asked, strict=True)
    found = pool.map(measure, layouts, hazards, reports, chunksize=4)
    return dict(zip(asked, found, strict=True))


def _written(format: str) -> Score:
    """The score of reports that our own writer wrote in this format."""
    return sum((written_again(format, seed) for seed in range(_WRITTEN)), Score())


def tables() -> Iterator[tuple[str, str, list[tuple[str, Score]]]]:
    """The tables of the page: a short name, a heading, and what was measured by row."""
    with ProcessPoolExecutor() as pool:
        scores = _measured(pool)
        for part in PARTS:
            yield part.name, part.heading, list(_rows(part, scores))
        formats = [format for format in SPECIMENS if format != "text"]
        heading = f"As `yangguang convert` writes them ({_WRITTEN} invented reports each)"
        yield "written", heading, list(zip(formats, pool.map(_written, formats), strict=True))
    if shutil.which("soffice"):
        yield "older", "Older office files, through LibreOffice", [(o, older(o)) for o in OLDER]
    for name, heading, folder in _FOLDERS:
        if folder.is_dir():
            yield name, heading, list(published_scores(folder))


def accuracy() -> Iterator[Figure]:
    """By table of docs/accuracy.md: the cells asked for, not read right, wrong and silent."""
    for name, _, rows in tables():
        total = sum((found for _, found in rows), Score())
        yield Figure(f"accuracy.{name}.cells", total.cells, "cells")
        yield Figure(f"accuracy.{name}.unread", 100 * total.unread / max(total.cells, 1), "%")
        yield Figure(f"accuracy.{name}.wrong", total.wrong, "cells")
        yield Figure(f"accuracy.{name}.silent", total.silent, "cells")


def _row(name: str, found: Score) -> str:
    right = found.cells - found.unread - found.wrong
    share = f"{100 * right / found.cells:.2f} %" if found.cells else "—"
    return f"| {name} | {found.cells} | {share} | {found.unread} | {found.wrong} | {found.silent} |"


def _table(heading: str, rows: list[tuple[str, Score]]) -> list[str]:
    lines = ["", f"## {heading}", "", "| | cells | right | unread | wrong | silent |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    lines += [_row(name, found) for name, found in rows]
    return [*lines, _row("**all**", sum((found for _, found in rows), Score()))]


def page() -> str:
    """The text of docs/accuracy.md."""
    lines = [_HEAD.rstrip()]
    for _, heading, rows in tables():
        lines += _table(heading, rows)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
