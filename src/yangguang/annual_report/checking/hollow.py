"""Sections five and six that are empty or say nothing.

Source: 条例 Art. 50 (problems and improvement); 国办函〔2020〕109号 and the form (section six
states the information processing fees).
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.tables_followed import is_under_form
from yangguang.annual_report.form import SECTIONS
from yangguang.annual_report.report import Section, Span

_PROBLEMS: Final = 5
_OTHER_MATTERS: Final = 6
_FEES_IN_FORCE: Final = date(2021, 1, 1)
"""国办函〔2020〕109号; reports for earlier years have no fees to state."""

_NOTHING: Final = re.compile(
    r"\s*(?:本(?:年度|机关|单位|部门|局)|目前|暂|均|\d{4}\s*年度?)*(?:暂|均)?(?:无|没有|不存在|未发现)"
    r"[^。；\n]{0,20}[。；]?\s*"
)
_PROBLEM: Final = re.compile(
    "问题|不足|差距|不够|不强|不高|不深|不全|不多|不少|不及时|不到位|不规范|不完善|不均|不熟|不广|不平衡"
    "|不理想|不明显|不畅|有待|欠缺|薄弱|短板|滞后|困难|尚需|仍需|还需|需要?进一步|较少|较低|偏[少低弱]|单一|缺乏|弱项|提升空间|[较偏过]慢|频繁|落后|短缺"
)
_MEASURE: Final = re.compile(
    "改进|措施|下一步|今后|将|加强|完善|提升|提高|强化|推进|规范|健全|优化|整改|拓宽|深化|加大|严格"
)
_FEE_BY_NAME: Final = "处理费"
_FEE: Final = re.compile("处理费|收费|费用|收取|缴费")


def _section(subject: Subject, number: int) -> Section | None:
    return subject.report.section(number) if is_under_form(subject.report) else None


def _whole(section: Section) -> tuple[Span, ...]:
    return (Span(section.number, 0, len(section.text)),)


def _is_nothing(section: Section) -> bool:
    return _NOTHING.fullmatch(section.text) is not None


def _empty(subject: Subject) -> Iterator[Hit]:
    for number in (_PROBLEMS, _OTHER_MATTERS):
        section = _section(subject, number)
        if section is not None and not section.text.strip():
            yield Hit({"title": SECTIONS[number]})


def _no_problems(subject: Subject) -> Iterator[Hit]:
    section = _section(subject, _PROBLEMS)
    if section is None or not section.text.strip():
        return
    if _is_nothing(section):
        yield Hit({"lacking": "存在的问题和改进情况"}, spans=_whole(section))
        return
    lacking = [
        name
        for name, sign in (("存在的问题", _PROBLEM), ("改进措施", _MEASURE))
        if not sign.search(section.text)
    ]
    if lacking:
        yield Hit({"lacking": "和".join(lacking)}, spans=_whole(section))


def _no_fees(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    section = _section(subject, _OTHER_MATTERS)
    if section is None or not section.text.strip():
        return
    if report.year is None or report.year < _FEES_IN_FORCE.year or _FEE.search(section.text):
        return
    if not any(_FEE_BY_NAME in other.text for other in report.sections):
        yield Hit(spans=_whole(section))


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "sections.empty",
        Severity.WARNING,
        "部分没有内容",
        basis.CONTENTS,
        "“{title}”部分只有标题，没有内容。没有的也应写明。",
        _empty,
    ),
    Rule(
        "section5.hollow",
        Severity.NOTE,
        "没有写明问题或者改进",
        basis.CONTENTS,
        "第五部分没有写明{lacking}。请写出具体问题和相应的改进情况。",
        _no_problems,
    ),
    Rule(
        "section6.no_fees",
        Severity.NOTE,
        "没有写明信息处理费",
        f"{basis.FEES}；{basis.FORM}",
        "第六部分没有写明收取信息处理费的情况。没有收取的也应写明。",
        _no_fees,
    ),
)
