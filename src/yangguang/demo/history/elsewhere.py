"""What the other agencies of the invented city were asked."""

from typing import Final

from yangguang.demo.applicants import (
    BAI,
    BUILDER,
    DUAN,
    GE,
    INSTITUTE,
    LAWYERS,
    NIE,
    PEI,
    VILLAGE,
    YAO,
)
from yangguang.demo.steps import (
    Answered,
    Assigned,
    Corrected,
    CorrectionAsked,
    Delivered,
    Far,
)
from yangguang.demo.story import Asked
from yangguang.inforequests.application import Form, Receiving
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition
from yangguang.law.receipt import Channel
from yangguang.law.requests import ApplicantKind

_PERSON: Final = ApplicantKind.NATURAL_PERSON
_LAND: Final = "chensiyuan"
_SCHOOLS: Final = "wutong"
_TOWN: Final = "maxiaojun"
_CITY: Final = "luoxiaoyun"
_LAND_LIST: Final = (
    "柳湾村 2025 年度土地承包经营权流转备案一览表",
    "一、柳湾村 1 组：流转 46.2 亩，流入方为鹿塘镇富民种植专业合作社，期限 5 年。",
    "二、柳湾村 3 组：流转 28.5 亩，流入方为鹿塘镇富民种植专业合作社，期限 5 年。",
    "三、柳湾村 5 组：流转 12.0 亩，流入方为农户自行协商，期限 3 年。",
)

