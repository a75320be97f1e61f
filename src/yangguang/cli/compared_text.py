"""The text of two reports in the terminal: what was changed, sentence by sentence.

Changed words are marked by colour and line where the terminal has colours, else by 【】; sentences
by - (left) and + (right) at their head, so nothing is said by colour alone.
"""

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from yangguang.annual_report.checking.prose_names import section_name
from yangguang.annual_report.comparing import (
    Comparison,
    Passage,
    Piece,
    Relation,
    SectionPair,
    SentencePair,
    TextChange,
)
from yangguang.cli.terminal import console, plain, print_line

_CONTEXT = 14
"""How many words of a sentence are shown on either side of a change."""
_LEFT, _RIGHT = "left", "right"
_STYLES = {_LEFT: "red", _RIGHT: "green"}
_SIGNS = {_LEFT: "-", _RIGHT: "+"}


def print_text(comparison: Comparison, *, everything: bool) -> None:
    """Print the differences in the text; `everything` also sentences that are the same."""
    print_line(plain("文字：- 左边，+ 右边，" + _mark_in_words(), "bold"))
    sections = [section for section in comparison.sections if section.sentences]
    if not sections:
        print_line(plain("两份报告都没有文字。"), 2)
    for section in sections:
        _print_section(section, comparison.relation, everything)
    console().print()


def _mark_in_words() -> str:
    return "改动处加下划线" if console().color_system else "改动处加【】"


def _print_section(section: SectionPair, relation: Relation, everything: bool) -> None:
    left, right = section.titles
    title = left or right
    name = section_name(section.number) + (f" {title}" if title else "")
    print_line(plain(f"{name}：{_count(section, relation)}"), 2)
    for pair in section.sentences:
        if everything or _is_shown(pair, relation):
            _print_pair(pair, everything)


def _is_shown(pair: SentencePair, relation: Relation) -> bool:
    """Whether a reader of differences sees it: of two agencies' texts, only what is akin."""
    is_akin = pair.left is not None and pair.right is not None
    return pair.is_different and (is_akin or relation is not Relation.AGENCIES)


def _count(section: SectionPair, relation: Relation) -> str:
    left, right = (
        ("删去", "新增") if relation is not Relation.AGENCIES else ("只在左边", "只在右边")
    )
    words = {
        TextChange.SAME: "相同",
        TextChange.YEAR: "只改年份",
        TextChange.CHANGED: "改动",
        TextChange.REMOVED: left,
        TextChange.ADDED: right,
    }
    counts = Counter(pair.change for pair in section.sentences)
    return "，".join(
        f"{word} {counts[change]} 句" for change, word in words.items() if counts[change]
    )


def _print_pair(pair: SentencePair, everything: bool) -> None:
    if pair.left and pair.right and not pair.is_different:
        print_line(plain(_flat(pair.right.text), "dim"), 4, plain(" "))
        return
    if pair.left:
        print_line(_marked(pair.left, pair, _LEFT, everything), 4, _sign(_LEFT))
    if pair.right:
        print_line(_marked(pair.right, pair, _RIGHT, everything), 4, _sign(_RIGHT))


def _sign(side: str) -> Text:
    return plain(_SIGNS[side], _STYLES[side])


def _flat(text: str) -> str:
    return " ".join(text.split())


def _marked(passage: Passage, pair: SentencePair, side: str, everything: bool) -> Text:
    """The words of a passage, what was changed in them marked, what is far from that left out."""
    if pair.change is not TextChange.CHANGED:
        return plain(_flat(passage.text), _STYLES[side])
    pieces = passage.pieces if everything else tuple(_near_changes(passage.pieces))
    line = Text()
    for piece in pieces:
        words = piece.text.replace("\n", " ").rstrip()
        after = " " * (len(piece.text) - len(words))
        if not piece.is_changed:
            line += plain(words + after)
        elif console().color_system:
            line += plain(words, f"{_STYLES[side]} underline") + after
        else:
            line += plain(f"【{words}】{after}")
    return line


def _near_changes(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    last = len(pieces) - 1
    if not last:
        yield from pieces
        return
    for at, piece in enumerate(pieces):
        if piece.is_changed:
            yield piece
            continue
        head = piece.text[:_CONTEXT] if at else ""
        tail = piece.text[-_CONTEXT:] if at < last else ""
        if len(head) + len(tail) + 2 < len(piece.text):
            yield Piece(f"{head}…{tail}", False)
        else:
            yield piece
