"""Where everything of the flow chart stands: a drawing of boxes, lines and words, in its own units.

The place of a box follows from the words in it; printed on A4, they can still be read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from django.utils.translation import gettext as _

from yangguang.inforequests.derivation import Stage
from yangguang.inforequests.flow_chart import Flow, Step, levels
from yangguang.inforequests.names import STAGE_NAMES
from yangguang.law import periods
from yangguang.law.receipt import ARTICLE

WIDTH: Final = 1260
SMALL: Final = 15
"""The size of the smallest letters."""
_LEFT: Final = (40, 250)
_MIDDLE: Final = (354, 540)
_RIGHT: Final = (1000, 226)
"""The columns: where each begins, how wide it is."""
_TOP: Final = 116
_GAP: Final = 26
"""Between the words beside an arrow and the box below."""
_LINE: Final = 23
_PADDING: Final = 14
_BESIDE: Final = 250
"""The room for words beside an arrow, up to the edge of the box below."""
_PART: Final = re.compile(r"〔?[0-9A-Za-z]+[〕 ]?号?|.")
"""What stays together at the end of a line."""
_BUS: Final = 20
"""Where the lines that lead back go up."""


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text. `look` is a class of the style sheet; `anchor` as SVG has it."""

    x: float
    y: float
    text: str
    look: str = "small"
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its words. `look`: stage, wait, end, act."""

    x: float
    y: float
    width: float
    height: float
    look: str

    @property
    def middle(self) -> float:
        """Half its height down."""
        return self.y + self.height / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass
class Drawing:
    """The whole drawing; `paths` are SVG's, `arrows` those that end in an arrow."""

    boxes: list[Box] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    arrows: list[str] = field(default_factory=list)
    height: float = 0

    @property
    def view(self) -> str:
        """SVG's viewBox."""
        return f"0 0 {WIDTH} {self.height:.0f}"

    def put(
        self, column: tuple[int, int], y: float, title: str, lines: Iterable[str], look: str
    ) -> Box:
        """A box with a title and lines, as high as these need."""
        x, width = column
        rows = _rows(lines, width - 2 * _PADDING)
        titles = wrap(title, width - 2 * _PADDING, SMALL + 5)
        height = 2 * _PADDING + 28 * len(titles) + _LINE * len(rows)
        box = Box(x, y, width, height, look)
        self.boxes.append(box)
        at = y + _PADDING + 20
        for one in titles:
            self.words.append(Words(x + width / 2, at, one, "name", "middle"))
            at += 28
        for row in rows:
            for place, one in enumerate(row):
                self.words.append(Words(x + _PADDING + place * width / 2, at - 2, one))
            at += _LINE
        return box

    def say(self, x: float, y: float, step: Step) -> float:
        """What leads on, beside an arrow; how far down it reaches."""
        self.words.append(Words(x, y, step.verb, "verb"))
        for part in _lines(step)[1:]:
            for line in wrap(part, _BESIDE):
                y += 20
                self.words.append(Words(x, y, line))
        return y


def _lines(step: Step) -> list[str]:
    """What is done, its article, its period: each for itself, so that none is torn apart."""
    return [one for one in (step.verb, step.article, step.period) if one]


def wrap(text: str, width: float, size: float = SMALL) -> list[str]:
    """The text in lines that are no wider, as near as can be told without the font.

    A number is not torn apart, and no line begins with a closing sign.
    """
    lines, room = [""], width
    for part in _PART.findall(text):
        wide = sum(size * (0.58 if one.isascii() else 1) for one in part)
        if wide > room and part not in "，。、；）”":
            lines.append("")
            room = width
        lines[-1] += part
        room -= wide
    return [line.strip() for line in lines if line.strip()]