ELSEWHERE: Final = (
    Asked(
        "ziran",
        _PERSON,
        DUAN,
        "人民路 40 号房屋的不动产登记档案",
        came=36,
        steps=(
            Assigned(35, _LAND),
            Answered(
                29,
                Disposition.ADMINISTRATIVE_INQUIRY,
                {
                    "special_regime": "《不动产登记暂行条例》和《不动产登记资料查询暂行办法》；"
                    "请持身份证明到市不动产登记中心查询窗口办理。"
                },
            ),
        ),
    ),
    Asked(
        "ziran",
        ApplicantKind.BUSINESS,
        BUILDER,
        "2020 年至 2025 年市区出让地块按行业、按容积率分类的对比分析",
        came=31,
        steps=(
            Assigned(30, _LAND),
            Answered(
                20,
                Disposition.NEEDS_CREATION,
                {
                    "search_where": "土地市场台账、统计报表（2020 年至 2025 年）",
                    "search_words": "“行业”“容积率”“对比分析”：只有逐宗出让结果，没有分类的分析。",
                },
            ),
        ),
    ),
    Asked(
        "ziran",
        _PERSON,
        NIE,
        "湖滨路 77 号小区的规划条件和总平面图",
        came=17,
        steps=(Assigned(16, _LAND),),
    ),
    Asked(
        "ziran",
        ApplicantKind.RESEARCH,
        INSTITUTE,
        "青岚市中心城区控制性详细规划的图则",
        came=3,
        purpose="规划评估",
    ),
    Asked(
        "jiaoyu",
        _PERSON,
        BAI,
        "学府路小学 2025 年招生片区划分的依据和调整说明",
        came=23,
        steps=(
            Assigned(22, _SCHOOLS),
            Answered(
                15,
                Disposition.PROVIDED,
                {
                    "material": "关于 2025 年义务教育阶段学校招生片区的通知及其附件，"
                    "可以自本告知书发出之日起到市教育局办公室领取。"
                },
            ),
            Delivered(11),
        ),
    ),
    Asked(
        "jiaoyu",
        _PERSON,
        YAO,
        "2025 年市教育局机关干部年度考核等次和轮岗安排",
        came=26,
        steps=(
            Assigned(25, _SCHOOLS),
            Answered(
                18,
                Disposition.INTERNAL_AFFAIRS,
                {
                    "closed_reasons": "年度考核等次和轮岗安排是机关的人事管理信息，不影响公众的"
                    "权利义务，没有法律、法规、规章规定应当公开。"
                },
            ),
        ),
    ),
    Asked(
        "jiaoyu",
        _PERSON,
        BAI,
        "请解释为什么我的孩子没有被分到学府路小学",
        came=9,
        steps=(
            Assigned(8, _SCHOOLS),
            Answered(
                5,
                Disposition.NOT_GOVERNMENT_INFORMATION,
                {
                    "explanation": "您提出的是对招生结果的咨询，不是对已有政府信息的申请；"
                    "招生咨询请拨打市教育局基础教育科电话 0990-1230512。"
                },
            ),
        ),
    ),
    Asked(
        "lutang",
        _PERSON,
        GE,
        "柳湾村土地流转的情况",
        came=62,
        steps=(
            Assigned(61, _TOWN),
            CorrectionAsked(58, "请写明需要哪一年、哪几个村民小组的土地流转情况。"),
            Corrected(52, "要 2025 年全村各组的。"),
            Answered(
                30,
                Disposition.PROVIDED,
                {"material": "柳湾村 2025 年度土地承包经营权流转备案一览表，纸质件一份，见附件。"},
                way=Way.BY_HAND,
                enclosed=_LAND_LIST,
            ),
        ),
        channel=Channel.ORAL,
        form=Form.PAPER,
        receiving=Receiving.IN_PERSON,
    ),
    Asked(
        "lutang",
        _PERSON,
        PEI,
        "迎春街 31 号宅基地使用权登记中我的姓名写错，请更正",
        came=28,
        steps=(
            Assigned(27, _TOWN),
            Answered(
                17,
                Disposition.OWN_RECORD,
                {
                    "own_record": "corrected",
                    "own_record_detail": "登记台账把您的姓名写错一字，现已改正；改正后的登记表"
                    "请到镇便民服务中心领取。",
                },
                way=Way.POST,
            ),
        ),
        channel=Channel.POST,
        form=Form.PAPER,
        receiving=Receiving.POST,
    ),
    Asked(
        "lutang",
        ApplicantKind.OTHER,
        VILLAGE,
        "柳湾水库除险加固工程的征地补偿方案",
        came=19,
        steps=(
            Assigned(18, _TOWN),
            Answered(
                2,
                Disposition.PROVIDED,
                {"material": "柳湾水库除险加固工程征地补偿安置方案。"},
                far=Far.FIRST,
            ),
        ),
    ),
    Asked(
        "zhengfuban",
        _PERSON,
        YAO,
        "市里关于老城改造的安排",
        came=34,
        steps=(
            Assigned(33, _CITY),
            CorrectionAsked(30, "请写明文件的名称、文号，或者是哪一片区、哪一时间的安排。"),
            Corrected(24, "就是老城改造的总的安排，什么时候的都行。"),
            Answered(13, Disposition.UNCLEAR_AFTER_CORRECTION),
        ),
    ),
    Asked(
        "zhengfuban",
        ApplicantKind.LEGAL_SERVICES,
        LAWYERS,
        "请重新出具并盖章确认已提供的市政府办公室 2024 年度政府信息公开工作年度报告",
        came=20,
        steps=(
            Assigned(19, _CITY),
            Answered(
                11,
                Disposition.REISSUE,
                {"earlier_answer": "本机关今年已经向你单位提供过同一份年度报告。"},
            ),
        ),
    ),
    Asked(
        "zhengfu",
        _PERSON,
        DUAN,
        "青岚市防汛应急指挥部值守点位分布图",
        came=25,
        steps=(
            Assigned(24, _CITY),
            Answered(
                12,
                Disposition.ENDANGERS_SECURITY,
                {
                    "harm_reasons": "值守点位涉及应急通信和物资储备的具体位置，公开后可能被用来"
                    "破坏防汛设施，危及公共安全。"
                },
                way=Way.POST,
            ),
        ),
        channel=Channel.POST,
        form=Form.PAPER,
        receiving=Receiving.POST,
    ),
    Asked(
        "zhengfu",
        ApplicantKind.BUSINESS,
        BUILDER,
        "青岚市 2025 年政府投资项目计划",
        came=8,
        steps=(Assigned(7, _CITY),),
    ),
)
