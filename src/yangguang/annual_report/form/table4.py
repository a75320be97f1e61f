"""Table 4, administrative review and litigation: the same in both editions (Art. 51)."""

from typing import Final

from yangguang.annual_report.form.model import Column, Row, Table
from yangguang.law.disputes import DisputeResult, DisputeTrack

LITIGATION: Final = "行政诉讼"
TOTAL: Final = Column("total", "总计")
COLUMNS: Final[tuple[Column, ...]] = (
    Column(DisputeResult.UPHELD, "结果维持"),
    Column(DisputeResult.CORRECTED, "结果纠正"),
    Column(DisputeResult.OTHER, "其他结果"),
    Column(DisputeResult.PENDING, "尚未审结"),
    TOTAL,
)

TABLE: Final = Table(
    4,
    (
        Row(DisputeTrack.REVIEW, "行政复议", COLUMNS),
        Row(DisputeTrack.SUIT, "未经复议直接起诉", COLUMNS, LITIGATION),
        Row(DisputeTrack.SUIT_AFTER_REVIEW, "复议后起诉", COLUMNS, LITIGATION),
    ),
)
"""Printed as one line of fifteen figures; its three groups are our rows."""
