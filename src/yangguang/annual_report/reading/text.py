"""Plain text and Markdown to blocks.

Rows of a table show themselves by tabs, by pipes, or by runs of spaces between a label and its
figures. A file that prints one cell a line shows no rows: its cells are paragraphs here, and the
interpreter finds the rows by their labels.
"""

import re
from typing import Final

from yangguang.annual_report.blocks import Block, Document, Grid, GridCell, Paragraph, Place

_RULE: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_GAP: Final = re.compile(r"\s{2,}|\u3000+")
_FIGURE: Final = re.compile(r"[+\-]?[\d,.０-９]+")
_SENTENCE: Final = re.compile(r"[。；！？]")
_MARKDOWN: Final = re.compile(r"^\s*(?:#{1,6}\s+|[-*]\s+(?=\S)|>\s+)")


def read_text(file: str, text: str) -> Document:
    """The blocks of a text; each knows its line."""
    blocks: list[Block] = []
    rows: list[list[GridCell]] = []
    for number, line in enumerate(text.split("\n"), 1):
        cells = _cells(line)
        if cells is not None:
            rows.append(_row(cells, number))
            continue
        if rows:
            blocks.append(Grid(rows))
            rows = []
        prose = _prose(line)
        if prose:
            blocks.append(Paragraph(prose, Place(line=number)))
    if rows:
        blocks.append(Grid(rows))
    return Document(file, blocks)


def _row(cells: list[str], number: int) -> list[GridCell]:
    return [GridCell(cell.strip(), Place(number, column=i)) for i, cell in enumerate(cells, 1)]


def _prose(line: str) -> str:
    """The line without indent and Markdown's marks."""
    prose = line.strip()
    if prose[:1] in "#-*>":
        prose = _MARKDOWN.sub("", prose)
    return prose.replace("**", "") if "**" in prose else prose


def _cells(line: str) -> list[str] | None:
    """The cells of a table line, or None where the line is prose."""
    if "|" in line or "｜" in line:
        return _between_pipes(line.replace("｜", "|").strip())
    if "\t" in line:
        cells = line.strip(" \u3000").split("\t")
        inner = line.strip()
        if "\t" not in inner and line.endswith(inner):
            return None
        return cells
    stripped = line.strip()
    if ("  " in stripped or "\u3000" in stripped) and not _SENTENCE.search(stripped):
        cells = _GAP.split(stripped)
        if any(_FIGURE.fullmatch(cell) for cell in cells[1:]):
            return cells
    return None


def _between_pipes(line: str) -> list[str] | None:
    if _RULE.fullmatch(line) and "-" in line:
        return []
    cells = line.split("|")
    if cells and not cells[-1].strip():
        cells.pop()
    if len(cells) > 1 and line.startswith("|") and any(cell.strip() for cell in cells):
        cells.pop(0)
    return [cell.replace("**", "").replace("<br>", "") for cell in cells]
