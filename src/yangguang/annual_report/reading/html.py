"""HTML to blocks: saved web pages, with merged cells and with navigation around the article."""

import re
from functools import lru_cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from yangguang.annual_report.blocks import Block, Document, Grid, GridCell, Paragraph, Place
from yangguang.annual_report.errors import Unreadable
from yangguang.annual_report.reading.markup_limits import (
    DEEPEST,
    TOO_DEEP,
    TOO_MANY,
    refuse_endless,
)
from yangguang.annual_report.reading.text import read_text

_SKIPPED: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "footer",
        "aside",
        "select",
        "option",
        "button",
        "iframe",
        "svg",
        "canvas",
        "object",
        "video",
        "audio",
        "map",
        "textarea",
        "input",
    }
)
_INLINE: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "o:p",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "st1:chsdate",
    }
)
_BREAKS: Final = frozenset({"br", "p", "div", "li", "tr", "hr"})
_SPACE: Final = re.compile(r"[ \t\n\r\f\v\u00a0]+")
_HIDES: Final = re.compile(r"display\s*:\s*none|\shidden[\s>=]", re.IGNORECASE)
_UNSEEN: Final = frozenset({"td", "th", "tr", "span", "p", "font", "b", "i", "em", "strong"})
_NUMBERED: Final = re.compile(r"(?:第?[一二三四五六七八九十]+[、.．]|第[一二三四五六]部分)")
_PROSE: Final = 160
_MOST_SPAN: Final = 100

Path = tuple[int, ...]