def _rows(lines: Iterable[str], width: float) -> list[tuple[str, ...]]:
    """The lines, two beside each other where both are short enough."""
    rows: list[tuple[str, ...]] = []
    half = width / 2 - _PADDING
    may_join = False
    for line in lines:
        parts = wrap(line, width)
        is_short = len(wrap(line, half)) == 1 and width > _MIDDLE[1] / 2
        if is_short and may_join:
            rows[-1] = (*rows[-1], *parts)
            may_join = False
        else:
            rows += [(one,) for one in parts]
            may_join = is_short
    return rows


def drawing(flow: Flow) -> Drawing:
    """The chart, drawn."""
    made = Drawing()
    made.words.append(Words(WIDTH / 2, 50, _("政府信息公开申请办理流程图"), "title", "middle"))
    said = _("依据《中华人民共和国政府信息公开条例》；条款号均指该条例，期限按工作日计算")
    made.words.append(Words(WIDTH / 2, 82, said, "small", "middle"))
    spine = _middle(made, flow)
    _left(made, flow, spine)
    _right(made, flow, spine)
    _foot(made, flow)
    return made


def _middle(made: Drawing, flow: Flow) -> dict[Stage, Box]:
    """The way to the answer, from top to bottom."""
    x, width = _MIDDLE
    centre = x + width / 2
    begin = made.put(_MIDDLE, _TOP, _("收到申请"), [], "begin")
    below = begin.bottom
    boxes: dict[Stage, Box] = {}
    for at, stage in enumerate(flow.spine):
        if at:
            end = made.say(centre + 14, below + 27, flow.step(flow.spine[at - 1], stage))
        else:
            made.words.append(Words(centre + 14, below + 34, ARTICLE))
            end = below + 34
        top = end + _GAP
        made.arrows.append(f"M{centre} {below} V{top - 3}")
        place = flow.places[stage]
        lines = [f"· {one.verb}（{one.article}）" for one in place.within]
        if stage is Stage.IN_APPROVAL:
            lines += [
                _("{who} 审批：{letters}").format(who=who, letters="、".join(letters))
                for who, letters in levels().items()
            ]
        look = "goal" if stage is flow.spine[-1] else "stage"
        boxes[stage] = made.put(_MIDDLE, top, place.name, lines, look)
        below = boxes[stage].bottom
    made.height = below
    return boxes


@dataclass(frozen=True, slots=True)
class _Loop:
    """What leads back: from a stage, through a card, to a stage."""

    source: Stage
    target: Stage
    title: str
    lines: tuple[str, ...]
    look: str


def _loops(flow: Flow) -> list[_Loop]:
    found = [
        _Loop(one.passage.before, one.passage.after, one.verb, tuple(_lines(one)[1:]), "act")
        for one in flow.back
    ]
    for stage in flow.waits:
        source, step = flow.into(stage)
        for out in flow.places[stage].onward:
            if out.passage.after in flow.spine:
                lines = tuple(
                    line
                    for one in (step, out)
                    for line in (f"{one.verb}（{one.article}）", one.period)
                    if line
                )
                name = str(STAGE_NAMES[stage])
                found.append(_Loop(source, out.passage.after, name, lines, "wait"))
                break
    return sorted(found, key=lambda one: flow.spine.index(one.source))


def _left(made: Drawing, flow: Flow, spine: dict[Stage, Box]) -> None:
    """What leads back, each on a card: in from the right, out to the left and up.

    What leaves one stage leaves it on one line, which the cards hang on.
    """
    left, width = _LEFT
    loops = _loops(flow)
    trunk, lowest = left + width + 46, 0.0
    for source, several in groupby(loops, key=lambda one: one.source):
        middles = []
        for loop in several:
            target = spine[loop.target]
            card = made.put(
                _LEFT, max(lowest, target.middle + 30), loop.title, loop.lines, loop.look
            )
            lowest = card.bottom + 8
            middles.append(card.middle)
            made.arrows.append(f"M{trunk} {card.middle:.0f} H{left + width + 3}")
            made.paths.append(f"M{left} {card.middle:.0f} H{_BUS}")
            made.arrows.append(f"M{_BUS} {card.middle:.0f} V{target.middle:.0f} H{target.x - 3}")
        leaves = spine[source].middle
        ends = [*middles, leaves]
        made.paths.append(f"M{spine[source].x} {leaves:.0f} H{trunk}")
        made.paths.append(f"M{trunk} {min(ends):.0f} V{max(ends):.0f}")
        trunk -= 14
    made.height = max(made.height, lowest)


