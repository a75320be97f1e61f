"""What invented people ask for: many matters, some of them asked by many, each in its own words."""

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Final, NamedTuple

_PLACES: Final = (
    "长宁路 和平路 滨河路 云山路 学府街 北关街 东风巷 西湖里 南桥镇 石塘乡 青岚新区 高铁片区 "
    "松林社区 锦绣小区 临江村 平安里"
)
_WORKS: Final = (
    "道路改造 老旧小区加装电梯 雨污分流 公交线路调整 停车收费 房屋征收补偿 学位划分 土地出让 "
    "河道清淤 绿化养护 垃圾转运站 燃气管网更新 农贸市场迁建 中小学校舍加固 充电桩建设 夜间施工"
)
_PAPERS: Final = (
    "招标文件 施工合同 财政评审报告 环境影响评价批复 论证报告 听证会记录 验收意见 资金拨付明细 "
    "规划许可证 会议纪要 补偿安置方案 监测数据 行政处罚决定书 投诉办理情况 年度预算安排 现场照片"
)
_YEARS: Final = tuple(range(2016, 2027))
_SAID: Final = (
    "{year} 年{place}{work}的{paper}",
    "申请公开{place}{work}（{year} 年）的{paper}及附件",
    "本人需要{year} 年{place}{work}项目有关的{paper}",
    "请提供{place}在 {year} 年实施{work}时形成的{paper}",
)
"""One matter in four people's words."""
_PEOPLE: Final = 40_000
_OFTEN: Final = 300
_OF_A_HUNDRED: Final = 30


class Told(NamedTuple):
    """What someone asks, and who it is: a name and the number of a passport."""

    name: str
    paper_number: str
    wanted: str


def matters(chance: Random) -> list[dict[str, object]]:
    """All matters there are, shuffled."""
    found = [
        {"year": year, "place": place, "work": work, "paper": paper}
        for year, place, work, paper in product(
            _YEARS, _PLACES.split(), _WORKS.split(), _PAPERS.split()
        )
    ]
    chance.shuffle(found)
    return found


def worded(matter: dict[str, object], how: int) -> str:
    """A matter in the words of the first, second … person."""
    return _SAID[how % len(_SAID)].format(**matter)


def person(number: int) -> tuple[str, str]:
    """The name and the paper's number of an invented person."""
    return f"申请人{number}", f"X{number:08d}"


def told(chance: Random) -> Iterator[Told]:
    """People asking without end: of a hundred requests thirty are for what many ask for."""
    every = matters(chance)
    while True:
        often = chance.random() * 100 < _OF_A_HUNDRED
        matter = every[chance.randrange(_OFTEN if often else len(every))]
        yield Told(*person(chance.randrange(_PEOPLE)), worded(matter, chance.randrange(4)))
