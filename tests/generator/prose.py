"""Invented prose of annual reports: sentences as varied as real ones, and what becomes of them.

Thirteen characters of it come up twice by chance as seldom as in real reports that were not copied:
each clause has a name in it that is drawn from a quarter of a million.
"""

from dataclasses import dataclass
from random import Random

WHO = ("办公室", "各科室", "专班", "窗口", "网站编辑", "法规科", "公开专员", "值班人员", "综合科")
HOW = ("按月", "分批", "逐项", "主动", "会同有关单位", "提前", "同步", "对照目录", "结合走访")
DID = ("梳理", "更新", "核对", "编写", "发布", "整理", "补充", "讲解", "汇总", "归并", "校对")
OF = ("片区", "项目", "工程", "社区", "企业", "园区", "学校", "水库", "市场", "线路", "码头")
WHAT = (
    "办事指南",
    "收费标准",
    "补贴名单",
    "问答",
    "图解",
    "台账",
    "施工公告",
    "检测结果",
    "流程图",
)
FOR = ("方便", "提醒", "告知", "帮助", "引导", "服务")
WHOM = ("老年人", "经营户", "家长", "农户", "求职者", "来访群众", "商户", "租户", "乘客")
TO = ("查询", "办理", "对照", "反映情况", "提出建议", "预约", "领取", "核验", "选择")
COUNTED = ("份", "条", "次", "篇", "期", "件", "场")
HAN = (
    "安白北本波才草长朝成城川春大丹德地东洞端多峨恩丰枫福甘高根谷关光广桂海河黑恒红湖花华环黄吉"
    "佳江金锦京静九菊开康口兰乐黎连良林岭流龙鹿罗马茂梅民明木南宁鸥盘平坡旗前桥清泉仁日荣如瑞三"
    "桑山善上石树双水松溪太塘天田桐头湾万文梧五西霞仙祥小新兴秀雪阳杨银永玉园月云泽张昭镇正中州竹"
)
"""Characters of which names of places are made."""


def name(random: Random) -> str:
    """A name of three characters."""
    return "".join(random.choices(HAN, k=3))


def clause(random: Random) -> str:
    """A clause of about twenty characters."""
    pick = random.choice
    match random.randrange(3):
        case 0:
            return f"{pick(WHO)}{pick(HOW)}{pick(DID)}{name(random)}{pick(OF)}{pick(WHAT)}"
        case 1:
            return f"{pick(FOR)}{name(random)}{pick(OF)}的{pick(WHOM)}{pick(TO)}{pick(WHAT)}"
        case _:
            number = random.randint(2, 900)
            made = f"{pick(DID)}{name(random)}{pick(OF)}{pick(WHAT)}"
            return f"{pick(HOW)}{made}{number}{pick(COUNTED)}"


def sentence(random: Random) -> str:
    """A sentence of one to four clauses."""
    return "，".join(clause(random) for _ in range(random.choice((1, 2, 2, 3, 3, 4)))) + "。"


def prose(random: Random, sentences: int = 40) -> list[str]:
    """That many sentences; forty are a report of two thousand characters."""
    return [sentence(random) for _ in range(sentences)]


@dataclass(frozen=True)
class Rewriting:
    """Shares of the sentences that are taken over: as they are, with other figures, in part.

    The rest is written anew.
    """

    verbatim: float = 0.4
    figures: float = 0.2
    clause: float = 0.2

    def of(self, random: Random, sentences: list[str]) -> list[str]:
        """What became of `sentences`, in another order."""
        made = [self._one(random, sentence) for sentence in sentences]
        random.shuffle(made)
        return made

    def _one(self, random: Random, old: str) -> str:
        drawn = random.random()
        if drawn < self.verbatim:
            return old
        if drawn < self.verbatim + self.figures:
            return with_other_figures(random, old)
        if drawn < self.verbatim + self.figures + self.clause:
            return with_another_clause(random, old)
        return sentence(random)


def with_other_figures(random: Random, old: str) -> str:
    """The same sentence, every figure in it another one."""
    made, digits = [], ""
    for character in old + " ":
        if character.isdigit():
            digits += character
            continue
        if digits:
            made.append(str(int(digits) + random.randint(1, 99)))
            digits = ""
        made.append(character)
    return "".join(made).strip()


def with_another_clause(random: Random, old: str) -> str:
    """The same sentence, one of its clauses written anew."""
    clauses = old.rstrip("。").split("，")
    clauses[random.randrange(len(clauses))] = clause(random)
    return "，".join(clauses) + "。"
