"""What reports are made of: their words, what was answered to findings, their versions."""

from yangguang.reporting.models.report import (
    CellComment,
    Explanation,
    SectionText,
    Version,
    YearReport,
)

__all__ = ["CellComment", "Explanation", "SectionText", "Version", "YearReport"]
