"""Texts of reports for the tests of repeated text."""

from random import Random

from hypothesis import strategies as st

from tests.generator.prose import prose
from yangguang.annual_report.repeated_text import ReportText

AGENCY = "青禾县水务局"


def a_text(
    *paragraphs: str, id: str = "this", agency: str = AGENCY, year: int = 2023
) -> ReportText:
    """A report whose first section consists of `paragraphs`."""
    return ReportText(id, agency, year, ((1, "\n".join(paragraphs)),))


def texts(id: str = "this") -> st.SearchStrategy[ReportText]:
    """Invented reports of up to a dozen sentences."""
    return st.tuples(st.integers(0, 2**32), st.integers(1, 12)).map(
        lambda drawn: a_text(*prose(Random(drawn[0]), drawn[1]), id=id)
    )


def sentences_in(text: ReportText) -> list[str]:
    """The paragraphs that `a_text` was made of."""
    return text.sections[0][1].split("\n")
