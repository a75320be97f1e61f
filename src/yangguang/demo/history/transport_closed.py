"""What the transport bureau has brought to an end, in the ways in which a request can end."""

from typing import Final

from yangguang.demo.applicants import (
    BUILDER,
    DUAN,
    GREEN,
    INSTITUTE,
    LAWYERS,
    LIN,
    LOGISTICS,
    MI,
    NIE,
    PEI,
    TANG,
    XU,
    YAO,
)
from yangguang.demo.steps import (
    Answered,
    Assigned,
    CorrectionAsked,
    Delivered,
    Disputed,
    Lapsed,
    Voided,
    Withdrawn,
)
from yangguang.demo.story import Asked
from yangguang.inforequests.application import Form, Receiving
from yangguang.inforequests.events import VoidReason, Way
from yangguang.law.dispositions import Disposition
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind

_HERE: Final = "jiaotong"
_PERSON: Final = ApplicantKind.NATURAL_PERSON
_LI: Final = "liwenjing"
_ZHOU: Final = "zhouzihang"
_TENDER: Final = (
    "长宁路改造一期工程施工招标公告（摘录）",
    "长宁路改造一期工程已经批准建设，建设资金来自市级财政，现对施工进行公开招标。",
    "工程范围：长宁路（和平路至湖滨路段）道路拓宽、雨水管道更新、人行道和照明，全长 2.4 公里；"
    "计划工期 300 日历天。",
    "投标人应当具有市政公用工程施工总承包二级以上资质，近五年完成过一项长度 2 公里以上的"
    "城市道路改造工程。本次招标不接受联合体投标。",
    "评标办法：综合评估法，技术标 40 分，商务标 60 分。",
)

