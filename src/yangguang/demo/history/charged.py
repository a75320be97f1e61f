"""Requests beyond reason: reasons asked for, a fee by item and by page, paid and not paid."""

from typing import Final

from yangguang.demo.applicants import BUILDER, CUI, INSTITUTE, MENG, NIE, TAO
from yangguang.demo.history.brief import answer, asked
from yangguang.demo.steps import (
    Assigned,
    Delayed,
    FeeNoticed,
    FeeNoticeReceived,
    FeePaid,
    Lapsed,
    ReasonsAsked,
    ReasonsGiven,
)
from yangguang.demo.story import On
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition as D
from yangguang.law.receipt import Channel

_LI: Final = "liwenjing"
_LAND: Final = "chensiyuan"
_TOWN: Final = "maxiaojun"
_YEARS: Final = tuple(
    f"{year} 年市区国有建设用地出让合同及其补充协议" for year in range(2009, 2024)
)

CHARGED: Final = (
    asked(
        "ziran",
        BUILDER,
        On(1, 3, 12),
        "2009 年至 2023 年市区历年国有建设用地出让合同及其补充协议，按年提供",
        Assigned(1, _LAND),
        FeeNoticed(4, items=_YEARS),
        FeeNoticeReceived(5),
        FeePaid(11, "0990202500118"),
        answer(
            25,
            D.PARTLY_PROVIDED,
            "2009 年至 2023 年国有建设用地出让合同及补充协议共 15 件。",
            "合同中自然人受让人的证件号码、住址属于个人隐私，依据《条例》第十五条不予公开。",
        ),
        box=1,
    ),
    asked(
        "jiaotong",
        NIE,
        On(1, 4, 2),
        "2015 年至 2024 年湖滨隧道全部检查、检测、养护记录的复印件",
        Assigned(1, _LI),
        FeeNoticed(6, pages=236),
        FeeNoticeReceived(7),
        Lapsed(31),
        box=2,
    ),
    asked(
        "lutang",
        TAO,
        On(1, 8, 6),
        "迎春街改造全部工程签证单、会议纪要的复印件",
        Assigned(1, _TOWN),
        FeeNoticed(5, pages=84),
        FeeNoticeReceived(8),
        FeePaid(10, "0990202500342"),
        answer(
            20,
            D.PROVIDED,
            "迎春街改造工程签证单 61 页、设计变更会议纪要 23 页，纸质复印件。",
            by=Way.BY_HAND,
        ),
        by=Channel.IN_PERSON,
        box=1,
    ),
    asked(
        "jiaotong",
        CUI,
        On(1, 9, 8),
        "2000 年以来本局印发的全部文件和每一份文件的拟稿、会签、审批单",
        Assigned(1, _LI),
        ReasonsAsked(3, "一次要二十五年、约一万六千份文件及其全部审批单。"),
        ReasonsGiven(8, "没有什么特别的用途，就是想都看看。"),
        answer(
            14,
            D.EXCESSIVE,
            "您说明的理由与申请的数量明显不相称，也没有具体的用途；您可以按文件名称、文号或者"
            "具体事项另行申请，本机关会依法办理。",
        ),
        box=2,
    ),
    asked(
        "ziran",
        INSTITUTE,
        On(1, 10, 9),
        "1995 年以来历版城市总体规划的全部基础资料汇编和图集",
        Assigned(1, _LAND),
        ReasonsAsked(3, "一次要四版规划的基础资料汇编，共三十七册、约九千页。"),
        ReasonsGiven(6, "正在编写青岚城市规划史，需要比对各版规划的人口、用地和交通资料。"),
        Delayed(9, 45, "汇编存放在市城建档案馆，需要逐册调阅、扫描，区分涉密图件"),
        answer(
            40,
            D.PARTLY_PROVIDED,
            "1995 年、2004 年、2012 年、2020 年四版总体规划基础资料汇编，电子文件三十五册。",
            "两册图集标有军事设施和管线控制点，公开后可能危及国家安全，依据《条例》第十四条"
            "不予公开。",
        ),
        box=2,
    ),
    asked(
        "lutang",
        MENG,
        On(0, 2, 10),
        "柳湾村 1998 年以来全部土地承包合同和台账",
        Assigned(1, _TOWN),
        FeeNoticed(5, pages=46),
        FeeNoticeReceived(6),
        FeePaid(9, "0990202600051"),
        answer(
            18,
            D.PROVIDED,
            "柳湾村 1998 年至 2025 年土地承包台账和二轮承包合同登记表，复印件 46 页。",
            by=Way.BY_HAND,
        ),
        by=Channel.IN_PERSON,
        box=2,
    ),
)
