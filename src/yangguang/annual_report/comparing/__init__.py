"""Two annual reports side by side: two years of an agency, or two agencies."""

from yangguang.annual_report.agency_names import is_same_agency
from yangguang.annual_report.comparing.cells import compared_tables
from yangguang.annual_report.comparing.model import (
    CellPair,
    Comparison,
    Difference,
    Headline,
    Incomparable,
    Passage,
    Piece,
    Relation,
    SectionPair,
    SentencePair,
    Side,
    TablePair,
    TextChange,
)
from yangguang.annual_report.comparing.texts import compared_sections
from yangguang.annual_report.repeated_text import repeated_from, text_of
from yangguang.annual_report.report import AnnualReport


def compare(first: AnnualReport, second: AnnualReport) -> Comparison:
    """The two reports side by side, in the order given; but one agency's older one on the left."""
    relation = _relation(first, second)
    left, right = first, second
    if relation is Relation.YEARS and (first.year or 0) > (second.year or 0):
        left, right = second, first
    texts = text_of(left, Side.LEFT), text_of(right, Side.RIGHT)
    return Comparison(
        relation,
        _headline(left),
        _headline(right),
        compared_tables(left, right),
        compared_sections(left, right),
        repeated_from([texts[0]], texts[1]),
        repeated_from([texts[1]], texts[0]),
        (left, right),
    )


def _relation(first: AnnualReport, second: AnnualReport) -> Relation:
    if not is_same_agency(first.agency, second.agency):
        return Relation.AGENCIES
    if first.year == second.year or first.year is None or second.year is None:
        return Relation.VERSIONS
    return Relation.YEARS


def _headline(report: AnnualReport) -> Headline:
    return Headline(
        report.file,
        report.title,
        report.agency,
        report.year,
        report.edition,
        report.period,
        report.published_on,
    )


__all__ = [
    "CellPair",
    "Comparison",
    "Difference",
    "Headline",
    "Incomparable",
    "Passage",
    "Piece",
    "Relation",
    "SectionPair",
    "SentencePair",
    "Side",
    "TablePair",
    "TextChange",
    "compare",
]
