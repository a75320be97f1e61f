"""Answers that were taken to a review or to court: upheld, overturned, answered anew, settled."""

from typing import Final

from yangguang.demo.applicants import BAI, DUAN, GE, KANG, LAWYERS, SHAO, WEI, XU
from yangguang.demo.history.brief import answer, asked
from yangguang.demo.steps import Appealed, Assigned, Disputed, Ruled, Stated
from yangguang.demo.story import On
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition as D
from yangguang.law.disputes import DisputeTrack, Ruling
from yangguang.law.receipt import Channel

_LI: Final = "liwenjing"
_LAND: Final = "chensiyuan"
_SCHOOLS: Final = "wutong"
_TOWN: Final = "maxiaojun"
_CITY: Final = "luoxiaoyun"
_REVIEW: Final = "青岚市人民政府"
_COURT: Final = "青岚市长宁区人民法院"

CONTESTED: Final = (
    asked(
        "jiaotong",
        XU,
        On(1, 1, 14),
        "长宁路改造工程初步设计审查会上各部门的书面意见",
        Assigned(1, _LI),
        answer(
            12,
            D.PROCESS_INFORMATION,
            "各部门的书面意见是初步设计批复以前的磋商信函，没有法律、法规、规章规定应当公开；"
            "初步设计批复已经公布。",
            by=Way.POST,
        ),
        Disputed(30, _REVIEW, "青政复受〔2025〕9号"),
        Stated(35),
        Ruled(72, Ruling.UPHELD, "青政复决〔2025〕21号"),
        by=Channel.POST,
        box=1,
    ),
    asked(
        "ziran",
        DUAN,
        On(1, 2, 17),
        "人民路 38 号地块规划条件调整的专家论证意见和会议纪要",
        Assigned(1, _LAND),
        answer(
            15,
            D.PROCESS_INFORMATION,
            "专家论证意见和会议纪要是规划条件调整决定作出以前的讨论记录，没有规定应当公开。",
        ),
        Disputed(34, _REVIEW, "青政复受〔2025〕15号"),
        Stated(39),
        Ruled(78, Ruling.REVOKED, "青政复决〔2025〕33号", anew=15),
        answer(
            83,
            D.PARTLY_PROVIDED,
            "人民路 38 号地块规划条件调整的专家论证意见。",
            "会议纪要中与会人员的个人发言属于讨论记录，依据《条例》第十六条第二款不予公开。",
        ),
        box=1,
    ),
    asked(
        "lutang",
        GE,
        On(1, 3, 24),
        "柳湾村三组集体林地征收补偿款的分户发放表",
        Assigned(1, _TOWN),
        answer(
            16,
            D.THIRD_PARTY_RIGHTS,
            "已书面征求三组二十一户的意见，十八户以涉及个人隐私为由不同意公开。",
            by=Way.POST,
        ),
        Disputed(41, _COURT, "（2025）青0102行初18号", DisputeTrack.SUIT),
        Stated(47),
        Ruled(110, Ruling.REVOKED, "（2025）青0102行初18号", anew=20),
        answer(
            118,
            D.PARTLY_PROVIDED,
            "柳湾村三组集体林地征收补偿款分户发放表，户主姓名只保留姓氏。",
            "户主的名字、银行账号属于个人隐私，依据《条例》第十五条不予公开。",
            by=Way.POST,
        ),
        by=Channel.IN_PERSON,
        box=1,
    ),
    asked(
        "jiaoyu",
        BAI,
        On(1, 6, 25),
        "学府路小学 2025 年入学名单和每名学生的户籍、房产审核材料",
        Assigned(1, _SCHOOLS),
        answer(
            13,
            D.THIRD_PARTY_RIGHTS,
            "名单和审核材料涉及在校学生及其家长的个人隐私，经征求意见，家长代表均不同意公开。",
        ),
        Disputed(33, _COURT, "（2025）青0102行初31号", DisputeTrack.SUIT),
        Stated(40),
        Ruled(95, Ruling.REJECTED, "（2025）青0102行初31号"),
        Appealed(101),
        Stated(108),
        Ruled(150, Ruling.APPEAL_DISMISSED, "（2025）青01行终72号"),
        box=1,
    ),
    asked(
        "zhengfuban",
        LAWYERS,
        On(1, 5, 13),
        "老城改造专题会议的会议纪要（青政纪〔2024〕12 号）",
        Assigned(1, _CITY),
        answer(
            14,
            D.INTERNAL_AFFAIRS,
            "会议纪要记录的是市政府内部的工作安排，属于内部事务信息，没有规定应当公开。",
        ),
        Disputed(36, _REVIEW, "青政复受〔2025〕40号"),
        Stated(40),
        Ruled(66, Ruling.WITHDRAWN, "青政复终〔2025〕8号"),
        box=1,
    ),
    asked(
        "ziran",
        WEI,
        On(1, 9, 15),
        "石桥村采石场采矿许可证延续登记的全部申请材料",
        Assigned(1, _LAND),
        answer(
            18,
            D.PARTLY_PROVIDED,
            "采矿许可证延续登记申请书、矿山地质环境保护与土地复垦方案。",
            "储量核实报告中的勘查数据属于商业秘密，采矿权人不同意公开，依据《条例》第十五条。",
            by=Way.POST,
        ),
        Disputed(38, _REVIEW, "青政复受〔2025〕71号"),
        Stated(43),
        Ruled(80, Ruling.UPHELD, "青政复决〔2026〕2号"),
        Disputed(90, _COURT, "（2026）青0102行初4号", DisputeTrack.SUIT_AFTER_REVIEW),
        Stated(97, dispute=2),
        Ruled(150, Ruling.REJECTED, "（2026）青0102行初4号", dispute=2),
        by=Channel.POST,
    ),
    asked(
        "jiaotong",
        SHAO,
        On(0, 1, 28),
        "建设路高架桥结构检测报告中涉及裂缝的部分",
        Assigned(1, _LI),
        answer(
            14,
            D.DOES_NOT_EXIST,
            "工程科检测报告目录（2018 年至今）",
            "“建设路高架”“裂缝”：没有相符的检测报告。",
        ),
        Disputed(30, _REVIEW, "青政复受〔2026〕6号"),
        Stated(36),
        Ruled(74, Ruling.UNLAWFUL, "青政复决〔2026〕14号", anew=10),
        answer(
            79,
            D.PROVIDED,
            "经重新检索，在市政设施养护中心找到 2023 年度检测报告，现提供其中涉及裂缝的部分。",
        ),
    ),
    asked(
        "jiaotong",
        KANG,
        48,
        "网约车平台报送的驾驶员投诉处理台账",
        Assigned(47, _LI),
        answer(
            36,
            D.THIRD_PARTY_RIGHTS,
            "台账涉及平台公司的经营信息和驾驶员的个人隐私，经征求意见，平台公司不同意公开。",
        ),
        Disputed(6, _COURT, "（2026）青0102行初77号", DisputeTrack.SUIT),
    ),
)