def _right(made: Drawing, flow: Flow, spine: dict[Stage, Box]) -> None:
    """The other ends: one beside the stage that leads there, or beside a bracket over many."""
    edge = _MIDDLE[0] + _MIDDLE[1]
    lowest, bracket = 0.0, edge + 48
    for end, (step, before) in flow.anywhere.items():
        span = [spine[one] for one in before if one in spine]
        first, last = min(one.y for one in span), max(one.bottom for one in span)
        top = max(lowest, first + 60)
        said = _("{first}至{last}都可能").format(
            first=STAGE_NAMES[_at(spine, first)], last=STAGE_NAMES[_ending_at(spine, last)]
        )
        words = [*_lines(step), said]
        card = made.put(_RIGHT, top, str(STAGE_NAMES[end]), words, "end")
        lowest = card.bottom + 40
        made.paths.append(f"M{edge + 6} {first + 4} H{bracket} V{last - 4} H{edge + 6}")
        made.arrows.append(f"M{bracket} {card.middle:.0f} H{_RIGHT[0] - 3}")
        bracket += 14
    for end in flow.ends:
        if end in flow.anywhere:
            continue
        source, step = flow.into(end)
        box = spine[source]
        top = max(lowest, box.y)
        words = _lines(step)
        card = made.put(_RIGHT, top, str(STAGE_NAMES[end]), words, "end")
        lowest = card.bottom + 40
        made.arrows.append(
            f"M{edge} {box.middle:.0f} H{bracket} V{card.middle:.0f} H{_RIGHT[0] - 3}"
        )
        bracket += 14
    made.height = max(made.height, lowest)


def _at(spine: dict[Stage, Box], top: float) -> Stage:
    return next(stage for stage, box in spine.items() if box.y == top)


def _ending_at(spine: dict[Stage, Box], bottom: float) -> Stage:
    return next(stage for stage, box in spine.items() if box.bottom == bottom)


def _foot(made: Drawing, flow: Flow) -> None:
    """What may be done at any time, and the periods."""
    named = "，".join(f"{one.verb}（{one.article}）" for one in flow.always)
    made.height += 36
    for title, lines in (
        (_("多数环节都可以"), [named]),
        (_("期限"), [f"· {one}" for one in _periods()]),
    ):
        made.words.append(Words(_BUS, made.height, title, "verb"))
        for line in (one for each in lines for one in wrap(each, WIDTH - 2 * _BUS)):
            made.height += _LINE
            made.words.append(Words(_BUS, made.height, line))
        made.height += 36


def _periods() -> list[str]:
    """The law's periods, each with its article."""
    answer = _("收到申请后 {days} 个工作日内答复（第三十三条）").format(days=periods.ANSWER)
    longer = _("延长最多 {days} 个工作日，只能一次（第三十三条）").format(days=periods.EXTENSION)
    notice = _("要求补正：收到申请后 {days} 个工作日内，收到补正后重新计算（第三十条）")
    others = _(
        "征求第三方意见：{third} 个工作日（第三十二条）；征求其他机关意见：{organ} 个工作日"
        "（第三十四条）；等待的时间不计入答复期限"
    )
    fee = _("缴纳信息处理费：收到通知后 {days} 个工作日内（国办函〔2020〕109号）")
    return [
        f"{answer}；{longer}",
        notice.format(days=periods.CORRECTION_NOTICE),
        others.format(third=periods.THIRD_PARTY, organ=periods.CO_PRODUCER),
        fee.format(days=periods.FEE_PAYMENT),
    ]
