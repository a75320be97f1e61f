"""What the town, the city's government and its sports bureau were asked last year and this year."""

from typing import Final

from yangguang.demo.applicants import (
    BUILDER,
    CUI,
    FU,
    GE,
    INSTITUTE,
    JIN,
    KANG,
    LAWYERS,
    LEI,
    MENG,
    PARENTS,
    PEI,
    SHAO,
    TAO,
    TRAVEL,
    WEI,
)
from yangguang.demo.history.brief import answer, asked
from yangguang.demo.steps import Assigned, Corrected, CorrectionAsked, Delivered, Extended, Offered
from yangguang.demo.story import On
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition as D
from yangguang.law.own_record import Done
from yangguang.law.receipt import Channel

_TOWN: Final = "maxiaojun"
_CITY: Final = "luoxiaoyun"
_SPORTS: Final = "xiayuchen"

TOWN: Final = (
    asked(
        "lutang",
        MENG,
        On(2, 12, 16),
        "柳湾村 5 组机井维修的资金来源和验收单",
        Assigned(1, _TOWN),
        answer(
            13,
            D.PROVIDED,
            "柳湾村 5 组机井维修资金拨付单、验收单复印件。",
            by=Way.BY_HAND,
        ),
        by=Channel.ORAL,
        box=1,
    ),
    asked(
        "lutang",
        LEI,
        On(1, 2, 14),
        "迎春街雨污分流工程占用我家门前土地的补偿标准",
        Assigned(1, _TOWN),
        answer(15, D.PROVIDED, "迎春街雨污分流工程临时占地补偿方案。", by=Way.POST),
        by=Channel.POST,
        box=1,
    ),
    asked(
        "lutang",
        GE,
        On(1, 4, 3),
        "户口簿上我的出生日期登记错了，请更正",
        Assigned(1, _TOWN),
        answer(
            8,
            D.OWN_RECORD,
            Done.TOLD.value,
            "户籍登记由公安机关负责，请持户口簿到鹿塘派出所户籍窗口申请更正。",
            by=Way.BY_HAND,
        ),
        by=Channel.ORAL,
        box=1,
    ),
    asked(
        "lutang",
        JIN,
        On(1, 5, 15),
        "鹿塘镇 2024 年高龄津贴发放的人数、标准和总额",
        Assigned(1, _TOWN),
        answer(7, D.PROVIDED, "鹿塘镇 2024 年高龄津贴发放汇总表。", by=Way.POST),
        Offered(
            15,
            "鹿塘镇 2024 年高龄津贴发放情况",
            "鹿塘镇有多少老人领高龄津贴，标准是多少？",
            "2024 年鹿塘镇 80 周岁以上老人 1326 人领取高龄津贴：80 至 89 周岁每人每月 60 元，"
            "90 至 99 周岁每人每月 120 元，百岁以上每人每月 500 元，全年共发放 112.4 万元。",
        ),
        by=Channel.LETTER,
        box=1,
    ),
    asked(
        "lutang",
        TAO,
        On(1, 11, 19),
        "再次申请公开迎春街改造工程签证单、会议纪要的复印件",
        Assigned(1, _TOWN),
        answer(
            5,
            D.REPEATED,
            "本机关今年已经就同一内容答复并提供了复印件 84 页。",
            by=Way.BY_HAND,
        ),
        by=Channel.IN_PERSON,
        box=1,
    ),
    asked(
        "lutang",
        PEI,
        On(1, 12, 24),
        "鹿塘镇农村公厕改造的中标单位和验收情况",
        Assigned(1, _TOWN),
        answer(17, D.PROVIDED, "鹿塘镇农村公厕改造中标通知书、验收汇总表。", by=Way.POST),
        by=Channel.POST,
        box=2,
    ),
    asked(
        "lutang",
        WEI,
        On(0, 4, 7),
        "石桥村文化广场的材料",
        Assigned(1, _TOWN),
        CorrectionAsked(3, "请写明需要立项、招标、资金还是验收材料，哪一年的。"),
        Corrected(9, "就要和广场有关的，越全越好。"),
        answer(17, D.UNCLEAR_AFTER_CORRECTION, by=Way.POST),
        by=Channel.LETTER,
        box=2,
    ),
    asked(
        "lutang",
        LEI,
        On(0, 7, 1),
        "鹿塘镇集镇停车场收费收入的去向",
        Assigned(1, _TOWN),
        answer(
            18,
            D.NOT_OURS,
            "停车场由村集体经营，收支由村民委员会记录、保存，属于村务公开的事项。",
            "柳湾村村民委员会，地址：青岚市鹿塘镇柳湾村。",
            by=Way.POST,
        ),
        by=Channel.POST,
    ),
)
CITY: Final = (
    asked(
        "zhengfuban",
        CUI,
        On(0, 8, 11),
        "市政府网站 2026 年上半年留言的办理情况和满意度",
        Assigned(1, _CITY),
        answer(7, D.PROVIDED, "市政府网站 2026 年上半年网民留言办理情况统计表。"),
    ),
    asked(
        "zhengfuban",
        FU,
        On(1, 1, 23),
        "2024 年市长信箱来信的办理数量和按期答复率",
        Assigned(1, _CITY),
        answer(9, D.PROVIDED, "2024 年市长信箱来信办理情况统计表。"),
        box=1,
    ),
    asked(
        "zhengfuban",
        INSTITUTE,
        On(1, 3, 13),
        "2023 年以来市政府常务会议审议的议题目录",
        Assigned(1, _CITY),
        Extended(14, 10, "部分议题目录需要与承办部门核对能不能公开"),
        answer(
            25,
            D.PARTLY_PROVIDED,
            "2023 年至 2025 年 2 月市政府常务会议议题目录，共 214 项。",
            "11 项涉及人事管理的议题属于内部事务信息，依据《条例》第十六条第一款不予公开。",
        ),
        box=1,
    ),
    asked(
        "zhengfuban",
        TRAVEL,
        On(1, 7, 24),
        "2025 年青岚湖旅游节的经费预算和赞助协议",
        Assigned(1, _CITY),
        answer(
            11,
            D.NOT_OURS,
            "旅游节由文化和旅游主管部门主办，预算和协议由其制作、保存。",
            "青岚市文化和旅游局，地址：青岚市长宁区文昌街 2 号。",
        ),
        box=1,
    ),
    asked(
        "zhengfu",
        KANG,
        On(1, 11, 11),
        "我提出的行政复议案件里，被申请人向复议机关提交的全部证据",
        Assigned(1, _CITY),
        answer(
            7,
            D.OTHER,
            "您是这件行政复议案件的申请人，要的是案卷材料：请依照《行政复议法》，向审理这件案件的"
            "行政复议机构申请查阅、复制被申请人提交的证据。",
        ),
        box=1,
    ),
    asked(
        "zhengfuban",
        PARENTS,
        On(1, 12, 11),
        "市级民生实事项目 2025 年的完成情况和评价结果",
        Assigned(1, _CITY),
        answer(16, D.PROVIDED, "2025 年十项民生实事项目完成情况通报、群众评价得分表。"),
        Delivered(20),
        box=2,
    ),
    asked(
        "zhengfuban",
        SHAO,
        On(0, 2, 25),
        "市政府办公室 2025 年公务用车的数量和运行费用",
        Assigned(1, _CITY),
        answer(
            6,
            D.ALREADY_PUBLIC,
            "2025 年度部门决算“三公”经费表，已在青岚市人民政府网站“财政资金”栏目公布。",
        ),
        box=2,
    ),
    asked(
        "zhengfuban",
        BUILDER,
        On(0, 6, 9),
        "老城改造项目社会资本方的遴选办法",
        Assigned(1, _CITY),
        answer(15, D.PROVIDED, "老城改造项目社会资本方遴选办法（试行）。"),
    ),
    asked(
        "zhengfu",
        LAWYERS,
        On(1, 6, 20),
        "青政〔2023〕45 号文件涉及的征收决定和补偿安置方案",
        Assigned(1, _CITY),
        answer(
            12,
            D.PROVIDED,
            "房屋征收决定公告、征收补偿安置方案。",
            by=Way.POST,
        ),
        by=Channel.POST,
        box=1,
    ),
    asked(
        "zhengfu",
        CUI,
        On(0, 3, 19),
        "青岚市碳达峰实施方案的任务分解表",
        Assigned(1, _CITY),
        answer(8, D.PROVIDED, "青岚市碳达峰实施方案重点任务分解表。"),
        Offered(
            13,
            "青岚市碳达峰任务怎样分工",
            "碳达峰的各项任务由哪些部门负责，什么时候完成？",
            "实施方案共 42 项任务，由 17 个部门牵头，其中能源、工业、建筑、交通四个领域 26 项；"
            "31 项在 2027 年底前完成，11 项在 2030 年前完成。",
        ),
    ),
    asked(
        "tiyu",
        FU,
        On(0, 4, 22),
        "市体育中心游泳馆 2026 年低免开放的时段和名额",
        Assigned(1, _SPORTS),
        answer(
            5,
            D.PROVIDED,
            "市体育中心游泳馆 2026 年低免开放时段表；每天 14:00—16:00，每场 120 人。",
        ),
        Delivered(8),
    ),
)
