"""What reports are made of: figures, words, versions; what waits; who was reminded of them."""

from yangguang.reporting.models.figures import EnteredFigure, Evidence
from yangguang.reporting.models.importing import DraftPage, FiguresDraft, ReportDraft
from yangguang.reporting.models.reminding import Told, Urging
from yangguang.reporting.models.report import (
    CellComment,
    Explanation,
    Publication,
    SectionText,
    Version,
    YearReport,
)
from yangguang.reporting.models.rolling_up import RollUpScope

__all__ = [
    "CellComment",
    "DraftPage",
    "EnteredFigure",
    "Evidence",
    "Explanation",
    "FiguresDraft",
    "Publication",
    "ReportDraft",
    "RollUpScope",
    "SectionText",
    "Told",
    "Urging",
    "Version",
    "YearReport",
]
