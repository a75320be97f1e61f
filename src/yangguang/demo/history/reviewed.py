"""What was reviewed for secrecy, withheld, looked at anew, and then opened or still withheld."""

from typing import Final

from yangguang.demo.applicants import BUILDER, COLLEGE, DUAN, GREEN, INSTITUTE, LAWYERS, PAN, TRAVEL
from yangguang.demo.history.brief import answer, asked
from yangguang.demo.steps import (
    Assigned,
    Delivered,
    Determined,
    Far,
    Offered,
    Reexamined,
    Referred,
    TakenUp,
)
from yangguang.demo.story import On
from yangguang.inforequests.events import Way
from yangguang.inforequests.reexamining import Finding
from yangguang.inforequests.secrecy import Outcome, Referee
from yangguang.law.dispositions import Disposition as D
from yangguang.law.receipt import Channel

_LI: Final = "liwenjing"
_LAND: Final = "chensiyuan"
_CITY: Final = "luoxiaoyun"

REVIEWED: Final = (
    asked(
        "zhengfu",
        LAWYERS,
        On(1, 2, 20),
        "青岚市人民防空工程布局规划（2021—2035 年）",
        Assigned(1, _CITY),
        answer(
            13,
            D.STATE_SECRET,
            "依据《保守国家秘密法》和人民防空工作国家秘密范围定密，文件编号：青政密〔2021〕3 号。",
            by=Way.POST,
        ),
        by=Channel.POST,
        box=1,
    ),
    asked(
        "zhengfu",
        TRAVEL,
        On(1, 4, 10),
        "2024 年第四次全国经济普查中本市各旅行社单独填报的普查表",
        Assigned(1, _CITY),
        answer(
            9,
            D.PROHIBITED_BY_LAW,
            "《统计法》《全国经济普查条例》：能够识别单个普查对象的资料不得对外提供、泄露，"
            "不得用于普查以外的目的。",
        ),
        box=1,
    ),
    asked(
        "ziran",
        COLLEGE,
        On(1, 4, 24),
        "青岚湖周边 1∶10000 基础地理信息数据的高程点",
        Assigned(1, _LAND),
        answer(
            7,
            D.PARTLY_PROVIDED,
            "青岚湖周边公开版地图数据（等高距 10 米）。",
            "实测高程点成果公开后可能危及国家安全，依据《条例》第十四条不予公开。",
            far=Far.SECOND,
        ),
        Referred(8, Referee.DEPARTMENT, "送云川省自然资源厅：等高距 10 米的数据能不能公开。"),
        Determined(
            15, Outcome.MAY_OPEN, "云川省自然资源厅复函〔2025〕61 号：公开版地图数据可以公开。"
        ),
        TakenUp(15),
        box=1,
    ),
    asked(
        "jiaotong",
        BUILDER,
        On(1, 8, 20),
        "湖滨隧道消防和监控系统的设计说明书",
        Assigned(1, _LI),
        answer(6, D.PROVIDED, "湖滨隧道消防、监控系统设计说明书全文。", far=Far.SECOND),
        Referred(7, Referee.SECRECY_AUTHORITY, "送青岚市国家保密局：监控系统一章能不能公开。"),
        Determined(12, Outcome.CLOSED, "青岚市国家保密局复函〔2025〕19 号：监控系统一章不宜公开。"),
        TakenUp(12, refused="监控系统一章不能公开，请改为部分公开，说明理由。"),
        answer(
            13,
            D.PARTLY_PROVIDED,
            "湖滨隧道消防系统设计说明书（第一章至第四章、第六章）。",
            "第五章监控系统标有设备位置和控制逻辑，公开后可能危及公共安全，"
            "依据《条例》第十四条不予公开。",
        ),
        box=2,
    ),
    asked(
        "jiaotong",
        GREEN,
        On(1, 3, 6),
        "公交票价调整方案的成本监审初稿",
        Assigned(1, _LI),
        answer(
            11,
            D.PROCESS_INFORMATION,
            "成本监审初稿是票价听证以前的过程稿，没有规定应当公开；听证会公告会附上监审结论。",
        ),
        Delivered(15),
        Reexamined(
            210,
            Finding.GONE,
            "票价调整方案已经听证、公布并执行，成本监审初稿不再有影响决策的风险，可以公开。",
        ),
        Offered(
            213,
            "公交票价调整的成本监审结果",
            "调整公交票价时，公交的运营成本是怎样审核的？",
            "市公交集团 2022 年至 2024 年经审核的单位运营成本为每人次 3.42 元、3.58 元和 3.61 元，"
            "核减不合理支出 612 万元。当时依据第十六条没有公开的监审初稿，现在票价调整已经完成，"
            "可以公开，需要全文的可以向市交通运输局办公室索取。",
        ),
    ),
    asked(
        "ziran",
        PAN,
        On(1, 5, 28),
        "望湖里片区城市更新方案的比选稿",
        Assigned(1, _LAND),
        answer(
            14,
            D.PROCESS_INFORMATION,
            "比选稿是更新方案批准以前的过程稿，没有法律、法规、规章规定应当公开。",
        ),
        box=1,
    ),
    asked(
        "jiaotong",
        INSTITUTE,
        On(1, 6, 12),
        "轨道交通二号线接驳公交调整的内部测算",
        Assigned(1, _LI),
        answer(
            16,
            D.PROCESS_INFORMATION,
            "内部测算是接驳公交调整方案形成以前的讨论资料，没有规定应当公开。",
        ),
        Delivered(19),
        Reexamined(
            130,
            Finding.STILL_HOLDS,
            "接驳公交调整方案还在论证，内部测算仍是形成方案以前的讨论资料。",
        ),
        box=3,
    ),
    asked(
        "zhengfu",
        DUAN,
        On(1, 9, 23),
        "全市防汛物资储备库的位置和储备清单",
        Assigned(1, _CITY),
        answer(
            12,
            D.ENDANGERS_SECURITY,
            "储备库的准确位置和存量公开后，可能被用来破坏防汛物资，危及公共安全。",
        ),
        box=1,
    ),
)
