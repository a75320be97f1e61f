"""A small writer of PDF: text, rules and filled boxes on pages, in points from the upper left.

Characters are written in a font that is not embedded: ideographs as wide as the type is high,
others half as wide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDE, HIGH = 595, 842
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
    b"/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
    b"/W[1[" + b" ".join([b"500"] * 95) + b"]]"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/Ascent 880"
    b"/Descent -120/CapHeight 880/StemV 80/ItalicAngle 0/FontBBox[0 -120 1000 880]>>>>]>>"
)
_TURNS = {0: "1 0 0 1", 1: "0 -1 1 0", 2: "-1 0 0 -1", 3: "0 1 -1 0"}


def width(text: str, size: float) -> float:
    """How wide a text is printed."""
    return sum(size if letter >= "\u2e80" else size / 2 for letter in text)


@dataclass
class Sheet:
    """A page: drawing commands in the order in which they are written."""

    wide: float = WIDE
    high: float = HIGH
    rotated: int = 0
    """Degrees that a viewer turns the page, clockwise."""
    drawn: list[str] = field(default_factory=list)

    def text(self, x: float, baseline: float, words: str, size: float, turns: int = 0) -> None:
        """A line of text; `turns` are quarter turns clockwise."""
        code = words.encode("utf-16-be").hex()
        y = self.high - baseline
        self.drawn.append(f"BT /F1 {size} Tf {_TURNS[turns]} {x:.2f} {y:.2f} Tm <{code}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float, dashes: str = "") -> None:
        """A straight line."""
        a, b = self.high - y0, self.high - y1
        self.drawn.append(f"[{dashes}] 0 d 0.5 w {x0:.2f} {a:.2f} m {x1:.2f} {b:.2f} l S")

    def box(self, x: float, top: float, wide: float, high: float, how: str = "f") -> None:
        """A box: filled grey, or stroked (`S`)."""
        y = self.high - top - high
        self.drawn.append(f"q 0.9 g {x:.2f} {y:.2f} {wide:.2f} {high:.2f} re {how} Q")


def written(sheets: Iterable[Sheet]) -> bytes:
    """The file that holds these pages."""
    pages = list(sheets)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        _FONT,
    ]
    for i, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.wide} {page.high}]"
            f"/Rotate {page.rotated}/Contents {5 + 2 * i} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>".encode()
        )
        objects.append(stream("\n".join(page.drawn).encode()))
    return assembled(objects)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A file of numbered objects, the first of which is its catalogue."""
    found = bytearray(b"%PDF-1.7\n")
    places = []
    for number, thing in enumerate(objects, 1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        found += b"%010d 00000 n \n" % place
    found += b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer)
    return bytes(found + b"startxref\n%d\n%%%%EOF\n" % table)
