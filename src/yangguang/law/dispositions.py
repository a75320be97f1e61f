"""How a request can end: finer than the rows of Table 3, each with its article and its letter.

Source: Arts 14–16, 30, 35–39, 41 of the Regulations; rows: 国办公开办函〔2021〕30号.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from yangguang.law.clock.events import Kind
from yangguang.law.requests import RequestRow


class Evidence(StrEnum):
    """What must be on file before an answer of the kind may be given."""

    WHERE_PUBLISHED = "where_published"
    MATERIAL = "material"
    WITHHELD_GROUNDS = "withheld_grounds"
    REFERENCE_ONLY = "reference_only"
    LEGAL_BASIS = "legal_basis"
    HARM_REASONS = "harm_reasons"
    CLOSED_REASONS = "closed_reasons"
    CONSULTATION = "consultation"
    SPECIAL_REGIME = "special_regime"
    SEARCH_RECORD = "search_record"
    WHY_NOT_OURS = "why_not_ours"
    HOLDER = "holder"
    CORRECTION = "correction"
    RIGHT_CHANNEL = "right_channel"
    EARLIER_ANSWER = "earlier_answer"
    WHERE_SOLD = "where_sold"
    REASONS_ASKED = "reasons_asked"
    CORRECTION_NOTICE = "correction_notice"
    FEE_NOTICE = "fee_notice"
    WITHDRAWAL = "withdrawal"
    EXPLANATION = "explanation"
    OWN_RECORD = "own_record"


EVIDENCE_NAMES: Final = {
    Evidence.WHERE_PUBLISHED: "获取该信息的方式、途径",
    Evidence.MATERIAL: "提供的政府信息，或获取的方式、途径和时间",
    Evidence.WITHHELD_GROUNDS: "不予公开部分的依据和理由",
    Evidence.REFERENCE_ONLY: "定密依据和文件编号（只记编号，不录内容）",
    Evidence.LEGAL_BASIS: "禁止公开的法律、行政法规条文",
    Evidence.HARM_REASONS: "公开后可能造成危害的理由",
    Evidence.CLOSED_REASONS: "属于这类信息的理由，以及没有法律、法规、规章规定应当公开",
    Evidence.CONSULTATION: "征求第三方意见的记录",
    Evidence.SPECIAL_REGIME: "有关法律、行政法规对查询的规定",
    Evidence.SEARCH_RECORD: "检索记录",
    Evidence.WHY_NOT_OURS: "不属于本机关负责公开的理由",
    Evidence.HOLDER: "负责公开的行政机关（能够确定的）",
    Evidence.CORRECTION: "补正告知和补正材料",
    Evidence.RIGHT_CHANNEL: "反映问题的渠道",
    Evidence.EARLIER_ANSWER: "此前的答复",
    Evidence.WHERE_SOLD: "公开出版物的获取途径",
    Evidence.REASONS_ASKED: "要求说明理由的记录和申请人的说明",
    Evidence.CORRECTION_NOTICE: "补正告知及其期限",
    Evidence.FEE_NOTICE: "收费通知及其期限",
    Evidence.WITHDRAWAL: "申请人撤回的意思表示",
    Evidence.EXPLANATION: "说明",
    Evidence.OWN_RECORD: "更正的办理情况",
}


ON_THE_LEDGER: Final[dict[Evidence, frozenset[Kind]]] = {
    Evidence.CORRECTION: frozenset({Kind.CORRECTION_ASKED, Kind.CORRECTED}),
    Evidence.CORRECTION_NOTICE: frozenset({Kind.CORRECTION_ASKED}),
    Evidence.REASONS_ASKED: frozenset({Kind.REASONS_ASKED}),
    Evidence.FEE_NOTICE: frozenset({Kind.FEE_NOTICED}),
}
"""Evidence that is something done before (Arts 30, 35, the fee rules): on record, never typed.

