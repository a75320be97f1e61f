"""What reports are made of: figures, words, answers to findings, versions."""

from yangguang.reporting.models.figures import EnteredFigure, Evidence, PublishedFigures
from yangguang.reporting.models.report import (
    CellComment,
    Explanation,
    SectionText,
    Version,
    YearReport,
)

__all__ = [
    "CellComment",
    "EnteredFigure",
    "Evidence",
    "Explanation",
    "PublishedFigures",
    "SectionText",
    "Version",
    "YearReport",
]
