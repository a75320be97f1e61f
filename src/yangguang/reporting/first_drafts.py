"""A first draft of each section: what the figures say in plain words, and what people have to add.

The sentences hold references (`phrases`), so that they say the figures as these become. What only
the office can say is asked for by a `{请写：……}`, which cannot be published. The wording is ours;
what a section covers is the form's (国办公开办函〔2021〕30号) and Art. 50.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yangguang.annual_report.form import FORMS, TOPICS, Edition, table4
from yangguang.annual_report.form.sections import NUMERALS
from yangguang.annual_report.rates import FEWEST
from yangguang.law.receipt import CHANNEL_NAMES, Channel
from yangguang.reporting.phrases import TO_WRITE, names, phrases


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft.

    It stands only where the figures of `of` come to `at_least` (0: always); where a figure that it
    names cannot be had, `otherwise` stands in its place.
    """

    text: str
    of: tuple[str, ...] = ()
    at_least: int = 1
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A sentence that lists those of some figures that are not nought."""

    before: str
    parts: Mapping[str, str]
    """What is said before a figure, by its name."""


_Paragraph = tuple[Sentence | Listing, ...]

_LATE: Final = Sentence("逾期办结{逾期办结}件。", ("逾期办结",))
_ON_TIME: Final = (
    Sentence("按期办结{按期办结}件。", ("按期办结",)),
    _LATE,
    Sentence("按期办结率为{按期办结率}%。", ("按期办结", "逾期办结"), FEWEST),
)
_DOCUMENTS: Final = (
    Sentence(
        "全年制发规章{规章制发}件，废止{规章废止}件，现行有效{规章现行有效}件。",
        ("规章制发", "规章废止", "规章现行有效"),
    ),
    Sentence(
        "全年制发行政规范性文件{行政规范性文件制发}件，废止{行政规范性文件废止}件，"
        "现行有效{行政规范性文件现行有效}件。"
    ),
)
_CHANNELS: Final = {f"新收申请·{name}": name for name in (CHANNEL_NAMES[one] for one in Channel)}
_TOPIC_PARAGRAPHS: Final[tuple[_Paragraph, ...]] = (
    (Sentence("{请写：围绕哪些重点公开了什么}。"), *_DOCUMENTS),
    (
        Sentence(
            "全年新收政府信息公开申请{新收申请}件，上年结转{上年结转}件，办结{办结}件，"
            "结转下年度继续办理{结转下年}件。"
        ),
        Listing("从提出的方式看，", _CHANNELS),
        *_ON_TIME,
        Sentence("有{答复转为主动公开}件答复转为主动公开。", ("答复转为主动公开",)),
    ),
    (Sentence("{请写：发布前的审查、公开属性的认定、文件的清理和动态调整}。"),),
    (Sentence("{请写：网站专栏、申请平台、政务新媒体和线下查阅点的情况}。"),),
    (Sentence("{请写：机构和人员、培训、考核、社会评议和责任追究的情况}。"),),
)


def _disputes(name: str) -> Sentence:
    results = (
        f"{one.label}{{{name}·{one.label}}}件" for one in table4.COLUMNS if one != table4.TOTAL
    )
    return Sentence(f"政府信息公开{name}{{{name}}}件，其中{'，'.join(results)}。")


_SECTIONS: Final[Mapping[int, tuple[_Paragraph, ...]]] = {
    2: (
        _DOCUMENTS,
        (
            Sentence(
                "作出行政许可决定{行政许可处理决定数量}件，行政处罚决定{行政处罚处理决定数量}件，"
                "行政强制决定{行政强制处理决定数量}件。"
            ),
            Sentence(
                "收取行政事业性收费{行政事业性收费收费金额}万元。", ("行政事业性收费收费金额",), 0
            ),
        ),
    ),
    3: (
        (
            Sentence(
                "全年新收政府信息公开申请{新收申请}件，其中自然人{新收申请·自然人}件，"
                "法人或其他组织{新收申请·法人或其他组织}件；上年结转{上年结转}件。"
            ),
            Sentence(
                "办结{办结}件，其中予以公开{予以公开}件，部分公开{部分公开}件，"
                "不予公开{不予公开}件，无法提供{无法提供}件，不予处理{不予处理}件，"
                "其他处理{其他处理}件。结转下年度继续办理{结转下年}件。"
            ),
            *_ON_TIME,
        ),
        (
            Listing(
                "办理中，",
                {
                    "补正告知": "发出补正告知",
                    "延期答复告知": "发出延期答复告知",
                    "征求第三方意见": "征求第三方意见",
                    "征求其他机关意见": "征求其他机关意见",
                },
            ),
        ),
    ),
    4: ((_disputes("行政复议"), _disputes("行政诉讼")),),
    5: (
        (
            Sentence("存在的主要问题：{请写：公开的内容、答复的质量、解读和平台上的不足}。"),
            Sentence("全年逾期办结申请{逾期办结}件，办理时限还要管得更紧。", ("逾期办结",)),
            Sentence(
                "在行政复议中被纠正{行政复议·结果纠正}件，在行政诉讼中被纠正"
                "{行政诉讼·结果纠正}件，答复的说理和程序还要改进。",
                ("行政复议·结果纠正", "行政诉讼·结果纠正"),
            ),
        ),
        (Sentence("改进情况：{请写：上一年提出的措施落实得怎样，下一步做什么、何时做完}。"),),
    ),
    6: (
        (
            Sentence(
                "本年度发出信息处理费收费通知{收费通知}件，通知总金额{收费通知金额}元，"
                "实际收取{实际收费}元。",
                otherwise="{请写：发出收费通知的件数和总金额、实际收取的总金额}。",
            ),
            Sentence("减收、免收{减免收费}件，共{减免金额}元。", ("减免收费",)),
        ),
        (Sentence("{请写：其他需要报告的事项；没有的，写明没有}。"),),
    ),
}


def first_preamble(year: int, edition: Edition) -> tuple[str, ...]:
    """The paragraphs of the preamble's draft: on what it rests, which year it counts, who answers.

    Arts 49 and 50; the form.
    """
    return (
        f"根据《中华人民共和国政府信息公开条例》第四十九条、第五十条和{FORMS[edition].circular}"
        f"规定的格式，编制本报告。所列数据的统计期限为{year}年1月1日至12月31日。",
        "{请写：在哪里可以看到本报告的电子版}。如有疑问，请联系{请写：部门、地址和办公电话}。",
    )


def first_draft(section: int, edition: Edition, values: Mapping[str, Decimal]) -> tuple[str, ...]:
    """The paragraphs of a section's draft, with references. `values`: name → figure as it is now.

    A cell that holds no figure yet is named all the same; a figure of the records that has no value
    is not.
    """
    at_hand = phrases(edition).keys() | values.keys()
    every = (
        _paragraph(sentences, at_hand, values)
        for sentences in (_TOPIC_PARAGRAPHS if section == 1 else _SECTIONS[section])
    )
    if section == 1:
        return tuple(
            f"（{NUMERALS[place]}）{topic}。{text}"
            for place, (topic, text) in enumerate(zip(TOPICS, every, strict=True))
        )
    return tuple(text for text in every if text)


def _paragraph(
    sentences: Iterable[Sentence | Listing],
    at_hand: AbstractSet[str],
    values: Mapping[str, Decimal],
) -> str:
    return "".join(
        _list(one, values) if isinstance(one, Listing) else _sentence(one, at_hand, values)
        for one in sentences
    )


def _sentence(one: Sentence, at_hand: AbstractSet[str], values: Mapping[str, Decimal]) -> str:
    named = {name for name in names(one.text) if not name.startswith(TO_WRITE)}
    if not named <= at_hand:
        return one.otherwise
    come_to = sum((values.get(name, Decimal(0)) for name in one.of), Decimal(0))
    return one.text if not one.of or come_to >= one.at_least else ""


def _list(one: Listing, values: Mapping[str, Decimal]) -> str:
    parts = [f"{said}{{{name}}}件" for name, said in one.parts.items() if values.get(name)]
    return f"{one.before}{'，'.join(parts)}。" if parts else ""
