"""Whether the six sections are there, under the form's titles, in the form's order.

Source: 条例 Art. 50; 国办公开办函〔2021〕30号, 国办公开办函〔2019〕60号. Silent for
reports before 2019, which had no form.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.cell_names import several, table_name
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.tables_followed import is_under_form
from yangguang.annual_report.fold import fold, simplify
from yangguang.annual_report.form import SECTIONS, TOPICS
from yangguang.annual_report.form.sections import heading
from yangguang.annual_report.report import AnnualReport, Section

_SUBJECTS: Final = {
    1: re.compile("总体|概述|概况|基本情况"),
    2: re.compile("主动公开"),
    3: re.compile("申请"),
    4: re.compile("复议|诉讼"),
    5: re.compile("问题|改进"),
    6: re.compile("其他|需要(?:报告|说明)"),
}
"""What a title must speak of to be that section's."""

_PADDING: Final = re.compile(
    "政府信息公开|依申请公开|主动公开|行政机关|政府信息|信息公开|工作|总体|整体|情况|概述|概况|基本"
    "|收到|处理|办理|申请|答复|行政|复议|诉讼|因|被|提起|存在|主要|问题|不足|困难|改进|措施|下一步|打算"
    "|其他|其它|需要|报告|说明|事项|本年度|年度|以及|[的和与及、，,:：；()（）\\s]"
)
"""The words of which ordinary variants of the six titles are made."""

_TOPIC_SIGNS: Final = dict(
    zip(
        TOPICS,
        (
            re.compile("主动公开|发布"),
            re.compile("依申请|申请"),
            re.compile("信息管理|规范性文件|公开属性|审查|审核|目录|归档"),
            re.compile("平台|网站|公众号|新媒体|专栏|微博"),
            re.compile("监督|保障|考核|培训|评议|问责|责任追究"),
        ),
        strict=True,
    )
)
"""What shows that section one speaks of a topic, if not under its name."""

_LONGEST_TITLE: Final = 30


@lru_cache(maxsize=1024)
def _key(title: str) -> str:
    return re.sub(r"[\s、，,。:：]", "", simplify(fold(title)))


_TITLES: Final = {number: _key(title) for number, title in SECTIONS.items()}


def _unheaded(report: AnnualReport) -> dict[int, str]:
    """Sections without a heading of their own whose matter is there all the same → the sign."""
    present = {section.number for section in report.sections}
    found: dict[int, str] = {}
    missing = [number for number in SECTIONS if number not in present]
    for number in missing:
        if number in report.tables:
            found[number] = f"{table_name(number)}在"
        elif line := _title_line(report, number):
            found[number] = f"正文中有“{line}”一行"
    return found


def _title_line(report: AnnualReport, number: int) -> str | None:
    for section in report.sections:
        for line in section.text.split("\n"):
            if len(line) <= _LONGEST_TITLE and _TITLES[number] in _key(line):
                return line.strip()
    return None


def _missing(subject: Subject) -> Iterator[Hit]:
    """Only in files with tables: of what has lost its tables, who knows what else is lost."""
    report = subject.report
    present = {section.number for section in report.sections}
    if present >= SECTIONS.keys() or not report.tables or not is_under_form(report):
        return
    unheaded = _unheaded(report)
    missing = [number for number in SECTIONS if number not in present | unheaded.keys()]
    if missing:
        cut = missing == list(SECTIONS)[-len(missing) :] and len(missing) > 1
        yield Hit(
            {
                "titles": "".join(f"“{heading(number)}”" for number in missing),
                "cut": "如果是文件不完整，请换用完整的文件。" if cut else "",
            }
        )


def _heading_missing(subject: Subject) -> Iterator[Hit]:
    if is_under_form(subject.report):
        for number, sign in _unheaded(subject.report).items():
            yield Hit({"title": heading(number), "sign": sign})


def _is_variant(section: Section) -> bool:
    """Whether a title differs from the form's only in the ways that are common."""
    title = simplify(fold(section.title))
    return bool(_SUBJECTS[section.number].search(title)) and not _PADDING.sub("", title)


def _changed(report: AnnualReport) -> Iterator[Section]:
    """The sections whose titles are not the form's."""
    if not is_under_form(report):
        return
    for section in report.sections:
        if section.number in SECTIONS and _key(section.title) != _TITLES[section.number]:
            yield section


def _variant(subject: Subject) -> Iterator[Hit]:
    for section in _changed(subject.report):
        if _is_variant(section):
            yield Hit({"title": section.title.strip(), "right": SECTIONS[section.number]})


def _renamed(subject: Subject) -> Iterator[Hit]:
    for section in _changed(subject.report):
        if not _is_variant(section):
            yield Hit({"title": section.title.strip(), "right": SECTIONS[section.number]})


def _misordered(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    if not is_under_form(report):
        return
    printed = [s.number for s in sorted(report.sections, key=lambda s: s.position)]
    known = [number for number in printed if number in SECTIONS]
    if known != sorted(known):
        yield Hit({"order": "、".join(f"“{SECTIONS[number]}”" for number in known)})


def _topics(subject: Subject) -> Iterator[Hit]:
    report = subject.report
    first = report.section(1)
    if first is None or not first.text.strip() or not is_under_form(report):
        return
    text = simplify(fold(first.text))
    left_out = [topic for topic, sign in _TOPIC_SIGNS.items() if not sign.search(text)]
    if left_out:
        yield Hit({"topics": several(f"“{topic}”" for topic in left_out)})


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "form.section_missing",
        Severity.ERROR,
        "缺少规定的部分",
        f"{basis.CONTENTS}；{basis.FORM}",
        "没有{titles}部分。年度报告应当包括规定的六个部分，没有内容的也应保留标题并写明。{cut}",
        _missing,
    ),
    Rule(
        "form.heading_missing",
        Severity.WARNING,
        "缺少部分的标题",
        basis.FORM,
        "没有“{title}”的标题，但{sign}。请按格式补上标题。",
        _heading_missing,
    ),
    Rule(
        "form.section_misordered",
        Severity.WARNING,
        "各部分次序与格式不同",
        basis.FORM,
        "各部分的次序是{order}，与格式规定的次序不同。请按格式调整。",
        _misordered,
    ),
    Rule(
        "form.section_renamed",
        Severity.WARNING,
        "部分的标题与格式不符",
        basis.FORM,
        "标题“{title}”与格式规定的“{right}”不符。请改用规定的标题。",
        _renamed,
    ),
    Rule(
        "form.section_variant",
        Severity.NOTE,
        "部分的标题与格式略有出入",
        basis.FORM,
        "标题“{title}”与格式规定的“{right}”略有出入，可改用规定的标题。",
        _variant,
    ),
    Rule(
        "form.topic_missing",
        Severity.NOTE,
        "总体情况没有写全五个方面",
        basis.FORM,
        "第一部分未见关于{topics}的内容。总体情况应当包括规定的五个方面，请补写。",
        _topics,
    ),
)
