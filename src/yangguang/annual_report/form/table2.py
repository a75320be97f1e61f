"""Table 2, what was published of the agency's own accord, in both editions (Art. 20)."""

from typing import Final

from yangguang.annual_report.form.model import Column, Row, Table

CONTENT: Final = "信息内容"
"""The heading over the row labels of every block."""

ISSUED: Final = Column("issued", "本年制发件数")
REPEALED: Final = Column("repealed", "本年废止件数")
IN_FORCE: Final = Column("in_force", "现行有效件数")
DECISIONS: Final = Column("decisions", "本年处理决定数量")
FEES: Final = Column("amount", "本年收费金额（单位：万元）")

_DOCUMENTS_2021: Final = (ISSUED, REPEALED, IN_FORCE)

TABLE_2021: Final = Table(
    2,
    (
        Row("rules", "规章", _DOCUMENTS_2021, clause="第二十条第（一）项"),
        Row("normative_documents", "行政规范性文件", _DOCUMENTS_2021, clause="第二十条第（一）项"),
        Row("licences", "行政许可", (DECISIONS,), clause="第二十条第（五）项"),
        Row("penalties", "行政处罚", (DECISIONS,), clause="第二十条第（六）项"),
        Row("coercion", "行政强制", (DECISIONS,), clause="第二十条第（六）项"),
        Row("fees", "行政事业性收费", (FEES,), clause="第二十条第（八）项"),
    ),
)

_DOCUMENTS_2019: Final = (
    Column("made", "本年新制作数量"),
    Column("published", "本年新公开数量"),
    Column("public", "对外公开总数量"),
)
_ITEMS: Final = (Column("items_before", "上一年项目数量"), Column("items_change", "本年增/减"))
_ITEMS_AND_DECISIONS: Final = (*_ITEMS, Column("decisions", "处理决定数量"))
_PROCUREMENT: Final = (Column("projects", "采购项目数量"), Column("amount", "采购总金额"))

TABLE_2019: Final = Table(
    2,
    (
        Row("rules", "规章", _DOCUMENTS_2019, clause="第二十条第（一）项"),
        Row("normative_documents", "规范性文件", _DOCUMENTS_2019, clause="第二十条第（一）项"),
        Row("licences", "行政许可", _ITEMS_AND_DECISIONS, clause="第二十条第（五）项"),
        Row(
            "other_services",
            "其他对外管理服务事项",
            _ITEMS_AND_DECISIONS,
            clause="第二十条第（五）项",
        ),
        Row("penalties", "行政处罚", _ITEMS_AND_DECISIONS, clause="第二十条第（六）项"),
        Row("coercion", "行政强制", _ITEMS_AND_DECISIONS, clause="第二十条第（六）项"),
        Row("fees", "行政事业性收费", _ITEMS, clause="第二十条第（八）项"),
        Row("procurement", "政府集中采购", _PROCUREMENT, clause="第二十条第（九）项"),
    ),
)
