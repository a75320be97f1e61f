"""What the words read so far, from figure to figure, say of the next one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from yangguang.annual_report.claims.figures import Figure
from yangguang.annual_report.claims.model import Quantity, Scope
from yangguang.annual_report.claims.prose import Sentence
from yangguang.annual_report.claims.scope import Owner, worse
from yangguang.annual_report.claims.words import Act, Mark, Topic, Word, bare, words_in

_AFTER: Final = re.compile(r"[^，。；、,;（()）\n]*")
_PAUSE: Final = re.compile(r"[，、；：（）]")
_DECIDES: Final = re.compile(r"(?:受理|[办审]理|作出)(?![^，；]*答复)[^，；]{0,16}复议")
"""受理、审理行政复议: what a body does that decides reviews, not one against which they go."""
_ATTRIBUTE: Final = "依申请公开"
_BY_ATTRIBUTE: Final = re.compile(r"主动公开[的类有为共计]{0,3}$")
_DONE: Final = re.compile(r"[作做]出|实施|；")
"""What begins to tell of decisions made."""
_REACH: Final = 16
"""How many characters after a figure may still say what it counts."""


class Piece(NamedTuple):
    """A figure with the bare text before it and after it, within its sentence.

    `following` is what stands after it as printed, brackets included.
    """

    figure: Figure
    before: str
    after: str
    following: str


_MEMORY: Final = 100
"""How many characters before a figure may say what it counts."""


def pieces(sentence: Sentence) -> Iterator[Piece]:
    """The figures of a sentence with the words that may say what they count."""
    at = sentence.start
    text = sentence.text
    for index, figure in enumerate(sentence.figures):
        last = index + 1 == len(sentence.figures)
        bound = sentence.end if last else sentence.figures[index + 1].start
        match = _AFTER.match(text, figure.stop, min(bound, figure.stop + 2 * _REACH))
        yield Piece(
            figure,
            bare(text[max(at, figure.start - _MEMORY) : figure.start]),
            bare(match[0] if match else "")[:_REACH],
            text[figure.stop : min(sentence.end, figure.stop + 2 * _REACH)],
        )
        at = figure.stop


@dataclass(slots=True)
class Reading:
    """What the words read so far say of the next figure."""

    topic: Topic | None = None
    topic_is_near: bool = False
    """The topic stands in this sentence, not only in one before."""
    topic_was_near: bool = False
    """The topic stood in the sentence before."""
    shown: bool = False
    """The sentence tells how many were shown to the public, not how many there were."""
    by_attribute: bool = False
    """The sentence divides documents by how they are disclosed: 主动公开 98 件, 依申请公开 3 件."""
    in_sheets: bool = False
    """The requests were counted in 份, as their parts may be then."""
    whose: Scope = Scope.OWN
    when: Scope = Scope.OWN
    listed: bool = False
    listed_in_brackets: bool = False
    context: Quantity = Quantity.REQUESTS_RECEIVED
    """The requests of which applicants or channels are then told apart."""
    before: list[Word] = field(default_factory=list)
    after: list[Word] = field(default_factory=list)
    text_before: str = ""
    text_after: str = ""
    following: str = ""
    took_after: bool = False
    """The words after the last figure told what it counts (5件予以公开，): not the next one."""

    @property
    def scope(self) -> Scope:
        """The worse of whose and when."""
        return worse(self.whose, self.when)

    def begin_sentence(self) -> None:
        """Forget whose figures the last sentence gave, and of when; its topic stays, but far."""
        self.whose = self.when = Scope.OWN
        self.topic_was_near, self.topic_is_near = self.topic_is_near, False
        self.shown = self.by_attribute = self.took_after = False

    def take_in(self, piece: Piece, owner: Owner) -> None:
        """Let the words before and after a figure change what is being spoken of."""
        self.before = words_in(piece.before)
        new_item = piece.before.rfind("；")
        if self.took_after:
            mark = _PAUSE.search(piece.before)
            taken = mark.start() if mark else len(piece.before)
            self.before = [word for word in self.before if word.start >= taken]
            self.took_after = False
        self.after = words_in(piece.after) if piece.after else []
        self.text_before, self.text_after = piece.before, piece.after
        self.following = piece.following
        if new_item >= 0 or (self.listed_in_brackets and "）" in piece.before):
            self.listed = self.listed_in_brackets = False
        if self.shown and _DONE.search(piece.before):
            self.shown = False
        full_year = any(word.token is Mark.FULL_YEAR for word in self.before)
        for word in self.before:
            if word.token is not Topic.FOREIGN or word.start > new_item:
                self._take_in(word, piece.before, owner, full_year)
        if "复议" in piece.before and _DECIDES.search(piece.before):
            self.whose = worse(self.whose, Scope.DOUBTFUL)
        if "主动公开" in piece.before and _BY_ATTRIBUTE.search(piece.before):
            self.by_attribute = True
        if self.after and isinstance(topic := self.after[0].token, Topic):
            of_part = self.listed and topic is Topic.FOREIGN
            self._turn_to(self.topic if of_part and self.topic else topic)

    def _take_in(self, word: Word, text: str, owner: Owner, full_year: bool) -> None:
        match word.token:
            case Topic.REQUESTS if self.by_attribute and text[word.start : word.end] == _ATTRIBUTE:
                self._turn_to(Topic.FOREIGN)
            case Topic():
                self._turn_to(word.token)
            case Mark.AMONG:
                self.listed = True
                self.listed_in_brackets = "（" in text[max(0, word.start - 1) : word.start]
            case Act.PUBLISH:
                self.shown = True
            case Mark.WHOLE_REGION | Mark.OTHERS | Mark.THIS_LEVEL | Mark.BODY:
                self.whose = owner.whose(word, text)
            case Mark.YEAR | Mark.OTHER_TIME:
                self.when = owner.when(word, text)
            case Mark.SOME_MOMENT if not full_year:
                self.when = worse(self.when, owner.when(word, text))
            case Mark.FULL_YEAR:
                self.when = Scope.OWN
            case Act.CLEAN_UP:
                self.when = worse(self.when, Scope.DOUBTFUL)
            case Quantity.REQUESTS_CARRIED_FORWARD | Quantity.REQUESTS_CARRIED_OVER:
                _settle_year(self.before, word, text, owner)

    def _turn_to(self, topic: Topic) -> None:
        if topic is not self.topic and self.topic is not None:
            self.listed = False
        self.topic, self.topic_is_near = topic, True


def _settle_year(words: list[Word], word: Word, text: str, owner: Owner) -> None:
    """结转2023年 is forward in a report of 2022, 结转2021年 over."""
    said = text[word.start : word.end]
    if "20" in said:
        over = owner.is_carried_over(said)
        token = Quantity.REQUESTS_CARRIED_OVER if over else Quantity.REQUESTS_CARRIED_FORWARD
        words[words.index(word)] = word._replace(token=token)
