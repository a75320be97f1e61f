"""The words of Word paragraphs as they are printed: nothing deleted or hidden, no field's code.

Of fields the result is read, as it was last computed; page numbers and tables of contents are left
out.
"""

from typing import Final

from yangguang.annual_report.reading.word_names import (
    ALTERNATIVES,
    CONTENT_CONTROL,
    DROPPED,
    MATH_TEXT,
    Element,
    W,
    chosen,
    is_furniture,
    is_on,
    text_boxes,
    value,
)
from yangguang.annual_report.reading.word_styles import Styles

LINE_BREAK: Final = "\n"
UNKNOWN: Final = "〓"
"""Stands for a symbol whose look only its font knows, so that it is not read over in silence."""

_LEFT_OUT: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "TOA", "INDEX", "TC", "XE"}
)
_TEXT: Final = W + "t"
_RUN: Final = W + "r"
_RUN_PROPERTIES: Final = W + "rPr"
_SYMBOL: Final = W + "sym"
_FIELD: Final = W + "fldChar"
_FIELD_CODE: Final = W + "instrText"
_WHOLE_FIELD: Final = W + "fldSimple"
_PRINTS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": LINE_BREAK,
    W + "cr": LINE_BREAK,
    W + "noBreakHyphen": "-",
}
_DRAWINGS: Final = frozenset({W + "drawing", W + "pict", W + "object"})
_PASSED_OVER: Final = frozenset(
    W + name
    for name in (
        "rPr",
        "pPr",
        "softHyphen",
        "lastRenderedPageBreak",
        "bookmarkStart",
        "bookmarkEnd",
        "proofErr",
        "delText",
        "delInstrText",
    )
)
_WINGDINGS: Final = {
    **{0x81 + i: chr(ord("①") + i) for i in range(10)},
    **{0x8C + i: chr(ord("❶") + i) for i in range(10)},
    **{0xA8: "□", 0x6F: "□", 0xFE: "☑", 0xFC: "✓", 0xFB: "×", 0x6C: "●", 0x6E: "■", 0x75: "◆"},
    **{0x52: "☑", 0xA7: "▪", 0xD8: "➢", 0x9F: "•"},
}
_SYMBOLS: Final = {
    **{code: chr(code) for code in range(0x20, 0x40) if chr(code) not in "\"$'*@"},
    **{0x2D: "-", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB7: "•", 0xBB: "≈"},
}


class Words:
    """Collects the words of paragraphs; fields may begin in one and end in a later one."""

    def __init__(self, styles: Styles, hides: bool, fields: bool) -> None:
        """`hides`: whether anything may be hidden; `fields`: whether fields are to be heeded."""
        self._styles = styles
        self._hides = hides
        self._heeds_fields = fields
        self._fields: list[_Field] = []
        self._pieces: list[str] = []
        self._boxes: list[Element] = []
        self._hidden_style = False

    @property
    def in_field(self) -> bool:
        """Whether a field has begun and not ended."""
        return bool(self._fields)

    def of(self, paragraph: Element) -> tuple[str, list[Element]]:
        """The words of a paragraph, and the contents of the text boxes that hang on it."""
        self._pieces, self._boxes = [], []
        self._hidden_style = False
        if self._hides:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            self._hidden_style = style is not None and self._styles.hides(value(style))
        self._inline(paragraph)
        return "".join(self._pieces), self._boxes

    def _inline(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag == _RUN:
                if not self._hides or not self._is_hidden(child):
                    self._inline(child)
            elif tag in (_TEXT, MATH_TEXT):
                self._say(child.text or "")
            elif tag in _PASSED_OVER or tag in DROPPED:
                continue
            elif (print := _PRINTS.get(tag)) is not None:
                self._say(print)
            elif tag in _DRAWINGS:
                self._boxes.extend(text_boxes(child))
            else:
                self._special(child)

    def _special(self, child: Element) -> None:
        tag = child.tag
        if tag == _FIELD:
            self._field(value(child, "fldCharType"))
        elif tag == _FIELD_CODE:
            if self._fields and not self._fields[-1].shows:
                self._fields[-1].code += child.text or ""
        elif tag == _SYMBOL:
            self._say(_symbol(value(child, "font"), value(child, "char")))
        elif tag == ALTERNATIVES:
            one = chosen(child)
            if one is not None:
                self._inline(one)
        elif not (tag == _WHOLE_FIELD and _is_left_out(value(child, "instr"))) and not (
            tag == CONTENT_CONTROL and is_furniture(child)
        ):
            self._inline(child)

    def _say(self, text: str) -> None:
        if not self._fields or all(field.shows and not field.is_left_out for field in self._fields):
            self._pieces.append(text)

    def _field(self, kind: str) -> None:
        if not self._heeds_fields:
            return
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].show()
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_hidden(self, run: Element) -> bool:
        properties = run[0] if len(run) and run[0].tag == _RUN_PROPERTIES else None
        if properties is None:
            return self._hidden_style
        own = is_on(properties, "vanish")
        if own is not None:
            return own
        style = properties.find(W + "rStyle")
        return self._hidden_style or (style is not None and self._styles.hides(value(style)))


class _Field:
    """A field that has begun: its code, then its result."""

    def __init__(self) -> None:
        self.code = ""
        self.shows = False
        self.is_left_out = False

    def show(self) -> None:
        """The code is complete; what follows is its result."""
        self.shows = True
        self.is_left_out = _is_left_out(self.code)


def _is_left_out(code: str) -> bool:
    words = code.split(None, 1)
    return bool(words) and words[0].upper() in _LEFT_OUT


def _symbol(font: str, char: str) -> str:
    """The character that a symbol font prints at a code, as far as it can be known."""
    try:
        code = int(char, 16)
    except ValueError:
        return UNKNOWN
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    match font:
        case "Wingdings":
            return _WINGDINGS.get(low, UNKNOWN)
        case "Symbol":
            return _SYMBOLS.get(low, UNKNOWN)
        case _:
            in_plane = 0x20 <= code < 0xD800 or 0xF900 <= code < 0xFFF0
            return chr(code) if in_plane and "dings" not in font else UNKNOWN
