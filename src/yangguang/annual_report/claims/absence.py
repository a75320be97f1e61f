"""Claims of nothing: 没有收到申请, 未发生行政复议、行政诉讼, 未收取信息处理费."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from yangguang.annual_report.claims.model import Claim, Quantity
from yangguang.annual_report.claims.scope import Owner
from yangguang.annual_report.claims.words import bare
from yangguang.annual_report.report import Span

_NOT: Final = r"(?:没有|未曾?|尚未|不存在|没|无)"
_NONE_HAPPENED: Final = (
    r"(?:因|被|有|发生|出现|收到|接到|受理|产生|引发|引起|提起|涉及|申请|政府|信息|公开|工作|依|"
    r"答复|不服|当事人|申请人|公民|案件|过|的|任何|相关|有关|而|由|[\s，、])*"
)
_REQUESTS: Final = re.compile(
    r"(?:没有|未曾?|没)[^\S\n]*(?:收到|接到|受理|接收|有(?=公民|自然人))"
    r"(?:过|和处理|或处理|、处理|及处理)?"
    r"(?:任何|形式|关于|要求|申请人|公民|自然人|法人|和|及|或|、|其他|组织|单位|个人|提出|的|有关|相关|政府|信息|公开|依)*"
    r"申请(?!人|超|表|书|办理)(?:公开)?+(?!的?(?:行政)?(?:复议|诉讼)|投诉)"
)
_NO_REQUESTS: Final = re.compile(
    r"无(?:任何|新收|新增)?(?:依申请公开|政府信息公开申请)(?=[，。；、\s情况事项案件）)]|$)"
)
_REVIEW: Final = r"(?:行政)?复议"
_SUIT: Final = r"(?:行政)?诉讼"
_JOINED: Final = (
    r"(?:案件|情况)?\s*(?:、|和|及|以及|或者?|与|，)?\s*(?:被)?(?:提起|引发|发生)?(?:政府信息公开)?"
)
_NOT_A_RESULT: Final = r"(?![^，。；\n]{0,8}(?:纠正|败诉|撤销|维持|纠错|审结|机关))"
_DISPUTES: Final = re.compile(
    rf"{_NOT}{_NONE_HAPPENED}({_REVIEW})?(?(1){_JOINED})({_SUIT})?{_NOT_A_RESULT}"
)
_FEES: Final = re.compile(
    r"(?:没有|未曾?|无)[^，。；\n]{0,16}?(?:收取|产生|收)[^，。；\n]{0,16}?(?:处理费|费用|收费)"
)
_DOCUMENTS: Final = re.compile(
    r"(?:没有|未)(?:新)?(?:制发|制定|出台|印发|制作)(?:过|任何|新的?|行政)*规范性文件"
)
_DECISIONS: Final = re.compile(
    r"(?:没有|未)(?:作出|做出|实施|办理|发生|产生)(?:过|任何)*行政(许可|处罚|强制)(?!事项)"
)
_DECIDED: Final = {
    "许可": Quantity.LICENCES,
    "处罚": Quantity.PENALTIES,
    "强制": Quantity.COERCION,
}
_ABOUT_DISCLOSURE: Final = re.compile(r"信息公开|依申请")
_NOTHING: Final = Decimal(0)
_TRIGGER: Final = re.compile(r"[未没无]|不存在")
_SUBJECTS: Final = re.compile(r"申请|复议|诉讼|费|规范性文件|行政[许处强]")
_SENTENCE: Final = re.compile(r"[^。！？\n]+")


def absences(section: int, text: str, owner: Owner) -> Iterator[Claim]:
    """The claims in `text`, which is plain, that there was nothing.

    Their `number` is the words that say so.
    """
    done = 0
    for trigger in _TRIGGER.finditer(text):
        if trigger.start() < done:
            continue
        start = max(done, *(text.rfind(mark, done, trigger.start()) + 1 for mark in "。！？\n"))
        sentence = _SENTENCE.match(text, start)
        done = sentence.end() if sentence else start
        if _SUBJECTS.search(text, trigger.start(), done):
            yield from _in_sentence(section, text, start, done, owner)


def _in_sentence(section: int, text: str, start: int, end: int, owner: Owner) -> Iterator[Claim]:
    span = Span(section, start, end)

    def claim(quantity: Quantity, words: re.Match[str]) -> Claim:
        scope = owner.scope_of(bare(text[start : words.start()]))
        return Claim(quantity, _NOTHING, span, Span(section, *words.span()), scope=scope)

    if found := _REQUESTS.search(text, start, end) or _NO_REQUESTS.search(text, start, end):
        yield claim(Quantity.REQUESTS_RECEIVED, found)
    for found in _DISPUTES.finditer(text, start, end):
        if not (found[1] or found[2]) or not _is_about_disclosure(section, text, start, end):
            continue
        if found[1]:
            yield claim(Quantity.REVIEWS, found)
        if found[2]:
            yield claim(Quantity.SUITS, found)
    if found := _FEES.search(text, start, end):
        yield claim(Quantity.PROCESSING_FEES, found)
    if found := _DOCUMENTS.search(text, start, end):
        yield claim(Quantity.NORMATIVE_ISSUED, found)
    if found := _DECISIONS.search(text, start, end):
        yield claim(_DECIDED[found[1]], found)


def _is_about_disclosure(section: int, text: str, start: int, end: int) -> bool:
    return section == 4 or _ABOUT_DISCLOSURE.search(text, start, end) is not None
