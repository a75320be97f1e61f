"""What the transport bureau was asked beyond reason: reasons asked for, a delay, a fee."""

from typing import Final

from yangguang.demo.applicants import GREEN, INSTITUTE
from yangguang.demo.steps import (
    Assigned,
    Delayed,
    FeeNoticed,
    FeeNoticeReceived,
    ReasonsAsked,
    ReasonsGiven,
)
from yangguang.demo.story import Asked
from yangguang.law.requests import ApplicantKind

_HERE: Final = "jiaotong"
_ZHOU: Final = "zhouzihang"

TOO_MUCH: Final = (
    Asked(
        _HERE,
        ApplicantKind.PUBLIC_INTEREST,
        GREEN,
        "2014 年至 2025 年全市所有停车场、充电站的规划、审批、验收和收费备案材料",
        came=15,
        steps=(
            Assigned(14, _ZHOU),
            ReasonsAsked(13, "一次要十二年、三百多处场站的全套材料，约四千份。"),
            ReasonsGiven(10, "我们在做老旧小区停车和充电的调查，年底要向市人大提出建议。"),
            Delayed(8, 55, "材料分存在七个单位，需要逐份调阅、区分处理"),
        ),
    ),
    Asked(
        _HERE,
        ApplicantKind.RESEARCH,
        INSTITUTE,
        "2023 年至 2025 年公交线网优化各次论证会的会议材料，要纸质复印件",
        came=12,
        steps=(Assigned(11, _ZHOU), FeeNoticed(6, 168), FeeNoticeReceived(5)),
        shows="等您缴费：公交线网论证会的会议材料",
    ),
)
