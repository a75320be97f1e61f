"""What the transport bureau was asked this year, before what still lies on its desks."""

from typing import Final

from yangguang.demo.applicants import (
    BAI,
    CUI,
    DUAN,
    FU,
    GREEN,
    INSTITUTE,
    JIN,
    LAWYERS,
    MI,
    PAN,
    PARENTS,
    QIN,
    SHAO,
    TAO,
)
from yangguang.demo.history.brief import answer, asked
from yangguang.demo.steps import (
    Assigned,
    Delivered,
    Noted,
    Offered,
    Struck,
    Withdrawn,
)
from yangguang.demo.story import On
from yangguang.inforequests.events import Way, What
from yangguang.law.dispositions import Disposition as D
from yangguang.law.receipt import Channel

_HERE: Final = "jiaotong"
_LI: Final = "liwenjing"
_ZHOU: Final = "zhouzihang"

THIS_YEAR: Final = (
    asked(
        _HERE,
        FU,
        On(0, 1, 9),
        "2025 年市区道路坑槽修补的次数和平均修补时间",
        Assigned(1, _LI),
        answer(
            15,
            D.NEEDS_CREATION,
            "道路养护巡查系统、工程科月报（2025 年）",
            "“坑槽”“修补”：有逐日的巡查记录，没有次数和平均时间的统计。",
        ),
        box=3,
    ),
    asked(
        _HERE,
        BAI,
        On(0, 1, 20),
        "学府路小学门前限时停车的方案和试行评估",
        Assigned(1, _ZHOU),
        answer(9, D.PROVIDED, "学府路小学门前限时停车试行方案、三个月试行评估报告。"),
        Offered(
            18,
            "学府路小学门前限时停车试行的效果",
            "学校门前限时停车试行以后，上学放学时段堵不堵？",
            "试行三个月，上学时段平均排队长度由 310 米减到 120 米，放学时段由 260 米减到 140 米；"
            "没有发生交通事故。试行方案和评估报告已经公布在市交通运输局网站。",
        ),
        box=3,
    ),
    asked(
        _HERE,
        TAO,
        On(0, 2, 4),
        "站前路修理铺门前划停车位的决定是谁作出的",
        Assigned(1, _LI),
        answer(
            8,
            D.NOT_GOVERNMENT_INFORMATION,
            "您提出的是咨询，不是对已有政府信息的申请。停车位由市公安局交警支队会同城管部门划定，"
            "可以拨打 0990-1236601 咨询。",
            by=Way.POST,
        ),
        by=Channel.LETTER,
        box=3,
    ),
    asked(
        _HERE,
        INSTITUTE,
        On(0, 2, 26),
        "2025 年公交线网优化后各线路的准点率",
        Assigned(1, _ZHOU),
        answer(16, D.PROVIDED, "2025 年 58 条公交线路的月度准点率表，电子文件一份。"),
        Delivered(19),
        Offered(
            24,
            "2025 年市区公交线路的准点率",
            "公交线网优化以后，各线路的准点率是多少？",
            "2025 年市区 58 条公交线路全年平均准点率 91.3%，优化前的 2024 年为 86.7%。准点率最高"
            "的是 3 路（97.2%），最低的是 26 路（79.8%）。",
        ),
        box=3,
    ),
    asked(
        _HERE,
        SHAO,
        On(0, 3, 11),
        "建设路高架声屏障工程的环境影响报告表",
        Assigned(1, _LI),
        answer(
            7,
            D.NOT_OURS,
            "建设项目环境影响报告表由生态环境主管部门审批、保存。",
            "青岚市生态环境局，地址：青岚市长宁区湖滨路 22 号。",
        ),
        box=3,
    ),
    asked(
        _HERE,
        GREEN,
        On(0, 3, 25),
        "2026 年新增自行车道的里程计划和路段",
        Assigned(1, _LI),
        answer(6, D.PROVIDED, "2026 年慢行系统建设计划中自行车道的路段和里程表。"),
        Offered(
            10,
            "2026 年新增自行车道的路段和里程",
            "今年新修哪些自行车道，一共多少公里？",
            "2026 年计划新增自行车道 27.6 公里：和平路 4.2 公里、学府路 3.1 公里、湖滨路 8.5 公里、"
            "建设路 6.0 公里、站前路 5.8 公里，年底前完工。",
        ),
        box=3,
    ),
    asked(
        _HERE,
        JIN,
        On(0, 4, 9),
        "槐荫里公交站加装座椅的计划",
        Assigned(1, _ZHOU),
        answer(
            12,
            D.PROVIDED,
            "2026 年公交候车设施改造计划，槐荫里站排在第二批，六月底前装好。",
            by=Way.POST,
        ),
        by=Channel.ORAL,
        box=3,
    ),
    asked(
        _HERE,
        LAWYERS,
        On(0, 4, 21),
        "2025 年度交通运输行政处罚案件的立案数、结案数和罚没款总额",
        Assigned(1, _ZHOU),
        answer(
            5,
            D.ALREADY_PUBLIC,
            "《2025 年度行政执法统计年报》已在青岚市人民政府网站“行政执法公示”栏目公布。",
            by=Way.POST,
        ),
        by=Channel.POST,
        box=3,
    ),
    asked(
        _HERE,
        PARENTS,
        On(0, 5, 12),
        "校车使用许可的发放名单和每辆校车的定期检验情况",
        Assigned(1, _LI),
        answer(
            17,
            D.PARTLY_PROVIDED,
            "2026 年春季学期校车使用许可名单、校车定期检验结果。",
            "校车驾驶员的姓名和身份证件号码属于个人隐私，依据《条例》第十五条不予公开。",
        ),
    ),
    asked(
        _HERE,
        QIN,
        On(0, 5, 27),
        "和平路雨水管道改造后的排水能力检测报告",
        Assigned(1, _LI),
        Noted(4, "申请人来电问进度，已告知在六月下旬前答复。"),
        answer(
            13,
            D.PROVIDED,
            "和平路雨水管道改造工程排水能力检测报告，电子文件一份。",
        ),
        Delivered(17),
    ),
    asked(
        _HERE,
        PAN,
        On(0, 6, 10),
        "望湖里公交首末站搬迁的选址意见书",
        Assigned(1, _ZHOU),
        Withdrawn(3, "写错机关了，我去问自然资源局。"),
        Struck(4, What.WITHDRAWN),
        answer(
            10,
            D.NOT_OURS,
            "选址意见书由自然资源主管部门核发。",
            "青岚市自然资源和规划局，地址：青岚市长宁区湖滨路 18 号。",
        ),
    ),
    asked(
        _HERE,
        CUI,
        On(0, 6, 24),
        "公交学生卡在假期不打折的规定",
        Assigned(1, _LI),
        answer(
            5,
            D.ALREADY_PUBLIC,
            "《青岚市公共汽车票价优惠办法》第八条，已在青岚市人民政府网站公布。",
        ),
    ),
    asked(
        _HERE,
        MI,
        On(0, 7, 8),
        "文昌街早市占道经营期间公交改道的通知",
        Assigned(1, _ZHOU),
        answer(9, D.PROVIDED, "关于文昌街早市期间公交 5 路、9 路临时改道的通知。"),
        Delivered(12),
    ),
    asked(
        _HERE,
        DUAN,
        On(0, 7, 22),
        "人民路下穿通道积水点的治理方案和监控设备清单",
        Assigned(1, _LI),
        answer(
            23,
            D.PROVIDED,
            "人民路下穿通道积水点治理方案、水位监测设备清单。",
        ),
    ),
)
