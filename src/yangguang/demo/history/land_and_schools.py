"""What the bureaus of natural resources and of education were asked last year and this year."""

from typing import Final

from yangguang.demo.applicants import (
    BAI,
    BUILDER,
    COLLEGE,
    CUI,
    FU,
    HUO,
    INSTITUTE,
    LEI,
    NIE,
    PAN,
    PARENTS,
    PEI,
    PROPERTY,
    QIN,
    TANG,
    VILLAGE,
    YAO,
)
from yangguang.demo.history.brief import answer, asked
from yangguang.demo.steps import (
    Assigned,
    Corrected,
    CorrectionAsked,
    Delivered,
    Extended,
    Joined,
    Lapsed,
    Offered,
    Split,
    Withdrawn,
)
from yangguang.demo.story import On
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition as D
from yangguang.law.receipt import Channel

_LAND: Final = "chensiyuan"
_SCHOOLS: Final = "wutong"

LAND: Final = (
    asked(
        "ziran",
        PROPERTY,
        On(2, 12, 18),
        "安居花园三期竣工规划核实的结论和测绘报告",
        Assigned(1, _LAND),
        answer(15, D.PROVIDED, "安居花园三期建设工程规划核实意见书、竣工测绘报告。"),
        box=1,
    ),
    asked(
        "ziran",
        VILLAGE,
        On(1, 1, 16),
        "柳湾村永久基本农田划定的图件和面积清单",
        Assigned(1, _LAND),
        answer(
            11,
            D.PROVIDED,
            "柳湾村永久基本农田划定图、地块面积清单。",
            by=Way.BY_HAND,
        ),
        by=Channel.IN_PERSON,
        box=1,
    ),
    asked(
        "ziran",
        YAO,
        On(1, 4, 17),
        "站前路旧货市场地块的土地使用权人是谁、什么时候到期",
        Assigned(1, _LAND),
        answer(
            6,
            D.ADMINISTRATIVE_INQUIRY,
            "《不动产登记暂行条例》及其查询办法；权利人、利害关系人可以持身份证明到市不动产登记中心"
            "查询，一般公众可以查询地块的自然状况。",
        ),
        box=1,
    ),
    asked(
        "ziran",
        INSTITUTE,
        On(1, 6, 3),
        "2020 年至 2024 年建设用地供应计划和实际完成情况；2024 年地质灾害隐患点名录",
        Assigned(1, _LAND),
        Split(
            3,
            ("2020 年至 2024 年建设用地供应计划和实际完成情况", "2024 年地质灾害隐患点名录"),
            (
                (
                    answer(
                        5,
                        D.ALREADY_PUBLIC,
                        "历年供应计划和完成情况在市自然资源和规划局网站“土地供应”栏目公布。",
                    ),
                ),
                (answer(12, D.PROVIDED, "2024 年全市 37 处地质灾害隐患点名录。"),),
            ),
        ),
    ),
    asked(
        "ziran",
        NIE,
        On(1, 8, 25),
        "湖滨路 77 号小区地下车库的规划审批图",
        Assigned(1, _LAND),
        answer(10, D.PROVIDED, "湖滨路 77 号小区地下车库规划审批平面图（两张）。"),
        name="车库",
        box=2,
    ),
    asked(
        "ziran",
        CUI,
        On(1, 8, 26),
        "湖滨路 77 号小区地下车库人防车位的配建比例",
        Assigned(1, _LAND),
        Joined(2, "车库"),
        answer(
            10,
            D.NOT_OURS,
            "人防车位的配建由人民防空主管部门审批。",
            "青岚市国防动员办公室，地址：青岚市长宁区建设路 2 号。",
        ),
        box=2,
    ),
    asked(
        "ziran",
        TANG,
        On(1, 11, 13),
        "槐荫里 14 号院外墙加建的审批手续",
        Assigned(1, _LAND),
        answer(
            19,
            D.DOES_NOT_EXIST,
            "建设工程规划许可档案、规划监察台账（1998 年至今）",
            "“槐荫里 14 号”“加建”：没有审批记录。",
        ),
        box=2,
    ),
    asked(
        "ziran",
        PEI,
        On(1, 12, 16),
        "鹿塘镇国土空间规划（2021—2035 年）的批前公示材料和采纳意见的情况",
        Assigned(1, _LAND),
        Extended(15, 15, "公众意见有三百余条，需要逐条核对采纳情况"),
        answer(
            29,
            D.PROVIDED,
            "鹿塘镇国土空间规划批前公示图文、公众意见采纳情况汇总表。",
        ),
        box=3,
    ),
    asked(
        "ziran",
        QIN,
        On(0, 3, 17),
        "和平路口袋公园用地的规划调整依据",
        Assigned(1, _LAND),
        answer(13, D.PROVIDED, "和平路口袋公园规划条件、控制性详细规划局部调整批复。"),
        Offered(
            20,
            "和平路口袋公园用地的规划调整",
            "和平路的口袋公园原来规划做什么，为什么改成绿地？",
            "该地块面积 2860 平方米，原规划为商业用地。因片区公园绿地服务半径不足，2025 年经论证、"
            "公示和批准，控制性详细规划局部调整为公园绿地，绿地率不低于 65%。",
        ),
        box=3,
    ),
    asked(
        "ziran",
        BUILDER,
        On(0, 5, 7),
        "2026 年第一季度各出让地块的竞买人名单和报价次数",
        Assigned(1, _LAND),
        answer(
            15,
            D.PARTLY_PROVIDED,
            "2026 年第一季度 6 宗出让地块的竞得人、成交价和报价轮次。",
            "未竞得的竞买人名单属于其商业秘密，依据《条例》第十五条不予公开。",
        ),
    ),
    asked(
        "ziran",
        LEI,
        On(0, 6, 16),
        "迎春街 52 号宅基地审批表上的四至",
        Assigned(1, _LAND),
        answer(
            22,
            D.PROVIDED,
            "迎春街 52 号宅基地审批表复印件。",
            by=Way.POST,
        ),
        by=Channel.LETTER,
    ),
)
SCHOOLS: Final = (
    asked(
        "jiaoyu",
        PARENTS,
        On(2, 12, 24),
        "2024 年秋季学期中小学课后服务的收费标准和参加人数",
        Assigned(1, _SCHOOLS),
        answer(16, D.PROVIDED, "2024 年秋季学期中小学课后服务收费标准、各校参加人数表。"),
        box=1,
    ),
    asked(
        "jiaoyu",
        FU,
        On(1, 2, 19),
        "文昌街幼儿园食堂 2024 年的食材供应商和每月伙食费收支",
        Assigned(1, _SCHOOLS),
        answer(14, D.PROVIDED, "文昌街幼儿园 2024 年食材供应商名单、逐月伙食费收支公示表。"),
        Offered(
            19,
            "公办幼儿园伙食费收支怎样公示",
            "公办幼儿园的伙食费每月收支在哪里能看到？",
            "公办幼儿园应当按月在园门口公示栏和家长群公布伙食费收支、食材供应商，学期末伙食费结余"
            "退还家长。没有公示的，可以向市教育局办公室反映。",
        ),
        box=1,
    ),
    asked(
        "jiaoyu",
        BAI,
        On(1, 3, 27),
        "学校的学生体检数据",
        Assigned(1, _SCHOOLS),
        CorrectionAsked(4, "请写明是哪所学校、哪一年的哪些体检项目，需要总体数据还是个人数据。"),
        Lapsed(24),
        box=1,
    ),
    asked(
        "jiaoyu",
        HUO,
        On(1, 4, 29),
        "2024 年中小学教师职称评审的评委名单",
        Assigned(1, _SCHOOLS),
        answer(
            10,
            D.INTERNAL_AFFAIRS,
            "评委名单属于职称评审的内部工作安排，没有规定应当公开；评审结果已经公示。",
        ),
        box=1,
    ),
    asked(
        "jiaoyu",
        COLLEGE,
        On(1, 9, 10),
        "2025 年全市义务教育阶段学生数、班级数和专任教师数，分学校列出",
        Assigned(1, _SCHOOLS),
        answer(8, D.PROVIDED, "2025 学年初义务教育学校基本情况一览表，共 118 所。"),
        Delivered(11),
        box=2,
    ),
    asked(
        "jiaoyu",
        PAN,
        On(1, 10, 29),
        "望湖里规划小学的建设计划和招生片区",
        Assigned(1, _SCHOOLS),
        CorrectionAsked(2, "请写明需要建设计划中的哪一部分：选址、规模，还是开工和招生时间。"),
        Corrected(5, "开工时间、规模和第一年招生的片区。"),
        answer(
            12,
            D.PROVIDED,
            "望湖里小学建设计划（36 班，2026 年 3 月开工）和招生片区意见征求稿。",
        ),
        box=2,
    ),
    asked(
        "jiaoyu",
        CUI,
        On(0, 3, 5),
        "2026 年体育中考的项目、标准和抽签办法",
        Assigned(1, _SCHOOLS),
        answer(
            4,
            D.ALREADY_PUBLIC,
            "《青岚市 2026 年初中学业水平体育与健康考试实施方案》已在市教育局网站公布。",
        ),
        box=2,
    ),
    asked(
        "jiaoyu",
        NIE,
        On(0, 4, 15),
        "请公开举报人反映的学科培训机构违规办班的处理情况并给我奖励",
        Assigned(1, _SCHOOLS),
        answer(
            7,
            D.PETITION,
            "校外培训的举报和奖励请在“全国校外教育培训监管与服务综合平台”提出，或者拨打市教育局"
            "监管热线 0990-1230520。",
        ),
    ),
    asked(
        "jiaoyu",
        FU,
        On(0, 5, 20),
        "2026 年小学新生的学区划分图",
        Assigned(1, _SCHOOLS),
        Withdrawn(2, "刚刚在网站上看到了，不用再答复。"),
    ),
)
