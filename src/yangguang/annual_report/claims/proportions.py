"""What figures in the prose say of each other: 其中 lists, shares, growth rates."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from yangguang.annual_report.claims.figures import Figure
from yangguang.annual_report.claims.model import Breakdown, Change, Part, Share
from yangguang.annual_report.claims.prose import Sentence
from yangguang.annual_report.claims.words import bare

_AMONG: Final = "其中"
_OPENS: Final = re.compile(r"其中|包括|包含|(?<=[^\d\s率数])[：:](?=[^\d])")
"""What opens a list of parts; a colon does so right after the whole."""
_NAME: Final = re.compile(r"[一-鿿]+$")
_LONGEST_NAME: Final = 8
"""How many characters before a figure name what it counts."""
_REACH: Final = 30
"""How far before 其中 the whole may stand, in characters."""
_LIST_ENDS: Final = re.compile(r"[；;]|其中")
_NOT_A_PART: Final = re.compile(r"同比|环比|增[加长]|减少|下降|上升|[较比][上去20]|占|率")
_OPEN: Final = re.compile(r"\s*(?:余|多)?(?:等|以及其他|及其他)")
_MAIN_PARTS: Final = re.compile(r"主要|重点|大部分|多数|不少")
_ONLY_COUNTED: Final = frozenset({"篇", "条", "件", "份", "期", "个", "项", "则", "幅"})
"""Things of which a stated share must be a whole number; of 3 surveys it may be one of people."""
_PEOPLE: Final = re.compile(r"群众|公众|网民|人员|满意|率")
_RATES: Final = frozenset({"%", "个百分点"})

_SHARE_OF: Final = re.compile(
    r"占(?:比|[^，。；]{0,14}?[的之])?(?:比?[例重])?(?:达到?|为|高达|是)?"
)
_OF_WHOLE: Final = re.compile(r"[^，。；]{0,10}的?(?:比[例重])?(?:达到?|为)?")
_ELSEWHERE: Final = re.compile(r"全[国省市县区州]|[上去]年")
_ALL: Final = 100
"""申请 102 件，答复 99 件，答复率 100%: of those that were due."""
_RATE: Final = re.compile(
    r"[，,]?(?:且|并)?(?P<act>办结|答复|回复|办复|采纳|整改|完成|处理)率(?:达到?|均?为|高达|是)?"
)
_RISE: Final = re.compile(r"增[加长幅]|上升|提高|提升")
_FALL: Final = re.compile(r"减少|下降|降[低幅]|回落")
_THAN_BEFORE: Final = re.compile(r"[较比](?:上一?年度?|去年|20\d\d年度?)(?:同期)?的?")
_FROM: Final = re.compile(r"[由从](?:上一?年度?|去年|20\d\d年度?)?(?:同期)?的?$")
_TO: Final = re.compile(r"(?:增[加长]|上升|减少|下降|降[低]?|提高)[至到为]$")


def breakdowns(sentence: Sentence) -> Iterator[Breakdown]:
    """The 其中 lists of a sentence: the whole is the last figure before 其中."""
    if len(sentence.figures) < 2:
        return
    first, last = sentence.figures[0].stop, sentence.figures[-1].start
    for opening in _OPENS.finditer(sentence.text, first, last):
        before = _wholes_before(sentence, opening.start())
        if not before or (opening[0] in "：:" and before[-1].stop != opening.start()):
            continue
        *earlier, whole = before
        parts, open_ended = _parts_after(sentence, opening.end(), whole)
        if parts:
            yield Breakdown(sentence.section, whole, tuple(parts), tuple(earlier), open_ended)


def _wholes_before(sentence: Sentence, at: int) -> list[Figure]:
    """The last figure before a list, outside brackets closed since, after those of its unit."""
    text = sentence.text
    before = [f for f in sentence.figures if f.stop <= at and f.unit not in _RATES]
    outside = [f for f in before if _closed(text[f.stop : at]) <= 0]
    if not outside:
        return []
    whole = outside[-1]
    between = text[whole.stop : at]
    if len(between) > _REACH or "；" in between or ";" in between:
        return []
    return [f for f in before if f.unit == whole.unit and f.start <= whole.start]


def _closed(text: str) -> int:
    """How many brackets more are closed in `text` than opened."""
    return text.count("）") + text.count(")") - text.count("（") - text.count("(")


def _parts_after(sentence: Sentence, start: int, whole: Figure) -> tuple[list[Part], bool]:
    """The figures of the list that begins at `start`, on its own level of brackets."""
    text = sentence.text
    parts: list[Part] = []
    open_ended, depth = False, 0
    for figure in sentence.figures:
        if figure.start < start:
            continue
        words = text[start : figure.start]
        depth -= _closed(words)
        if depth < 0 or (depth == 0 and _LIST_ENDS.search(words)):
            break
        start = figure.stop
        if depth > 0 or figure.unit in _RATES or _NOT_A_PART.search(words):
            continue
        if figure.unit != whole.unit:
            open_ended = True
            continue
        if not parts and _MAIN_PARTS.search(words):
            open_ended = True
        parts.append(Part(figure, bare(words).strip("，,、：:（(）)；")))
    if parts and _OPEN.match(text, parts[-1].figure.stop):
        open_ended = True
    return parts, open_ended


def shares(sentence: Sentence) -> Iterator[Share]:
    """The percentages of a sentence whose whole, and part, the sentence states."""
    if not any(figure.unit == "%" for figure in sentence.figures):
        return
    lists = list(breakdowns(sentence))
    for index, percent in enumerate(sentence.figures):
        if percent.unit == "%" and index:
            share = _share(sentence, lists, index)
            if share is not None:
                yield share


def _share(sentence: Sentence, lists: list[Breakdown], index: int) -> Share | None:
    figures, text, section = sentence.figures, sentence.text, sentence.section
    percent, last = figures[index], figures[index - 1]
    words = bare(text[last.stop : percent.start])
    if last.unit in _RATES or "；" in words or _ELSEWHERE.search(words):
        return None
    before = figures[index - 2] if index > 1 else None
    between = bare(text[before.stop : last.start]) if before else ""
    if before and before.unit == last.unit:
        if between.lstrip("，,（(").startswith("占") and _OF_WHOLE.fullmatch(words):
            return Share(section, percent, last, before)
        rate = _RATE.fullmatch(words)
        of_due = percent.value == _ALL and "申请" in text[sentence.start : last.start]
        if rate and rate["act"] in between and not of_due:
            return Share(section, percent, before, last)
    if not (found := _SHARE_OF.search(words)) or found.end() != len(words):
        return None
    noun = words[: found.start()].strip("，,、（(：:")
    if not noun:
        whole = next((b.whole for b in lists if any(p.figure is last for p in b.parts)), None)
        whole = whole or _named_whole(sentence, index - 1)
        return Share(section, percent, whole, last) if whole else None
    described = bare(text[max(sentence.start, last.start - 12) : last.start])
    if last.unit not in _ONLY_COUNTED or _PEOPLE.search(noun) or _AMONG in described:
        return None
    if any(a + b in described for a, b in pairwise(noun)):
        return Share(section, percent, last, None)
    return None


def _named_whole(sentence: Sentence, index: int) -> Figure | None:
    """解读 40 篇，图文解读 26 篇，占 65%: the one figure before it that counts the same thing."""
    figures, text = sentence.figures, sentence.text
    part = figures[index]
    larger = [f for f in figures[:index] if f.unit == part.unit and f.value > part.value]
    if len(larger) != 1 or part.unit not in _ONLY_COUNTED:
        return None
    (whole,) = larger
    if text.startswith(("占", "，占"), whole.stop):
        return None
    one, other = _name_before(text, whole), _name_before(text, part)
    return whole if any(a + b in one for a, b in pairwise(other)) else None


def _name_before(text: str, figure: Figure) -> str:
    """The characters right before a figure, back to the last mark or figure."""
    found = _NAME.search(text, max(0, figure.start - _LONGEST_NAME), figure.start)
    return found[0] if found else ""


def _outside(sentence: Sentence, index: int) -> int | None:
    """The figure before that at `index`, leaving out what stands in brackets between them."""
    figures, text = sentence.figures, sentence.text
    for at in range(index - 1, -1, -1):
        if _closed(text[figures[at].stop : figures[index].start]) <= 0:
            return at
    return None


def changes(sentence: Sentence) -> Iterator[Change]:
    """The growth rates of a sentence that states this year's and last year's figure."""
    figures, text = sentence.figures, sentence.text
    for index, percent in enumerate(figures):
        if percent.unit != "%" or index < 2:
            continue
        at, second = _outside(sentence, index - 1), figures[index - 1]
        if at is None:
            continue
        first = figures[at]
        words = bare(text[second.stop : percent.start])
        falling = _FALL.search(words) is not None
        if first.unit != second.unit or not (falling or _RISE.search(words)):
            continue
        start = figures[at - 1].stop if at else sentence.start
        lead, between = bare(text[start : first.start]), bare(text[first.stop : second.start])
        if _FROM.search(lead) and _TO.search(between):
            yield Change(sentence.section, percent, second, first, None, falling)
        elif (than := _THAN_BEFORE.search(between)) is not None:
            if than.end() == len(between):
                yield Change(sentence.section, percent, first, second, None, falling)
            elif _RISE.search(between) or _FALL.search(between):
                yield Change(sentence.section, percent, first, None, second, falling)
