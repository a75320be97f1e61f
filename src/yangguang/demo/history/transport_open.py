"""What lies on the desks of the transport bureau: every part of the queue has something in it."""

from typing import Final

from yangguang.demo.applicants import (
    BAI,
    BUILDER,
    DUAN,
    GREEN,
    INSTITUTE,
    LAWYERS,
    LIN,
    LOGISTICS,
    MI,
    NIE,
    TANG,
    VILLAGE,
    XU,
    YAO,
)
from yangguang.demo.steps import (
    Answered,
    Assigned,
    CameBack,
    Corrected,
    CorrectionAsked,
    Extended,
    Far,
    Noted,
    Referred,
    Split,
)
from yangguang.demo.story import Asked
from yangguang.inforequests.application import Form, Receiving
from yangguang.inforequests.events import Way
from yangguang.inforequests.secrecy import Referee
from yangguang.law.dispositions import Disposition
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind

_HERE: Final = "jiaotong"
_PERSON: Final = ApplicantKind.NATURAL_PERSON
_BUSINESS: Final = ApplicantKind.BUSINESS
_LI: Final = "liwenjing"
_ZHOU: Final = "zhouzihang"

OPEN: Final = (
    Asked(
        _HERE,
        _PERSON,
        NIE,
        "2025 年公交 18 路、26 路调整走向前的客流调查报告和听取意见的情况",
        came=1,
    ),
    Asked(
        _HERE,
        _BUSINESS,
        LOGISTICS,
        "青岚市城市配送车辆通行证的核发条件、办理流程和 2025 年核发数量",
        came=2,
        channel=Channel.EMAIL,
        purpose="安排公司新购车辆办证",
    ),
    Asked(
        _HERE,
        _PERSON,
        MI,
        "文昌街共享单车停放区的划定方案和依据",
        came=1,
        channel=Channel.ORAL,
        form=Form.PAPER,
        receiving=Receiving.IN_PERSON,
    ),
    Asked(
        _HERE,
        ApplicantKind.RESEARCH,
        INSTITUTE,
        "2021 年至 2025 年青岚市轨道交通接驳公交线路的年度客运量",
        came=4,
        steps=(
            Assigned(3, _LI),
            Noted(2, "已请运输管理科核对 2021、2022 两年的统计口径，预计本周内回复。"),
        ),
        purpose="城市交通规划课题研究",
    ),
    Asked(
        _HERE,
        _PERSON,
        TANG,
        "槐荫里东口新设公交站的选址论证材料和施工许可文件",
        came=16,
        steps=(Assigned(15, _LI),),
    ),
    Asked(
        _HERE,
        _PERSON,
        XU,
        "长宁路 112 号门前道路拓宽工程的占道施工许可决定书",
        came=22,
        steps=(
            Assigned(21, _ZHOU),
            Noted(6, "工程科答复称原件在档案室整理，已催办两次；注意答复期限。"),
        ),
        channel=Channel.POST,
        form=Form.PAPER,
        receiving=Receiving.POST,
    ),
    Asked(
        _HERE,
        _PERSON,
        YAO,
        "站前路修路的有关文件",
        came=6,
        steps=(
            Assigned(5, _LI),
            CorrectionAsked(
                4, "请写明站前路修路的起止路段、施工时间，以及需要的是规划、招标还是验收文件。"
            ),
        ),
        shows="等您补正：站前路修路的有关文件",
    ),
    Asked(
        _HERE,
        ApplicantKind.PUBLIC_INTEREST,
        GREEN,
        "公交车新能源更新情况",
        came=14,
        steps=(
            Assigned(13, _ZHOU),
            CorrectionAsked(10, "请写明需要哪几个年度、哪一类车辆的更新情况。"),
            Corrected(5, "需要 2023 年至 2025 年市区公交车的新能源更新计划和每年更新的车辆数。"),
        ),
    ),
    Asked(
        _HERE,
        _PERSON,
        DUAN,
        "人民路公交专用道启用前的交通影响评估报告",
        came=12,
        steps=(
            Assigned(11, _LI),
            Answered(
                2,
                Disposition.PROVIDED,
                {"material": "《人民路公交专用道交通影响评估报告》全文，电子文件一份。"},
                far=Far.SUBMITTED,
            ),
        ),
    ),
    Asked(
        _HERE,
        _BUSINESS,
        BUILDER,
        "湖滨路东延工程监理招标的评标委员会成员名单和评分明细",
        came=13,
        steps=(
            Assigned(12, _ZHOU),
            Answered(
                1,
                Disposition.PARTLY_PROVIDED,
                {
                    "material": "监理招标的评标报告和各投标人总得分。",
                    "withheld_grounds": "评标委员会成员的姓名和各人打分，属于依法应当保密的"
                    "评标过程信息，依据《条例》第十六条第二款不予公开。",
                },
                far=Far.FIRST,
            ),
        ),
    ),
    Asked(
        _HERE,
        _PERSON,
        BAI,
        "学府路中小学周边限速 30 公里措施的论证会会议纪要",
        came=17,
        steps=(
            Assigned(16, _LI),
            Answered(
                3,
                Disposition.PROCESS_INFORMATION,
                {
                    "closed_reasons": "论证会会议纪要记录的是措施出台前各方的讨论意见，属于讨论"
                    "记录，没有法律、法规、规章规定应当公开；正式通告可在本机关网站查询。"
                },
                far=Far.SECOND,
                returned="请补充说明会议纪要为什么属于讨论记录，并告知正式文件的查询途径。",
            ),
        ),
    ),
    Asked(
        _HERE,
        ApplicantKind.LEGAL_SERVICES,
        LAWYERS,
        "2023 年以来网络预约出租汽车行政处罚自由裁量基准的历次修订文本",
        came=18,
        steps=(
            Assigned(17, _ZHOU),
            Extended(1, 15, "历次修订文本分散在三个科室，需要逐一核对效力", far=Far.SUBMITTED),
        ),
    ),
    Asked(
        _HERE,
        _PERSON,
        LIN,
        "长宁路改造二期工程的施工图审查合格书",
        came=15,
        steps=(
            Assigned(14, _LI),
            Answered(
                3,
                Disposition.NOT_OURS,
                {
                    "why_not_ours": "该信息由房屋征收部门制作和保存。",
                    "holder": "青岚市住房和城乡建设局，地址：青岚市长宁区建设路 8 号。",
                },
                far=Far.APPROVED,
            ),
        ),
    ),
    Asked(
        _HERE,
        _PERSON,
        TANG,
        "2024 年道路客运企业质量信誉考核结果",
        came=18,
        steps=(
            Assigned(17, _ZHOU),
            Answered(
                4,
                Disposition.ALREADY_PUBLIC,
                {
                    "where_published": "青岚市人民政府网站“政府信息公开”专栏，市交通运输局"
                    "“法定主动公开内容”之“监督检查”栏目。"
                },
                far=Far.ISSUED,
                way=Way.POST,
            ),
        ),
        channel=Channel.LETTER,
        receiving=Receiving.POST,
        form=Form.PAPER,
    ),
    Asked(
        _HERE,
        ApplicantKind.OTHER,
        VILLAGE,
        "柳湾村通村公路提级改造项目的立项批复和资金下达文件",
        came=24,
        steps=(
            Assigned(23, _LI),
            Extended(8, 20, "立项和资金文件涉及市县两级多个单位，调取原件需要时间"),
        ),
        channel=Channel.IN_PERSON,
        form=Form.PAPER,
        receiving=Receiving.IN_PERSON,
        shows="延长了期限：柳湾村通村公路项目的文件",
    ),
    Asked(
        _HERE,
        _PERSON,
        XU,
        "长宁路沿线商户停业补偿标准的制定依据",
        came=27,
        steps=(
            Assigned(26, _ZHOU),
            Answered(
                14,
                Disposition.DOES_NOT_EXIST,
                {
                    "search_where": "办公室收发文系统、工程科档案（2022 年至今）",
                    "search_words": "“停业补偿”“商户补偿”：没有相符的文件。",
                },
                way=Way.POST,
            ),
            CameBack(3),
        ),
        channel=Channel.POST,
        form=Form.PAPER,
        receiving=Receiving.POST,
    ),
    Asked(
        _HERE,
        _PERSON,
        XU,
        "湖滨隧道养护合同和 2025 年养护费用；人民路公交专用道的设计图",
        came=9,
        steps=(
            Assigned(8, _ZHOU),
            Split(
                7,
                (
                    "湖滨隧道养护合同和 2025 年养护费用",
                    "人民路公交专用道的设计图",
                ),
            ),
        ),
    ),
    Asked(
        _HERE,
        ApplicantKind.RESEARCH,
        INSTITUTE,
        "湖滨隧道结构监测 2025 年度报告",
        came=14,
        steps=(
            Assigned(13, _LI),
            Answered(
                6,
                Disposition.PARTLY_PROVIDED,
                {
                    "material": "《湖滨隧道结构监测 2025 年度报告》正文。",
                    "withheld_grounds": "附图标有隧道控制设备的位置，公开后可能危及公共安全，"
                    "依据条例第十四条不予公开。",
                },
                far=Far.SECOND,
            ),
            Referred(
                4,
                Referee.SECRECY_AUTHORITY,
                "送青岚市国家保密局：正文第 12 页的监测点位表能不能公开，请予确定。",
            ),
        ),
    ),
)