CLOSED: Final = (
    Asked(
        _HERE,
        _PERSON,
        LIN,
        "长宁路改造一期工程的施工招标文件",
        came=44,
        steps=(
            Assigned(43, _LI),
            Answered(
                34,
                Disposition.PROVIDED,
                {"material": "长宁路改造一期工程施工招标公告（摘录），电子文件一份，见附件。"},
                enclosed=_TENDER,
            ),
            Delivered(31),
        ),
        shows="已经答复：长宁路改造一期工程的施工招标文件",
    ),
    Asked(
        _HERE,
        ApplicantKind.BUSINESS,
        BUILDER,
        "湖滨路东延工程各投标单位的投标文件",
        came=42,
        steps=(
            Assigned(41, _ZHOU),
            Answered(
                26,
                Disposition.THIRD_PARTY_RIGHTS,
                {
                    "consultation": "已书面征求五家投标单位的意见，均以含有施工工艺和报价组成"
                    "等商业秘密为由不同意公开。"
                },
                way=Way.POST,
            ),
        ),
        channel=Channel.POST,
        form=Form.PAPER,
        receiving=Receiving.POST,
    ),
    Asked(
        _HERE,
        ApplicantKind.RESEARCH,
        INSTITUTE,
        "2024 年市区主要路口分时段车流量监测数据",
        came=40,
        steps=(
            Assigned(39, _LI),
            Answered(
                25,
                Disposition.PARTLY_PROVIDED,
                {
                    "material": "2024 年市区 36 个主要路口的分时段车流量汇总表。",
                    "withheld_grounds": "涉及重点目标警卫路线的 4 个路口的数据，公开后可能"
                    "危及公共安全，依据《条例》第十四条不予公开。",
                },
            ),
            Delivered(22),
            Disputed(4, "青岚市人民政府", "青政复受〔2026〕12号"),
        ),
        purpose="城市交通模型标定",
    ),
    Asked(
        _HERE,
        _PERSON,
        DUAN,
        "公交集团票价调整方案的内部讨论稿和历次修改稿",
        came=38,
        steps=(
            Assigned(37, _ZHOU),
            Answered(
                27,
                Disposition.PROCESS_INFORMATION,
                {
                    "closed_reasons": "内部讨论稿和历次修改稿是票价调整方案成稿之前的过程稿，"
                    "没有法律、法规、规章规定应当公开；正式方案经听证后会向社会公布。"
                },
            ),
        ),
    ),
    Asked(
        _HERE,
        _PERSON,
        YAO,
        "交通方面的项目材料",
        came=37,
        steps=(
            Assigned(36, _LI),
            CorrectionAsked(32, "请写明项目的名称或者所在的道路，以及需要哪一个环节的材料。"),
            Lapsed(14),
        ),
    ),
    Asked(
        _HERE,
        _PERSON,
        LIN,
        "长宁路改造一期工程的施工招标文件",
        came=30,
        steps=(
            Assigned(29, _LI),
            Answered(
                26,
                Disposition.REPEATED,
                {"earlier_answer": "本机关已经就同一内容作出政府信息公开告知书，并提供了文件。"},
            ),
        ),
    ),
    Asked(
        _HERE,
        _PERSON,
        XU,
        "要求处理长宁路工地夜间施工扰民、追究监理责任并公开处理结果",
        came=33,
        steps=(
            Assigned(32, _ZHOU),
            Answered(
                24,
                Disposition.PETITION,
                {
                    "right_channel": "夜间施工扰民可以拨打 12345 政务服务便民热线，或者向"
                    "长宁区城市管理局反映。"
                },
                way=Way.POST,
            ),
        ),
        channel=Channel.LETTER,
        form=Form.PAPER,
        receiving=Receiving.POST,
    ),
    Asked(
        _HERE,
        ApplicantKind.PUBLIC_INTEREST,
        GREEN,
        "青岚市慢行交通系统专项规划（2023—2030 年）",
        came=29,
        steps=(
            Assigned(28, _LI),
            Answered(
                27,
                Disposition.ALREADY_PUBLIC,
                {
                    "where_published": "青岚市人民政府网站“政府信息公开”专栏，市交通运输局"
                    "“规划信息”栏目，可以在线查看和下载。"
                },
            ),
            Delivered(24),
        ),
    ),
    Asked(
        _HERE,
        ApplicantKind.LEGAL_SERVICES,
        LAWYERS,
        "2022 年青岚市出租汽车驾驶员从业资格考试作弊案件的处理卷宗",
        came=35,
        steps=(
            Assigned(34, _ZHOU),
            Answered(
                21,
                Disposition.ENFORCEMENT_FILES,
                {
                    "closed_reasons": "该卷宗是本机关查处考试作弊案件形成的行政执法案卷，"
                    "没有法律、法规、规章规定应当公开；当事人可以依法申请查阅案卷。"
                },
                way=Way.POST,
            ),
        ),
        channel=Channel.POST,
        form=Form.PAPER,
        receiving=Receiving.POST,
    ),
    Asked(
        _HERE,
        _PERSON,
        NIE,
        "2025 年春运期间临时加班车辆的审批表",
        came=21,
        steps=(
            Assigned(20, _LI),
            Withdrawn(17, "已经在车站公告里看到了，不需要了，谢谢。"),
        ),
    ),
    Asked(
        _HERE,
        _PERSON,
        MI,
        "文昌街路内停车泊位的收费批准文件",
        came=19,
        steps=(
            Assigned(18, _LI),
            Answered(
                12,
                Disposition.NOT_OURS,
                {
                    "why_not_ours": "停车收费标准由价格主管部门制定。",
                    "holder": "青岚市发展和改革委员会，地址：青岚市长宁区人民路 3 号。",
                },
            ),
        ),
        shows="已经答复：文昌街停车收费的批准文件",
    ),
    Asked(
        _HERE,
        ApplicantKind.BUSINESS,
        LOGISTICS,
        "青岚市城市配送车辆通行证的核发条件、办理流程和 2025 年核发数量",
        came=2,
        steps=(Voided(1, VoidReason.TWICE),),
        channel=Channel.FAX,
    ),
    Asked(
        _HERE,
        _PERSON,
        PEI,
        "鹿塘镇客运站历年租赁合同",
        came=41,
        steps=(
            Assigned(40, _ZHOU),
            Answered(
                30,
                Disposition.DOES_NOT_EXIST,
                {
                    "search_where": "局档案室 2005 年以来的合同目录、运输管理科台账",
                    "search_words": "“鹿塘镇”“客运站”“租赁”：没有相符的合同。",
                },
                way=Way.BY_HAND,
            ),
        ),
        channel=Channel.IN_PERSON,
        form=Form.PAPER,
        receiving=Receiving.IN_PERSON,
    ),
    Asked(
        _HERE,
        _PERSON,
        TANG,
        "《青岚交通》2024 年合订本",
        came=32,
        steps=(
            Assigned(31, _LI),
            Answered(
                28,
                Disposition.PUBLICATION,
                {"where_sold": "《青岚交通》是公开发行的刊物，市图书馆三楼阅览室可以查阅。"},
            ),
        ),
    ),
)
