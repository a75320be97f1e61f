"""What the transport bureau's handlers have to see to today: what falls due, what is to be opened.

Reckoned from a working day: due in five, three and one working days, and three that are late.
"""

from typing import Final

from yangguang.demo.applicants import (
    BAI,
    COLLEGE,
    CUI,
    GREEN,
    HUO,
    JIN,
    LEI,
    PAN,
    PARENTS,
    PROPERTY,
    QIN,
    SHAO,
    TRAVEL,
)
from yangguang.demo.history.brief import answer, asked
from yangguang.demo.steps import Assigned, Delivered, Extended, Far, Noted, Offered
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition as D
from yangguang.law.receipt import Channel

_HERE: Final = "jiaotong"
_LI: Final = "liwenjing"
_ZHOU: Final = "zhouzihang"

DESK: Final = (
    asked(
        _HERE,
        QIN,
        15,
        "和平路早高峰公交专用道的执法记录汇总和投诉办理情况",
        Assigned(14, _LI),
        Noted(7, "执法记录在支队，已发函调取。"),
    ),
    asked(
        _HERE,
        HUO,
        17,
        "滨江路非机动车道隔离护栏的采购价格和供应商",
        Assigned(16, _LI),
    ),
    asked(
        _HERE,
        SHAO,
        19,
        "建设路高架桥维修期间公交绕行方案的公示材料",
        Assigned(18, _LI),
        Noted(3, "绕行方案已找到，还差公示截图；明天必须送审。"),
    ),
    asked(
        _HERE,
        PROPERTY,
        19,
        "安居花园门前道路移交市政管养的协议",
        Assigned(18, _ZHOU),
    ),
    asked(
        _HERE,
        JIN,
        21,
        "敬老卡充值点撤销以后的服务安排",
        Assigned(20, _LI),
        Noted(2, "公交集团今天才回函，已经超期一天，抓紧答复并向申请人致歉。"),
        by=Channel.ORAL,
    ),
    asked(
        _HERE,
        LEI,
        26,
        "鹿塘镇至市区城乡公交的票价成本和补贴协议",
        Assigned(25, _ZHOU),
        by=Channel.LETTER,
    ),
    asked(
        _HERE,
        CUI,
        27,
        "2025 年夜班公交 N1、N2 路的客流和亏损情况",
        Assigned(26, _LI),
        answer(
            17,
            D.PROVIDED,
            "夜班公交 N1、N2 路 2025 年逐月客流表和运营成本、票款收入表。",
        ),
        Delivered(14),
        Offered(
            6,
            "2025 年夜班公交的客流和收支",
            "夜班公交有多少人坐，亏了多少？",
            "2025 年夜班公交 N1 路日均 412 人次、N2 路日均 265 人次，全年运营成本 386 万元，"
            "票款收入 49 万元，差额由市财政按公益性线路补贴。",
            far=Far.APPROVED,
        ),
    ),
    asked(
        _HERE,
        PARENTS,
        33,
        "2026 年中小学开学前校车安全检查的结果",
        Assigned(32, _LI),
        answer(
            22,
            D.PROVIDED,
            "2026 年秋季开学前校车安全检查结果汇总表，共 143 辆。",
        ),
        Offered(
            2,
            "2026 年秋季开学前校车安全检查结果",
            "开学前校车检查了吗，有没有不合格的？",
            "开学前检查校车 143 辆，合格 139 辆，4 辆因灭火器过期、安全带锁扣损坏停用整改，"
            "整改复检合格后恢复使用。",
            far=Far.SUBMITTED,
        ),
    ),
    asked(
        _HERE,
        GREEN,
        52,
        "公交站台安装太阳能照明的节电效果评估",
        Assigned(51, _ZHOU),
        answer(
            41,
            D.PROVIDED,
            "公交站台太阳能照明试点节电效果评估报告，电子文件一份。",
        ),
        Offered(
            30,
            "公交站台太阳能照明的节电效果",
            "公交站台换成太阳能照明，省了多少电？",
            "试点的 48 个站台一年节电 3.1 万千瓦时，节省电费 2.4 万元，设备预计六年收回成本；"
            "2027 年再改造 120 个站台。",
        ),
    ),
    asked(
        _HERE,
        TRAVEL,
        11,
        "青岚湖环湖公路旅游旺季限行方案的论证材料",
        Assigned(10, _LI),
        answer(
            2,
            D.PARTLY_PROVIDED,
            "环湖公路旅游旺季限行方案和交通量预测。",
            "专家个人的评审意见属于讨论记录，依据《条例》第十六条第二款不予公开。",
            far=Far.SECOND,
        ),
    ),
    asked(
        _HERE,
        COLLEGE,
        13,
        "师范学院东门外道路限速和减速带的设置依据",
        Assigned(12, _ZHOU),
        answer(
            2,
            D.PROVIDED,
            "师范学院东门外道路交通工程设计说明和设置依据。",
            far=Far.APPROVED,
        ),
    ),
    asked(
        _HERE,
        PAN,
        18,
        "望湖里公交首末站充电桩的安全评估报告",
        Assigned(17, _LI),
        answer(
            5,
            D.PROVIDED,
            "望湖里公交首末站充电设施安全评估报告，纸质件一份。",
            far=Far.ISSUED,
            by=Way.POST,
        ),
        by=Channel.POST,
    ),
    asked(
        _HERE,
        BAI,
        24,
        "学府路交通微循环改造的居民意见汇总",
        Assigned(23, _LI),
        Extended(6, 10, "居民意见有四百余份，需要隐去姓名、住址后汇总"),
    ),
)
