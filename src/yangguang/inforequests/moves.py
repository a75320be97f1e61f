"""The things that can be done with a request: what each takes, its article, what follows."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from yangguang.agencies.capabilities import Capability
from yangguang.inforequests.events import LetterKind


class Move(StrEnum):
    """The things that can be done."""

    CONFIRM = "confirm"
    ASSIGN = "assign"
    DRAFT_CORRECTION = "draft_correction"
    RECEIVE_CORRECTION = "receive_correction"
    DRAFT_EXTENSION = "draft_extension"
    DRAFT_ANSWER = "draft_answer"
    DRAFT_LAPSE = "draft_lapse"
    SUBMIT = "submit"
    DECIDE = "decide"
    ISSUE = "issue"
    SEAL = "seal"
    DISPATCH = "dispatch"
    DELIVERED = "delivered"
    CAME_BACK = "came_back"
    WITHDRAW = "withdraw"
    VOID = "void"
    VOID_ENTRY = "void_entry"
    NOTE = "note"
    OFFER_TO_ALL = "offer_to_all"
    DECIDE_OFFER = "decide_offer"
    PUBLISH = "publish"
    UNPUBLISH = "unpublish"


@dataclass(frozen=True, slots=True)
class Offer:
    """A move as it is offered: its verb, its article, what follows; and why not, if not now."""

    move: Move
    verb: str | Promise
    article: str
    consequence: str | Promise
    objection: str = ""
    caution: str = ""
    """What to know before it is made: it may be made all the same."""


DRAFTS: Final = {
    LetterKind.CORRECTION: Move.DRAFT_CORRECTION,
    LetterKind.EXTENSION: Move.DRAFT_EXTENSION,
    LetterKind.ANSWER: Move.DRAFT_ANSWER,
    LetterKind.LAPSE: Move.DRAFT_LAPSE,
}
"""The move by which each kind of letter is drafted."""

CAPABILITY: Final = {
    Move.CONFIRM: Capability.REGISTER,
    Move.ASSIGN: Capability.ASSIGN,
    Move.DRAFT_CORRECTION: Capability.HANDLE,
    Move.RECEIVE_CORRECTION: Capability.REGISTER,
    Move.DRAFT_EXTENSION: Capability.HANDLE,
    Move.DRAFT_ANSWER: Capability.HANDLE,
    Move.DRAFT_LAPSE: Capability.HANDLE,
    Move.SUBMIT: Capability.HANDLE,
    Move.ISSUE: Capability.HANDLE,
    Move.SEAL: Capability.REGISTER,
    Move.DISPATCH: Capability.REGISTER,
    Move.DELIVERED: Capability.REGISTER,
    Move.CAME_BACK: Capability.REGISTER,
    Move.WITHDRAW: Capability.REGISTER,
    Move.VOID: Capability.REGISTER,
    Move.VOID_ENTRY: Capability.REGISTER,
    Move.NOTE: Capability.HANDLE,
    Move.OFFER_TO_ALL: Capability.HANDLE,
    Move.PUBLISH: Capability.REGISTER,
    Move.UNPUBLISH: Capability.REGISTER,
}
"""What each move takes; DECIDE and DECIDE_OFFER take what the level that is due takes
(`casework.approval`)."""

BY_WHO_HANDLES: Final = frozenset({*DRAFTS.values(), Move.SUBMIT, Move.ISSUE, Move.OFFER_TO_ALL})
"""What only they do who handle this very request, not everyone who could handle one."""

BY_APPLICANT: Final = frozenset({Move.RECEIVE_CORRECTION, Move.WITHDRAW, Move.DELIVERED})
"""What the applicant may do without an account of ours: with number and query code."""

PLANS: Final = {
    LetterKind.CORRECTION: (Capability.APPROVE_SECOND,),
    LetterKind.EXTENSION: (Capability.APPROVE_EXTENSION,),
    LetterKind.ANSWER: (
        Capability.APPROVE_FIRST,
        Capability.APPROVE_SECOND,
        Capability.APPROVE_FINAL,
    ),
    LetterKind.LAPSE: (Capability.APPROVE_SECOND,),
}
"""The levels that each kind of letter passes. The law asks for the head's approval of an extension
(Art. 33); for the others it is silent: three levels for an answer (三审三校), the head for the
rest."""

OFFERS: Final = (
    Offer(
        Move.CONFIRM,
        lazy("确认收到"),
        "第三十一条",
        lazy("1 个工作日内确认的，以确认之日为收到申请之日；晚于这天的，仍从提交之日起算。"),
    ),
    Offer(Move.ASSIGN, lazy("分办"), "第四十五条", lazy("交给一名承办人办理。")),
    Offer(
        Move.DRAFT_CORRECTION,
        lazy("要求补正"),
        "第三十条",
        lazy("一次说清，收到申请后 7 个工作日内发出；收到补正后重新计算答复期限。"),
    ),
    Offer(
        Move.RECEIVE_CORRECTION,
        lazy("登记补正"),
        "第三十条",
        lazy("答复期限从收到补正之日起重新计算。"),
    ),
    Offer(
        Move.DRAFT_EXTENSION,
        lazy("延长期限"),
        "第三十三条",
        lazy("只能一次，最多 20 个工作日，由公开办负责人批准并告知申请人。"),
    ),
    Offer(Move.DRAFT_ANSWER, lazy("起草答复"), "第三十六条", lazy("选择处理结果，起草告知书。")),
    Offer(
        Move.DRAFT_LAPSE,
        lazy("按放弃处理"),
        "第三十条",
        lazy("申请人无正当理由逾期不补正，不再处理；有没有正当理由由人判断。"),
    ),
    Offer(
        Move.SUBMIT,
        lazy("送审"),
        "第十七条",
        lazy("审批时不能修改；退回或者通过以后还可以改，改了要重新送审。"),
    ),
    Offer(Move.DECIDE, lazy("审批"), "第十七条", lazy("同意则进入下一级，退回则由承办人修改。")),
    Offer(Move.ISSUE, lazy("印发"), "第三十六条", lazy("编号、定稿，不能再改。")),
    Offer(
        Move.SEAL,
        lazy("存入盖章件"),
        "第四十五条",
        lazy("上传盖过章的扫描件；以后发给申请人、归档的就是这一份。"),
    ),
    Offer(Move.DISPATCH, lazy("寄出或送达"), "第三十三条", lazy("答复发出之日，期限停止计算。")),
    Offer(Move.DELIVERED, lazy("登记送达"), "第四十五条", lazy("记下申请人收到的日期。")),
    Offer(
        Move.CAME_BACK,
        lazy("登记退件"),
        "第四十五条",
        lazy("文书被退回，需要另行送达；期限照常计算。"),
    ),
    Offer(Move.WITHDRAW, lazy("登记撤回"), "国办公开办函〔2021〕30号", lazy("申请人撤回，结案。")),
    Offer(
        Move.VOID,
        lazy("作废登记"),
        "第四十五条",
        lazy("登记错误或重复登记，不计入统计；答复以后发现的也可以作废。"),
    ),
    Offer(Move.VOID_ENTRY, lazy("冲正"), "第四十五条", lazy("以一条冲正记录更正错误的记录。")),
    Offer(Move.NOTE, lazy("记事"), "第四十五条", lazy("只在单位内部可见。")),
    Offer(
        Move.OFFER_TO_ALL,
        lazy("公开这份答复"),
        "第四十四条",
        lazy("写一份去掉个人信息的公开版，送审；审批通过后发布，谁都能看到。"),
    ),
    Offer(
        Move.DECIDE_OFFER,
        lazy("审批公开版"),
        "第十七条",
        lazy("同意则进入下一级，退回则由承办人修改。"),
    ),
    Offer(Move.PUBLISH, lazy("发布公开版"), "第四十四条", lazy("发布到网站，谁都能看到、能搜到。")),
    Offer(
        Move.UNPUBLISH,
        lazy("撤下公开版"),
        "第十七条",
        lazy("网页上不再有内容，只写明撤下的日期和原因。"),
    ),
)
"""Every move, in the order of handling, as it is offered while nothing stands against it."""