class _Walk:
    """Walks through the tree and collects blocks, each with the path of elements above it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.paths: list[Path] = []
        self.words: list[str] = []
        self.linked = 0
        self.paragraphs = 0
        self.tables = 0

    def walk(self, node: LexborNode, path: Path, depth: int) -> None:
        """Take in what stands below `node`, which stands within `depth` others."""
        if depth > DEEPEST:
            raise Unreadable(TOO_DEEP)
        child = node.first_child
        while child is not None:
            tag = child.tag or "-"
            if tag == "-text":
                self.words.append(child.text_content or "")
            elif tag == "br":
                self.end(path)
            elif tag == "table":
                self.end(path)
                self.table(child, (*path, child.mem_id), depth + 1)
            elif tag == "a":
                before = sum(map(len, self.words))
                self.walk(child, path, depth + 1)
                self.linked += max(0, sum(map(len, self.words)) - before)
            elif tag in _INLINE:
                self.walk(child, path, depth + 1)
            elif tag not in _SKIPPED and tag[0] not in "-_":
                self.end(path)
                below = (*path, child.mem_id)
                self.walk(child, below, depth + 1)
                self.end(below)
            child = child.next

    def end(self, path: Path) -> None:
        """Close the open paragraph; one that is nothing but links is navigation."""
        if not self.words:
            return
        whole = "".join(self.words)
        text = _SPACE.sub(" ", whole).strip()
        only_links = self.linked >= len(whole.strip()) > 0
        self.words, self.linked = [], 0
        if text and not only_links:
            self.paragraphs += 1
            self.add(Paragraph(text, Place(paragraph=self.paragraphs)), path)

    def add(self, block: Block, path: Path) -> None:
        """Keep a block."""
        self.blocks.append(block)
        self.paths.append(path)

    def table(self, node: LexborNode, path: Path, depth: int) -> None:
        """A table of data becomes a grid; one that only lays out the page is walked through."""
        rows = _own_rows(node)
        texts = [] if _holds_table(node) else [[(cell, _text(cell)) for cell in r] for r in rows]
        prose = any(len(text) > _PROSE for row in texts for _, text in row)
        if prose or sum(map(len, texts)) < 2:
            for row in rows:
                for cell in row:
                    below = (*path, cell.mem_id)
                    self.walk(cell, below, depth + 1)
                    self.end(below)
            return
        self.tables += 1
        grid = _grid(texts, self.tables)
        if grid.rows:
            self.add(grid, path)


def _own_rows(table: LexborNode) -> list[list[LexborNode]]:
    """The rows of a table, those of tables within its cells left out."""
    rows = []
    parts = [table]
    while parts:
        child = parts.pop(0).first_child
        while child is not None:
            if child.tag == "tr":
                rows.append([cell for cell in child.iter() if cell.tag in ("td", "th")])
            elif child.tag in ("thead", "tbody", "tfoot"):
                parts.append(child)
            child = child.next
    return rows


def _holds_table(table: LexborNode) -> bool:
    return any(inner.mem_id != table.mem_id for inner in table.css("table"))


def _text(cell: LexborNode) -> str:
    """The text of a cell; line breaks are spaces, other tags nothing (1<b>1</b> is 11)."""
    first = cell.first_child
    if first is None:
        return ""
    if first.next is None and first.tag == "-text":
        text = (first.text_content or "").strip()
        return text if text.isalnum() else _SPACE.sub(" ", text)
    pieces: list[str] = []
    for node in cell.traverse(include_text=True):
        if node.tag == "-text":
            pieces.append(node.text_content or "")
        elif node.tag in _BREAKS:
            pieces.append(" ")
    return _SPACE.sub(" ", "".join(pieces)).strip()


def _grid(rows: list[list[tuple[LexborNode, str]]], number: int) -> Grid:
    """Cells at their true columns: a merged cell fills all columns and rows that it spans."""
    held: dict[int, int] = {}
    found: list[list[GridCell]] = []
    for row_number, row in enumerate(rows, 1):
        column = 0
        cells: list[GridCell] = []
        free = held
        held = {place: left - 1 for place, left in held.items() if left > 1}
        for node, text in row:
            while column in free:
                column += 1
            width = height = 1
            if attributes := node.attributes:
                width = _span(attributes.get("colspan"))
                height = _span(attributes.get("rowspan"))
            cells.append(GridCell(text, _place(row_number, column + 1, number), column))
            if height > 1:
                held.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        if cells:
            found.append(cells)
    return Grid(found)


@lru_cache(maxsize=8192)
def _place(row: int, column: int, table: int) -> Place:
    """The same cells come in every report."""
    return Place(row=row, column=column, table=table)


@lru_cache(maxsize=256)
def _span(value: str | None) -> int:
    if value is None or not value.strip().isdecimal():
        return 1
    return min(max(int(value.strip()[:4]), 1), _MOST_SPAN)


def read_html(file: str, text: str) -> Document:
    """The blocks of a page, up to the end of its article. Raises Unreadable."""
    refuse_endless(text)
    try:
        root = LexborHTMLParser(text).body
    except SelectolaxError:  # any text is HTML to the parser: it fails only for want of memory
        raise Unreadable(TOO_MANY) from None
    walk = _Walk()
    if root is not None:
        if ("display" in text or "hidden" in text) and _HIDES.search(text):
            _take_out_hidden(root)
        if (plain := _plain_text(root)) is not None:
            return read_text(file, plain)
        walk.walk(root, (), 0)
        walk.end(())
    return Document(file, walk.blocks[: _end_of_article(walk)])


def _take_out_hidden(root: LexborNode) -> None:
    """Remove rows, cells and words that a page does not show.

    What is long is left: an article that a script unfolds is hidden in the saved page.
    """
    for node in root.css("[hidden],[style]"):
        style = "".join((node.attributes.get("style") or "").lower().split())
        unseen = "display:none" in style or "hidden" in node.attributes
        if unseen and node.tag in _UNSEEN and len(node.text()) <= _PROSE:
            node.decompose()


def _plain_text(root: LexborNode) -> str | None:
    """The text of a page that is nothing but a plain text file as a browser shows it."""
    first = root.first_child
    while first is not None and first.tag == "-text" and not (first.text_content or "").strip():
        first = first.next
    return first.text() if first is not None and first.tag == "pre" else None


def _end_of_article(walk: _Walk) -> int:
    """Behind the last block of the element that holds all numbered headings and all tables."""
    anchors = [
        path
        for block, path in zip(walk.blocks, walk.paths, strict=True)
        if isinstance(block, Grid) or _NUMBERED.match(block.text)
    ]
    if not anchors:
        return len(walk.blocks)
    common = anchors[0][:-1] if len(anchors) == 1 else anchors[0]
    for path in anchors[1:]:
        same = 0
        for one, other in zip(common, path, strict=False):
            if one != other:
                break
            same += 1
        common = common[:same]
    depth = len(common)
    inside = [i for i, path in enumerate(walk.paths) if path[:depth] == common]
    return inside[-1] + 1