Consultations (Art. 32) and earlier answers (Art. 36(6)) may be older than the register: they are
stated in words, a consultation only where the ledger shows none."""


class Disposition(StrEnum):
    """How a request ends."""

    ALREADY_PUBLIC = "already_public"
    PROVIDED = "provided"
    PARTLY_PROVIDED = "partly_provided"
    STATE_SECRET = "state_secret"
    PROHIBITED_BY_LAW = "prohibited_by_law"
    ENDANGERS_SECURITY = "endangers_security"
    THIRD_PARTY_RIGHTS = "third_party_rights"
    INTERNAL_AFFAIRS = "internal_affairs"
    PROCESS_INFORMATION = "process_information"
    ENFORCEMENT_FILES = "enforcement_files"
    ADMINISTRATIVE_INQUIRY = "administrative_inquiry"
    DOES_NOT_EXIST = "does_not_exist"
    NOT_OURS = "not_ours"
    NEEDS_CREATION = "needs_creation"
    UNCLEAR_AFTER_CORRECTION = "unclear_after_correction"
    PETITION = "petition"
    REPEATED = "repeated"
    PUBLICATION = "publication"
    EXCESSIVE = "excessive"
    REISSUE = "reissue"
    UNCORRECTED = "uncorrected"
    UNPAID = "unpaid"
    WITHDRAWN = "withdrawn"
    NOT_GOVERNMENT_INFORMATION = "not_government_information"
    OWN_RECORD = "own_record"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Rule:
    """What the law says of one disposition.

    `grounds` is the clause of the letter that names the reason; `letter` its title, empty where
    nothing is written to the applicant.
    """

    row: RequestRow
    name: str
    article: str
    grounds: str
    letter: str
    evidence: tuple[Evidence, ...] = ()


_GRANTED: Final = "政府信息公开告知书"
_PARTLY: Final = "政府信息部分公开告知书"
_DENIED: Final = "政府信息不予公开告知书"
_UNABLE: Final = "政府信息无法提供告知书"
_UNPROCESSED: Final = "政府信息公开申请不予处理告知书"
_CLOSED: Final = "政府信息公开申请终止处理告知书"

RULES: Final[dict[Disposition, Rule]] = {
    Disposition.ALREADY_PUBLIC: Rule(
        RequestRow.GRANTED,
        "已主动公开，告知获取方式",
        "第三十六条第（一）项",
        "您申请的政府信息已经主动公开",
        _GRANTED,
        (Evidence.WHERE_PUBLISHED,),
    ),
    Disposition.PROVIDED: Rule(
        RequestRow.GRANTED,
        "予以公开",
        "第三十六条第（二）项",
        "您申请的政府信息可以公开",
        _GRANTED,
        (Evidence.MATERIAL,),
    ),
    Disposition.PARTLY_PROVIDED: Rule(
        RequestRow.PARTIALLY_GRANTED,
        "部分公开",
        "第三十七条",
        "您申请的政府信息中含有不应当公开的内容，能够区分处理，现提供可以公开的部分",
        _PARTLY,
        (Evidence.MATERIAL, Evidence.WITHHELD_GROUNDS),
    ),
    Disposition.STATE_SECRET: Rule(
        RequestRow.DENIED_STATE_SECRET,
        "属于国家秘密",
        "第十四条",
        "您申请的政府信息依法确定为国家秘密",
        _DENIED,
        (Evidence.REFERENCE_ONLY,),
    ),
    Disposition.PROHIBITED_BY_LAW: Rule(
        RequestRow.DENIED_PROHIBITED_BY_LAW,
        "其他法律、行政法规禁止公开",
        "第十四条",
        "您申请的政府信息属于法律、行政法规禁止公开的信息",
        _DENIED,
        (Evidence.LEGAL_BASIS,),
    ),
    Disposition.ENDANGERS_SECURITY: Rule(
        RequestRow.DENIED_ENDANGERS_SECURITY,
        "危及“三安全一稳定”",
        "第十四条",
        "您申请的政府信息公开后可能危及国家安全、公共安全、经济安全、社会稳定",
        _DENIED,
        (Evidence.HARM_REASONS,),
    ),
    Disposition.THIRD_PARTY_RIGHTS: Rule(
        RequestRow.DENIED_THIRD_PARTY_RIGHTS,
        "保护第三方合法权益",
        "第十五条",
        "您申请的政府信息涉及商业秘密、个人隐私，公开会对第三方合法权益造成损害",
        _DENIED,
        (Evidence.CONSULTATION,),
    ),
    Disposition.INTERNAL_AFFAIRS: Rule(
        RequestRow.DENIED_INTERNAL_AFFAIRS,
        "属于内部事务信息",
        "第十六条第一款",
        "您申请的政府信息属于人事管理、后勤管理、内部工作流程等内部事务信息",
        _DENIED,
        (Evidence.CLOSED_REASONS,),
    ),
    Disposition.PROCESS_INFORMATION: Rule(
        RequestRow.DENIED_PROCESS_INFORMATION,
        "属于过程性信息",
        "第十六条第二款",
        "您申请的政府信息属于讨论记录、过程稿、磋商信函、请示报告等过程性信息",
        _DENIED,
        (Evidence.CLOSED_REASONS,),
    ),
    Disposition.ENFORCEMENT_FILES: Rule(
        RequestRow.DENIED_ENFORCEMENT_FILES,
        "属于行政执法案卷",
        "第十六条第二款",
        "您申请的政府信息属于行政执法案卷信息",
        _DENIED,
        (Evidence.CLOSED_REASONS,),
    ),
    Disposition.ADMINISTRATIVE_INQUIRY: Rule(
        RequestRow.DENIED_ADMINISTRATIVE_INQUIRY,
        "属于行政查询事项",
        "第三十六条第（七）项",
        "有关法律、行政法规对您申请的信息的获取有特别规定",
        _DENIED,
        (Evidence.SPECIAL_REGIME,),
    ),
    Disposition.DOES_NOT_EXIST: Rule(
        RequestRow.UNABLE_NOT_HELD,
        "经检索不存在",
        "第三十六条第（四）项",
        "经检索，没有您申请的政府信息",
        _UNABLE,
        (Evidence.SEARCH_RECORD,),
    ),
    Disposition.NOT_OURS: Rule(
        RequestRow.UNABLE_NOT_HELD,
        "不属于本机关负责公开",
        "第三十六条第（五）项",
        "您申请的政府信息不属于本机关负责公开",
        _UNABLE,
        (Evidence.WHY_NOT_OURS, Evidence.HOLDER),
    ),
    Disposition.NEEDS_CREATION: Rule(
        RequestRow.UNABLE_NEEDS_CREATION,
        "没有现成信息，需要另行制作",
        "第三十八条",
        "您申请的信息需要对现有政府信息进行加工、分析，本机关没有现成信息",
        _UNABLE,
        (Evidence.SEARCH_RECORD,),
    ),
    Disposition.UNCLEAR_AFTER_CORRECTION: Rule(
        RequestRow.UNABLE_UNCLEAR_AFTER_CORRECTION,
        "补正后申请内容仍不明确",
        "第三十条",
        "经补正，您的申请内容仍不明确",
        _UNABLE,
        (Evidence.CORRECTION,),
    ),
    Disposition.PETITION: Rule(
        RequestRow.UNPROCESSED_PETITION,
        "信访、举报、投诉",
        "第三十九条第一款",
        "您以政府信息公开申请的形式进行信访、投诉、举报等活动",
        _UNPROCESSED,
        (Evidence.RIGHT_CHANNEL,),
    ),
    Disposition.REPEATED: Rule(
        RequestRow.UNPROCESSED_REPEATED,
        "重复申请",
        "第三十六条第（六）项",
        "本机关已就您提出的政府信息公开申请作出答复，您重复申请公开相同政府信息",
        _UNPROCESSED,
        (Evidence.EARLIER_ANSWER,),
    ),
    Disposition.PUBLICATION: Rule(
        RequestRow.UNPROCESSED_PUBLICATION,
        "要求提供公开出版物",
        "第三十九条第二款",
        "您申请提供政府公报、报刊、书籍等公开出版物",
        _UNPROCESSED,
        (Evidence.WHERE_SOLD,),
    ),
    Disposition.EXCESSIVE: Rule(
        RequestRow.UNPROCESSED_EXCESSIVE,
        "无正当理由大量、反复申请",
        "第三十五条",
        "您申请公开政府信息的数量、频次明显超过合理范围，说明的理由不合理",
        _UNPROCESSED,
        (Evidence.REASONS_ASKED, Evidence.EXPLANATION),
    ),
    Disposition.REISSUE: Rule(
        RequestRow.UNPROCESSED_REISSUE,
        "要求确认或重新出具已获取的信息",
        "国办公开办函〔2021〕30号",
        "您要求对已经获取的政府信息进行确认或者重新出具",
        _UNPROCESSED,
        (Evidence.EARLIER_ANSWER,),
    ),
    Disposition.UNCORRECTED: Rule(
        RequestRow.OTHER_UNCORRECTED,
        "逾期不补正，不再处理",
        "第三十条",
        "您无正当理由逾期不补正，视为放弃申请",
        _CLOSED,
        (Evidence.CORRECTION_NOTICE,),
    ),
    Disposition.UNPAID: Rule(
        RequestRow.OTHER_UNPAID,
        "逾期未缴费，不再处理",
        "《政府信息公开信息处理费管理办法》",
        "您逾期未缴纳信息处理费，视为放弃申请",
        _CLOSED,
        (Evidence.FEE_NOTICE,),
    ),
    Disposition.WITHDRAWN: Rule(
        RequestRow.OTHER_OTHER,
        "申请人撤回",
        "国办公开办函〔2021〕30号",
        "您撤回了申请",
        "",
        (Evidence.WITHDRAWAL,),
    ),
    Disposition.NOT_GOVERNMENT_INFORMATION: Rule(
        RequestRow.OTHER_OTHER,
        "不属于政府信息",
        "第二条",
        "您申请的内容不属于政府信息",
        _UNPROCESSED,
        (Evidence.EXPLANATION,),
    ),
    Disposition.OWN_RECORD: Rule(
        RequestRow.OTHER_OTHER,
        "更正与申请人自身有关的信息",
        "第四十一条",
        "您要求更正与自身相关的政府信息记录",
        "政府信息更正告知书",
        (Evidence.OWN_RECORD,),
    ),
    Disposition.OTHER: Rule(
        RequestRow.OTHER_OTHER,
        "其他处理",
        "国办公开办函〔2021〕30号",
        "您的申请依法作其他处理",
        _CLOSED,
        (Evidence.EXPLANATION,),
    ),
}
"""Every disposition's rule. REISSUE, WITHDRAWN and OTHER: the Regulations name no article; the form
does. What is withheld under Art. 16 is withheld with reasons too (Art. 36(3)), and only where no
law, regulation or rule says open."""

WITHHOLDING: Final = frozenset(
    {
        Disposition.STATE_SECRET,
        Disposition.PROHIBITED_BY_LAW,
        Disposition.ENDANGERS_SECURITY,
        Disposition.THIRD_PARTY_RIGHTS,
        Disposition.INTERNAL_AFFAIRS,
        Disposition.PROCESS_INFORMATION,
        Disposition.ENFORCEMENT_FILES,
    }
)
"""Answers that withhold under Arts 14 to 16; the grounds of a partial answer are among them too."""

RELEASING: Final = frozenset({Disposition.PROVIDED, Disposition.PARTLY_PROVIDED})
"""Answers by which something leaves the office that was not public: reviewed before (Art. 17)."""

REEXAMINED: Final = WITHHOLDING | {Disposition.PARTLY_PROVIDED}
"""Answers of which something is kept back that may be opened one day: looked at anew (Art. 18)."""


def row(disposition: Disposition) -> RequestRow:
    """The one row of Table 3 in which a disposition is counted."""
    return RULES[disposition].row


def not_on_record(disposition: Disposition, happened: Collection[Kind]) -> list[Evidence]:
    """What a disposition rests on and what has not happened to the request, in order."""
    return [
        one
        for one in RULES[disposition].evidence
        if not ON_THE_LEDGER.get(one, frozenset()) <= set(happened)
    ]
