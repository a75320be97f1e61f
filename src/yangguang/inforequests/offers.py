"""Every move as it is offered on a page: its verb, its article, what follows from it."""

from typing import Final

from django.utils.translation import gettext_lazy as lazy

from yangguang.inforequests.moves import Move, Offer

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
    Offer(
        Move.DRAFT_REASONS,
        lazy("要求说明理由"),
        "第三十五条",
        lazy("申请的数量、频次明显超过合理范围时用；答复期限照常计算。"),
    ),
    Offer(
        Move.RECEIVE_REASONS,
        lazy("登记说明的理由"),
        "第三十五条",
        lazy("理由合不合理由人判断；答复期限照常计算。"),
    ),
    Offer(
        Move.DRAFT_DELAY,
        lazy("延迟答复"),
        "第三十五条",
        lazy("理由合理、但是不能按期答复的，写明延迟到哪一天，并告知申请人。"),
    ),
    Offer(
        Move.DRAFT_FEE,
        lazy("通知缴费"),
        "第四十二条",
        lazy("按件或者按页，只能用一种；在答复期限内发出，缴清以后重新计算答复期限。"),
    ),
    Offer(
        Move.FEE_NOTICE_RECEIVED,
        lazy("登记收到收费通知"),
        "国办函〔2020〕109号",
        lazy("申请人从收到的次日起，有 20 个工作日缴费。"),
    ),
    Offer(
        Move.RECEIVE_FEE,
        lazy("登记缴费"),
        "国办函〔2020〕109号",
        lazy("记下非税票据号；答复期限从下一个工作日起重新计算。"),
    ),
    Offer(
        Move.DRAFT_FEE_WAIVER,
        lazy("减免收费"),
        "国办函〔2020〕109号",
        lazy("缴清以前可以减收或者免收，写明理由；免收的，答复期限按没有通知过缴费计算。"),
    ),
    Offer(Move.DRAFT_ANSWER, lazy("起草答复"), "第三十六条", lazy("选择处理结果，起草告知书。")),
    Offer(
        Move.DRAFT_THIRD_PARTY,
        lazy("征求第三方意见"),
        "第三十二条",
        lazy("涉及第三方商业秘密、个人隐私的，书面征求；等待的时间不计入答复期限。"),
    ),
    Offer(
        Move.DRAFT_CO_PRODUCER,
        lazy("征求其他机关意见"),
        "第三十四条",
        lazy("与其他机关共同制作的信息，征求其意见；等待的时间不计入答复期限。"),
    ),
    Offer(
        Move.CONSULTATION_RECEIVED,
        lazy("登记对方收到"),
        "第三十二条",
        lazy("记下对方收到征求意见书之日，15 个工作日从这天起算。"),
    ),
    Offer(
        Move.CONSULTATION_ANSWERED,
        lazy("登记对方意见"),
        "第三十二条",
        lazy("收到意见之后，答复期限继续计算。"),
    ),
    Offer(
        Move.DRAFT_THIRD_PARTY_NOTICE,
        lazy("告知第三方决定公开"),
        "第三十二条",
        lazy("第三方不同意、仍决定公开的，先书面告知其公开的内容和理由。"),
    ),
    Offer(
        Move.DRAFT_CO_PRODUCER_NOTICE,
        lazy("告知其他机关决定公开"),
        "第三十四条",
        lazy("其他机关不同意、仍决定公开的，由科室负责人写明理由作决定，并告知对方。"),
    ),
    Offer(
        Move.DRAFT_LAPSE,
        lazy("按放弃处理"),
        "第三十条、国办函〔2020〕109号",
        lazy("申请人逾期不补正或者不缴费，不再处理；不补正有没有正当理由由人判断。"),
    ),
    Offer(
        Move.SUBMIT,
        lazy("送审"),
        "第十七条",
        lazy("审批时不能修改；退回或者通过以后还可以改，改了要重新送审。"),
    ),
    Offer(
        Move.REFER_SECRECY,
        lazy("送请确定密级"),
        "第十七条",
        lazy("不能确定能不能公开的，送有关主管部门或者保密行政管理部门；答复期限照常计算。"),
    ),
    Offer(
        Move.SECRECY_ANSWER,
        lazy("登记确定结果"),
        "第十七条",
        lazy("收到答复后，保密审查接着进行；确定不能公开的，只能退回修改。"),
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
    Offer(
        Move.REEXAMINE,
        lazy("复查"),
        "第十八条",
        lazy("看看没有公开的理由还成不成立；已经消失的，列入可以公开的信息。"),
    ),
    Offer(
        Move.SPLIT,
        lazy("拆分办理"),
        "第四十五条",
        lazy("含有几件事的，拆成几件，各有编号、各自答复；收到日期和答复期限不变。"),
    ),
    Offer(
        Move.JOIN,
        lazy("合并办理"),
        "第四十五条",
        lazy("和另一件一起办：互相列出，可以一起起草；各自统计、各自答复。"),
    ),
    Offer(Move.SEPARATE, lazy("不再合并"), "第四十五条", lazy("两件分开办理，记录保留。")),
    Offer(Move.WITHDRAW, lazy("登记撤回"), "国办公开办函〔2021〕30号", lazy("申请人撤回，结案。")),
    Offer(
        Move.OPEN_DISPUTE,
        lazy("登记复议、诉讼"),
        "第五十一条",
        lazy("记下收到的通知，算出本机关提交答复、答辩的期限。"),
    ),
    Offer(
        Move.STATE_IN_DISPUTE,
        lazy("登记提交答复、答辩"),
        "第五十一条",
        lazy("记下本机关把答复书、答辩状和证据提交出去的日期。"),
    ),
    Offer(
        Move.DECIDE_DISPUTE,
        lazy("登记决定、裁判"),
        "第五十一条",
        lazy("记下结果；要求重新答复的，申请重新打开，按决定的期限办理。"),
    ),
    Offer(
        Move.APPEAL_DISPUTE,
        lazy("登记上诉"),
        "第五十一条",
        lazy("一审判决不生效，以二审的裁判为准。"),
    ),
    Offer(
        Move.RETRY_DISPUTE,
        lazy("登记再审"),
        "第五十一条",
        lazy("生效的裁判先不执行，案件重新算作没有审结。"),
    ),
    Offer(
        Move.VOID,
        lazy("作废登记"),
        "第四十五条",
        lazy("登记错误或重复登记，不计入统计；答复以后发现的也可以作废。"),
    ),
    Offer(Move.VOID_ENTRY, lazy("冲正"), "第四十五条", lazy("以一条冲正记录更正错误的记录。")),
    Offer(
        Move.FILE,
        lazy("归档"),
        "第四十五条",
        lazy("定保管期限，编盒号、件号；编错了可以冲正后重新归档。"),
    ),
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
