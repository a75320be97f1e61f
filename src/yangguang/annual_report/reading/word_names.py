"""The names of WordprocessingML that the reader knows, and small questions about its elements."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

Element = etree._Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

PARAGRAPH: Final = W + "p"
TABLE: Final = W + "tbl"
ROW: Final = W + "tr"
CELL: Final = W + "tc"
CONTENT_CONTROL: Final = W + "sdt"
ALTERNATIVES: Final = _MC + "AlternateContent"
_TEXT_BOX: Final = W + "txbxContent"
_FOR_EMOJI: Final = "w16se"

NESTING: Final = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
"""Elements around paragraphs and tables that mean nothing to print."""
DROPPED: Final = frozenset(W + name for name in ("del", "moveFrom", "sdtPr", "sdtEndPr", "rt"))
"""Elements whose text is not printed: what was deleted or moved away, and glosses."""

_OFF: Final = frozenset({"0", "false", "off"})
_FURNITURE: Final = ("Table of Contents", "Page Numbers")


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of Word's own namespace, or empty."""
    return "" if element is None else element.get(W + name, "")


def whole(element: Element | None, name: str = "val", default: int = 0) -> int:
    """An attribute that is a number; `default` where it is not there or no number."""
    text = value(element, name)
    return int(text) if text.isdecimal() and len(text) < 10 else default


def is_on(parent: Element | None, name: str) -> bool | None:
    """Whether a property is switched on below `parent`; None where it is not mentioned."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else value(found) not in _OFF


def is_furniture(control: Element) -> bool:
    """Whether a content control holds a table of contents, a page number, or only a prompt."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
    return value(gallery).startswith(_FURNITURE) or bool(is_on(properties, "showingPlcHdr"))


def chosen(alternatives: Element) -> Element | None:
    """Of content that is there twice, for newer and for older programs, the one to read."""
    fallback = None
    for one in alternatives:
        if one.tag == _MC + "Choice" and one.get("Requires") != _FOR_EMOJI:
            return one
        if one.tag == _MC + "Fallback":
            fallback = one
    return fallback


def text_boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes in a drawing, each once."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag == ALTERNATIVES:
            one = chosen(child)
            if one is not None:
                yield from text_boxes(one)
        else:
            yield from text_boxes(child)


def children(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those within content controls among them."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag == ALTERNATIVES:
            one = chosen(child)
            if one is not None:
                yield from children(one, wanted)
        elif child.tag in NESTING:
            yield from children(child, wanted)
