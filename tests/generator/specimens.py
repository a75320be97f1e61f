"""Files of every format that is read, in every layout and with every hazard, by number."""

from collections.abc import Callable
from functools import lru_cache
from random import Random
from typing import Final

from tests.generator.hazards import HAZARDS
from tests.generator.layouts import LAYOUTS
from tests.generator.pdf_layouts import PDF_LAYOUTS
from tests.generator.truth import Score, example, score
from tests.shared_reports import BLANK_FORM, PUBLISHED
from yangguang.annual_report import read_bytes
from yangguang.annual_report.writing import write

_OFFICE: Final = ("docx", "xlsx")
_REAL: Final = 12
"""Every so many files one is as real programs write it: by our own writer, or a published one."""


def _layouts(format: str) -> list[str]:
    if format in (*_OFFICE, "html"):
        return [name for name in LAYOUTS if name.startswith(format)]
    return [name for name in LAYOUTS if not name.startswith((*_OFFICE, "html"))]


def _laid_out(format: str, seed: int) -> bytes:
    random = Random(seed)
    layouts = PDF_LAYOUTS if format == "pdf" else LAYOUTS
    names = sorted(PDF_LAYOUTS) if format == "pdf" else _layouts(format)
    hazard = HAZARDS[random.choice(sorted(HAZARDS))]
    return example(seed, layouts[random.choice(names)], hazard)[0]


def _written(format: str, seed: int) -> bytes:
    """The report of a text, in the format as our writer gives it."""
    return write(read_bytes("report", _laid_out("text", seed)), format)


def written_again(format: str, seed: int) -> Score:
    """The score of an undamaged report that our own writer wrote in a format."""
    data, expected = example(seed, LAYOUTS["tabs"], HAZARDS["none"])
    return score(expected, read_bytes("report", write(read_bytes("report", data), format)))


def _specimen(format: str) -> Callable[[int], bytes]:
    real = {"docx": [BLANK_FORM], "pdf": sorted(PUBLISHED.glob("*.pdf"))}.get(format, [])

    @lru_cache(maxsize=80)
    def make(seed: int) -> bytes:
        if format == "json" or (format != "text" and seed % _REAL == 0):
            return _written(format, seed)
        if seed % _REAL == 1 and real and real[0].is_file():
            return real[0].read_bytes()
        return _laid_out(format, seed)

    return make


SPECIMENS: Final[dict[str, Callable[[int], bytes]]] = {
    format: _specimen(format) for format in ("text", "html", "docx", "xlsx", "pdf", "json")
}
"""Format → the file of that format with a number."""
