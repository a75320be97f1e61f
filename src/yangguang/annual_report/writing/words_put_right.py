"""The remarks of a written report: whose words were put right and how, what was entered by hand."""

from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import Postfix, Prefix

from yangguang.annual_report.comparing.model import SentencePair, TextChange
from yangguang.annual_report.comparing.texts import compared_sections
from yangguang.annual_report.form.sections import PREAMBLE, part_name
from yangguang.annual_report.remarks import ON_WORDS, bracketed
from yangguang.annual_report.report import AnnualReport, DoubtKind, Rewording, Section

_MOST_CHANGES: Final = 8
"""Of more the rest is in the JSON, whole."""
_AROUND: Final = 8
"""Characters quoted before and behind what differs."""
_LONGEST: Final = 80
"""Characters of a quotation; of a longer one the middle is left out."""


def on_words(report: AnnualReport, part: int) -> tuple[str, ...]:
    """The remark behind the words of a section (0: the preamble) that were put right, if any."""
    return tuple(
        bracketed(ON_WORDS, _on(one, report.text_of(part)))
        for one in report.rewordings
        if one.section == part
    )


def on_the_whole(report: AnnualReport) -> tuple[str, ...]:
    """The remarks at the end: what was entered by hand, and those that its file came with."""
    by_hand = (one for one in report.doubts if one.kind is DoubtKind.ENTERED_BY_HAND)
    return (*(bracketed(ON_WORDS, f"{one.message}。") for one in by_hand), *report.remarks)


def _on(one: Rewording, now: str) -> str:
    name, before = part_name(one.section), one.before.strip()
    reason = one.reason.rstrip("。")
    why = f"原因：{reason}。" if reason else ""
    if not before:
        return f"{name}的文字从原文件没有读到，是照原件补上的。{why}"
    if not now.strip():
        return f"{name}的文字已经删去，从原文件读到的是{_quoted(before)}。{why}"
    changes = list(_changes(one.section, before, now))
    if not changes:
        return f"{name}的文字只改正了空格、标点的写法或者分段。{why}"
    said = "；".join(changes[:_MOST_CHANGES])
    if len(changes) > _MOST_CHANGES:
        said += f"等 {len(changes)} 处（改正前的全文在这份年报的 JSON 文件里）"
    return f"{name}的文字和从原文件读到的不同：{said}。{why}"


def _changes(part: int, before: str, now: str) -> Iterator[str]:
    """What became of each sentence that differs."""
    for pair in _compared(part, before, now):
        match pair.change:
            case TextChange.REMOVED:
                yield f"删去{_quoted(_words(pair)[0])}"
            case TextChange.ADDED:
                yield f"加上{_quoted(_words(pair)[1])}"
            case TextChange.CHANGED | TextChange.YEAR:
                old, new = _cut(*_words(pair))
                yield f"{_quoted(old)}改为{_quoted(new)}"


def _compared(part: int, before: str, now: str) -> tuple[SentencePair, ...]:
    (found,) = compared_sections(_only(part, before), _only(part, now))
    return found.sentences


def _only(part: int, text: str) -> AnnualReport:
    """A report that says nothing else."""
    if part == PREAMBLE:
        return AnnualReport("", preamble=text)
    return AnnualReport("", sections=(Section(part, "", text),))


def _words(pair: SentencePair) -> tuple[str, str]:
    left, right = (
        "".join(piece.text for piece in side.pieces) if side else ""
        for side in (pair.left, pair.right)
    )
    return left, right


def _cut(old: str, new: str) -> tuple[str, str]:
    """Two sentences without what they have in common before and behind, but a few characters."""
    shorter = min(len(old), len(new))
    head = max(0, Prefix.similarity(old, new) - _AROUND)
    tail = max(0, min(Postfix.similarity(old, new), shorter - head) - _AROUND)
    return _middle(old, head, tail), _middle(new, head, tail)


def _middle(text: str, head: int, tail: int) -> str:
    return ("…" if head else "") + text[head : len(text) - tail] + ("…" if tail else "")


def _quoted(text: str) -> str:
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        half = _LONGEST // 2
        plain = f"{plain[:half]}…（共 {len(plain)} 字）…{plain[-half:]}"
    return f"“{plain}”"
