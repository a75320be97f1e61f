"""Wording: words and characters that do not belong, and a period that the law has changed."""

import re
from collections.abc import Iterator
from typing import Final

from yangguang.annual_report.checking import basis
from yangguang.annual_report.checking.model import Hit, Rule, Severity, Subject
from yangguang.annual_report.checking.prose_names import shortened
from yangguang.annual_report.claims.prose import prose_of
from yangguang.annual_report.fold import traditional_characters
from yangguang.annual_report.report import Span

_ASCII_RUN: Final = re.compile(r"[A-Za-z](?:[!-~ ]*[!-~])?")
"""From a Latin letter to the next character that is none of ASCII's."""
_LOWER_WORDS: Final = re.compile(r"[a-z]{2,}(?: [a-z]{2,})*")
_IN_USE: Final = re.compile(
    r"(?:apps?|wap|web|www|https?|html?|docx?|xlsx?|pptx?|pdf|ofd|wps|txt|jpe?g|png|mp|zip|rar|csv|"
    r"xml|json|word|excel|logo|wifi|blog|vlog|e?mail|flash|banner|ip|pc|km|kg|cm|mm|kwh?|mb|gb|\s)+"
)
"""Lower-case words that Chinese official prose uses as they are: file types, units, the net."""
_JOINED: Final = frozenset("@_./:-·“”\"'‘’<《（(")
"""What before a word makes it part of an address, a name or a quotation."""


def _stray_words(subject: Subject) -> Iterator[Hit]:
    found: dict[str, list[Span]] = {}
    for section, text in prose_of(subject.report):
        for run in _ASCII_RUN.finditer(text):
            words = run[0].rstrip(",.;:!?)>\"' ")
            before = text[run.start() - 1 : run.start()] if run.start() else ""
            if before in _JOINED or (before.isascii() and before.isalnum()):
                continue
            if _LOWER_WORDS.fullmatch(words) and not _IN_USE.fullmatch(words):
                span = Span(section, run.start(), run.start() + len(words))
                found.setdefault(words, []).append(span)
    for words, spans in found.items():
        yield Hit({"words": words, "times": _times(len(spans))}, (), tuple(spans))


def _times(count: int) -> str:
    return f"（{count} 处）" if count > 1 else ""


def _traditional(subject: Subject) -> Iterator[Hit]:
    spans: list[Span] = []
    simplified: dict[str, str] = {}
    for section, text in prose_of(subject.report):
        if here := traditional_characters(text):
            simplified |= here
            spans.extend(
                Span(section, *match.span()) for match in re.finditer(f"[{''.join(here)}]+", text)
            )
    if spans:
        pairs = [f"“{old}”（规范字“{new}”）" for old, new in sorted(simplified.items())]
        listed = "、".join(pairs[:_MOST]) + (f"等 {len(pairs)} 字" if len(pairs) > _MOST else "")
        yield Hit({"listed": listed, "count": len(spans)}, (), tuple(spans))


_MOST: Final = 8
_FIFTEEN_DAYS: Final = re.compile(r"(?:[1１][5５]|十五)\s*个?\s*工作日")
_ANSWERING: Final = re.compile(r"答复|答覆|延长|延期|回复|办结|办理完毕|予以办理")
_OTHER_PERIOD: Final = re.compile(
    r"第三方|第三人|征求|征询|意见|补正|补充|共同制作|牵头|协商|会商|起诉|复议|缴费|缴纳|异议|公示|公告|挂网|压缩|缩短|提前(?!告知|通知)|承诺|平均"
)
_REQUEST: Final = re.compile(r"申请|延[长期][^，。；]{0,8}(?:[1１][5５]|十五)")


def _old_period(subject: Subject) -> Iterator[Hit]:
    for section, text in prose_of(subject.report):
        for found in _FIFTEEN_DAYS.finditer(text):
            start = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
            end = min(
                (e for mark in "。；\n" if (e := text.find(mark, found.end())) >= 0),
                default=len(text),
            )
            sentence = text[start:end]
            if (
                _ANSWERING.search(sentence)
                and _REQUEST.search(sentence)
                and not _OTHER_PERIOD.search(sentence)
            ):
                yield Hit({"words": shortened(sentence)}, (), (Span(section, *found.span()),))


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "wording.stray_latin",
        Severity.WARNING,
        "中文正文中夹杂外文单词",
        basis.STANDARD_CHARACTERS,
        "正文中夹杂外文单词“{words}”{times}，疑为转换或录入所致，请改为中文。",
        _stray_words,
    ),
    Rule(
        "wording.traditional",
        Severity.WARNING,
        "正文简体字、繁体字混用",
        basis.STANDARD_CHARACTERS,
        "正文有 {count} 处未用规范汉字：{listed}。请改为规范字；人名、地名用字除外。",
        _traditional,
    ),
    Rule(
        "wording.fifteen_days",
        Severity.NOTE,
        "答复申请的期限现为二十个工作日",
        basis.PERIODS,
        "“{words}”：自 2019 年 5 月 15 日起，答复申请和延长答复的期限为 20 个工作日。"
        "请核对；征求第三方意见、补正等其他期限除外。",
        _old_period,
    ),
)
