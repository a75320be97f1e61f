"""Requests over which others were asked: third parties, and organs that shared in the making."""

from typing import Final

from yangguang.casework.personal import Particulars
from yangguang.demo.applicants import BUILDER, COLLEGE, DUAN, GREEN, HUO, LAWYERS, LEI, WEI
from yangguang.demo.history.brief import answer, asked
from yangguang.demo.steps import (
    AskingReceived,
    Asks,
    Assigned,
    Delivered,
    Noted,
    Offered,
    Overruled,
    Replied,
)
from yangguang.demo.story import On
from yangguang.inforequests.consultations import Reply
from yangguang.inforequests.events import Way
from yangguang.law.dispositions import Disposition as D
from yangguang.law.identity import Paper
from yangguang.law.receipt import Channel

_LI: Final = "liwenjing"
_ZHOU: Final = "zhouzihang"
_LAND: Final = "chensiyuan"
_TOWN: Final = "maxiaojun"


def _one(name: str, address: str, phone: str) -> Particulars:
    return Particulars(name, Paper.CREDIT_CODE, phone=phone, address=address)


_PAVING: Final = _one("云川通衢路桥有限公司", "青岚市长宁区湖滨路 120 号", "13800000301")
_BIDDER: Final = _one("云川恒泰建设集团有限公司", "云州市天河大道 88 号", "13800000302")
_CHARGING: Final = _one("青岚绿能充电科技有限公司", "青岚市长宁区站前路 71 号", "13800000303")
_QUARRY: Final = _one("鹿塘镇石桥采石有限公司", "青岚市鹿塘镇石桥村", "13800000304")
_FARM: Final = _one("鹿塘镇富民种植专业合作社", "青岚市鹿塘镇柳湾村", "13800000305")
_WATER: Final = _one("青岚市水务局", "青岚市长宁区建设路 30 号", "0990-1233001")
_POLICE: Final = _one("青岚市公安局", "青岚市长宁区人民路 20 号", "0990-1231101")

OTHERS_ASKED: Final = (
    asked(
        "jiaotong",
        BUILDER,
        On(1, 3, 4),
        "2024 年市区沥青路面预防性养护工程的中标合同",
        Assigned(1, _LI),
        Asks(2, _PAVING, "中标合同中的综合单价分析表和付款方式"),
        AskingReceived(4),
        Replied(9, Reply.AGREES),
        answer(11, D.PROVIDED, "2024 年市区沥青路面预防性养护工程施工合同全文。"),
        box=1,
    ),
    asked(
        "jiaotong",
        LAWYERS,
        On(1, 4, 15),
        "智慧停车平台建设项目中标单位的技术方案",
        Assigned(1, _LI),
        Asks(3, _BIDDER, "投标文件中的平台架构、算法说明和报价组成"),
        AskingReceived(5),
        Replied(
            12,
            Reply.OBJECTS,
            "技术方案是我公司多年研发形成的技术秘密，采取了保密措施，公开会使竞争对手直接仿制。",
        ),
        answer(14, D.THIRD_PARTY_RIGHTS, by=Way.POST),
        by=Channel.POST,
        box=2,
    ),
    asked(
        "jiaotong",
        GREEN,
        On(1, 5, 19),
        "公共充电站 2024 年充电量、服务费标准和补贴申领材料",
        Assigned(1, _LI),
        Asks(3, _CHARGING, "该公司 12 座公共充电站的充电量和补贴申领表"),
        AskingReceived(5),
        Noted(21, "征求意见期满，对方没有答复，由本机关决定是否公开。"),
        answer(
            22,
            D.PROVIDED,
            "公共充电站 2024 年充电量汇总表、服务费标准、补贴申领表。",
        ),
        Offered(
            27,
            "2024 年市区公共充电站的充电量和补贴",
            "去年市区公共充电站充了多少电，领了多少补贴？",
            "2024 年市区 12 座公共充电站共充电 1186 万千瓦时，按每千瓦时 0.15 元申领运营补贴，"
            "合计 177.9 万元。服务费不超过每千瓦时 0.5 元。",
        ),
        box=2,
    ),
    asked(
        "lutang",
        WEI,
        On(1, 6, 9),
        "石桥采石场 2023 年以来的扬尘、爆破震动监测数据和整改材料",
        Assigned(1, _TOWN),
        Asks(2, _QUARRY, "采石场的爆破震动监测记录、整改投入明细"),
        AskingReceived(4),
        Replied(
            10,
            Reply.OBJECTS,
            "整改投入明细是我公司的经营信息，监测数据公开后会影响与收购方的谈判。",
        ),
        Overruled(
            12,
            "2023 年以来的扬尘、爆破震动监测数据和整改情况（不含整改投入的金额）",
            "监测数据关系到石桥村三百多户村民的房屋安全和健康，不公开可能对公共利益造成重大影响。",
        ),
        answer(
            13,
            D.PARTLY_PROVIDED,
            "石桥采石场 2023 年至 2025 年扬尘、爆破震动监测数据表和整改情况报告。",
            "整改投入的明细金额属于商业秘密，依据《条例》第十五条不予公开。",
            by=Way.BY_HAND,
        ),
        Delivered(16),
        by=Channel.IN_PERSON,
        box=1,
    ),
    asked(
        "ziran",
        COLLEGE,
        On(1, 7, 8),
        "青岚湖岸线保护与利用规划的水位、岸坡专题研究报告",
        Assigned(1, _LAND),
        Asks(2, _WATER, "岸线规划中水位、岸坡稳定两个专题研究报告", is_organ=True),
        AskingReceived(3),
        Replied(9, Reply.AGREES, "同意公开，请注明数据截止到 2023 年底。"),
        answer(
            11,
            D.PROVIDED,
            "水位专题、岸坡稳定专题研究报告各一份；数据截止到 2023 年底。",
        ),
        box=1,
    ),
    asked(
        "jiaotong",
        HUO,
        On(1, 10, 21),
        "学校周边道路交通安全隐患排查的联合检查表",
        Assigned(1, _ZHOU),
        Asks(2, _POLICE, "与市公安局交警支队联合检查形成的隐患排查表", is_organ=True),
        AskingReceived(3),
        Noted(19, "市公安局期满没有提出意见，依据第三十四条视为同意公开。"),
        answer(20, D.PROVIDED, "学校周边道路交通安全隐患联合排查表，共 46 所学校。"),
        box=3,
    ),
    asked(
        "lutang",
        LEI,
        On(0, 3, 3),
        "柳湾村富民合作社领取的农业生产托管补助和验收材料",
        Assigned(1, _TOWN),
        Asks(3, _FARM, "托管补助申报表中的作业面积、账户和领取金额"),
        AskingReceived(5),
        Replied(11, Reply.AGREES_IN_PART, "金额和面积可以公开，银行账户不能公开。"),
        answer(
            13,
            D.PARTLY_PROVIDED,
            "富民合作社农业生产托管补助的作业面积、补助金额和验收表。",
            "合作社的银行账户不予公开，公开会对其合法权益造成损害，依据《条例》第十五条。",
        ),
    ),
    asked(
        "jiaotong",
        DUAN,
        9,
        "人民路公交专用道施工单位的报价明细和安全生产许可证",
        Assigned(8, _LI),
        Asks(6, _PAVING, "投标报价明细表"),
        AskingReceived(4),
        shows="正在征求第三方意见：人民路公交专用道的施工报价",
    ),
)
