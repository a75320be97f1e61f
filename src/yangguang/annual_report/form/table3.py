"""Table 3, requests received and handled, in both editions; and which of its rows add up."""

from typing import Final

from yangguang.annual_report.form.model import Column, Row, Table
from yangguang.law.requests import ApplicantKind, RequestRow

ORGANISATIONS: Final = "法人或其他组织"
RESULTS: Final = "三、本年度办理结果"
"""The merged label that stands before all rows of results."""
APPLICANTS: Final = "申请人情况"
IDENTITY_NOTE: Final = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

TOTAL: Final = Column("total", "总计")
COLUMNS: Final[tuple[Column, ...]] = (
    Column(ApplicantKind.NATURAL_PERSON, "自然人"),
    Column(ApplicantKind.BUSINESS, "商业企业", ORGANISATIONS),
    Column(ApplicantKind.RESEARCH, "科研机构", ORGANISATIONS),
    Column(ApplicantKind.PUBLIC_INTEREST, "社会公益组织", ORGANISATIONS),
    Column(ApplicantKind.LEGAL_SERVICES, "法律服务机构", ORGANISATIONS),
    Column(ApplicantKind.OTHER, "其他", ORGANISATIONS),
    TOTAL,
)

DENIED: Final = "（三）不予公开"
UNABLE: Final = "（四）无法提供"
UNPROCESSED: Final = "（五）不予处理"
OTHER: Final = "（六）其他处理"

_LABELS: Final[tuple[tuple[RequestRow, str, str], ...]] = (
    (RequestRow.NEW, "", "一、本年新收政府信息公开申请数量"),
    (RequestRow.CARRIED_OVER, "", "二、上年结转政府信息公开申请数量"),
    (RequestRow.GRANTED, "", "（一）予以公开"),
    (
        RequestRow.PARTIALLY_GRANTED,
        "",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    ),
    (RequestRow.DENIED_STATE_SECRET, DENIED, "1.属于国家秘密"),
    (RequestRow.DENIED_PROHIBITED_BY_LAW, DENIED, "2.其他法律行政法规禁止公开"),
    (RequestRow.DENIED_ENDANGERS_SECURITY, DENIED, "3.危及“三安全一稳定”"),
    (RequestRow.DENIED_THIRD_PARTY_RIGHTS, DENIED, "4.保护第三方合法权益"),
    (RequestRow.DENIED_INTERNAL_AFFAIRS, DENIED, "5.属于三类内部事务信息"),
    (RequestRow.DENIED_PROCESS_INFORMATION, DENIED, "6.属于四类过程性信息"),
    (RequestRow.DENIED_ENFORCEMENT_FILES, DENIED, "7.属于行政执法案卷"),
    (RequestRow.DENIED_ADMINISTRATIVE_INQUIRY, DENIED, "8.属于行政查询事项"),
    (RequestRow.UNABLE_NOT_HELD, UNABLE, "1.本机关不掌握相关政府信息"),
    (RequestRow.UNABLE_NEEDS_CREATION, UNABLE, "2.没有现成信息需要另行制作"),
    (RequestRow.UNABLE_UNCLEAR_AFTER_CORRECTION, UNABLE, "3.补正后申请内容仍不明确"),
    (RequestRow.UNPROCESSED_PETITION, UNPROCESSED, "1.信访举报投诉类申请"),
    (RequestRow.UNPROCESSED_REPEATED, UNPROCESSED, "2.重复申请"),
    (RequestRow.UNPROCESSED_PUBLICATION, UNPROCESSED, "3.要求提供公开出版物"),
    (RequestRow.UNPROCESSED_EXCESSIVE, UNPROCESSED, "4.无正当理由大量反复申请"),
    (RequestRow.UNPROCESSED_REISSUE, UNPROCESSED, "5.要求行政机关确认或重新出具已获取信息"),
    (
        RequestRow.OTHER_UNCORRECTED,
        OTHER,
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    ),
    (
        RequestRow.OTHER_UNPAID,
        OTHER,
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    ),
    (RequestRow.OTHER_OTHER, OTHER, "3.其他"),
    (RequestRow.TOTAL, "", "（七）总计"),
    (RequestRow.CARRIED_FORWARD, "", "四、结转下年度继续办理"),
)

TABLE_2021: Final = Table(
    3, tuple(Row(row, label, COLUMNS, group) for row, group, label in _LABELS)
)

OTHER_SINGLE: Final = Row(RequestRow.OTHER_OTHER, OTHER, COLUMNS)
"""（六）其他处理 as one row: the rule in edition 2019, a habit of some in edition 2021."""


def _single_other() -> tuple[Row, ...]:
    kept = [row for row in TABLE_2021.rows if row.group != OTHER]
    kept.insert(-2, OTHER_SINGLE)
    return tuple(kept)


TABLE_2019: Final = Table(3, _single_other())

BALANCE: Final = (
    (RequestRow.NEW, RequestRow.CARRIED_OVER),
    (RequestRow.TOTAL, RequestRow.CARRIED_FORWARD),
)
"""Identity 1: in each column the first pair sums to the second."""

LEAVES: Final[tuple[RequestRow, ...]] = tuple(
    row
    for row in RequestRow
    if row
    not in (
        RequestRow.NEW,
        RequestRow.CARRIED_OVER,
        RequestRow.TOTAL,
        RequestRow.CARRIED_FORWARD,
    )
)
"""Identity 2: in each column these rows sum to the row `total`."""
