"""Plain text and Markdown to blocks.

Rows of a table show themselves by tabs, by pipes, or by runs of spaces between a label and its
figures. A file that prints one cell a line shows no rows: its cells are paragraphs here, and the
interpreter finds the rows by their labels.
"""

import re
from typing import Final

from yangguang.annual_report.blocks import Block, Document, Grid, GridCell, Paragraph, Place

_PIPES: Final = str.maketrans("｜│", "||")
_RULE: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_GAP: Final = re.compile(r"\s{2,}|\u3000+")
_FIGURE: Final = re.compile(r"[+\-＋－增减]?[\d,.０-９]+[件条项个次份元万亿]{0,2}|[-－—/]{1,2}|无")
_SENTENCE: Final = re.compile(r"[。；！？]")
_LONGEST_HEADING: Final = 20
_FRAME: Final = "+-=─━│┃┌┐└┘├┤┬┴┼═║╔╗╚╝╠╣╦╩╬ "
"""What the frame of a table is drawn with."""
_MARKDOWN: Final = re.compile(r"^\s*(?:#{1,6}\s+|[-*]\s+(?=\S)(?!\d{1,3}\s*-)|>\s+)")


def read_text(file: str, text: str) -> Document:
    """The blocks of a text; each knows its line."""
    blocks: list[Block] = []
    rows: list[list[GridCell]] = []
    leading = True
    for number, line in enumerate(text.split("\n"), 1):
        cells = _cells(line, leading)
        if cells is not None:
            if any(cells):
                leading = line.lstrip()[:1] in "|｜│"
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
    place = Place(number)
    return [GridCell(cell.strip(), place) for cell in cells]


def _prose(line: str) -> str:
    """The line without indent and Markdown's marks."""
    prose = line.strip()
    if prose[:1] in _FRAME and not prose.strip(_FRAME):
        return ""
    if prose[:1] in "#-*>":
        prose = _MARKDOWN.sub("", prose)
    return prose.replace("**", "") if "**" in prose else prose


def _cells(line: str, leading: bool) -> list[str] | None:
    """The cells of a table line, or None where the line is prose.

    `leading`: whether the lines above begin with a pipe before their first cell.
    """
    if "|" in line or "｜" in line or "│" in line:
        return _between_pipes(line.translate(_PIPES).strip(), leading)
    if "\t" in line:
        cells = line.strip(" \u3000").split("\t")
        inner = line.strip()
        if "\t" not in inner and line.endswith(inner):
            return None
        return cells
    stripped = line.strip()
    if ("  " in stripped or "\u3000" in stripped) and not _SENTENCE.search(stripped):
        cells = _GAP.split(stripped)
        if any(_FIGURE.fullmatch(cell) for cell in cells[1:]) or _headings(cells):
            return cells
    return None


def _headings(cells: list[str]) -> bool:
    """Whether pieces between gaps may be headings of columns: several, all short."""
    return all(len(cell) <= _LONGEST_HEADING for cell in cells) and cells[0][-1:] not in "、.．"


def _between_pipes(line: str, leading: bool) -> list[str]:
    if _RULE.fullmatch(line) and "-" in line:
        return []
    cells = line.split("|")
    if cells and not cells[-1].strip():
        cells.pop()
    if leading and len(cells) > 1 and line.startswith("|") and any(map(str.strip, cells)):
        cells.pop(0)
    return [cell.replace("**", "").replace("<br>", "") for cell in cells]
