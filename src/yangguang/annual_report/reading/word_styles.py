"""What a Word document says outside its text: styles that hide text, and numbers of lists."""

from collections import defaultdict
from typing import Final, NamedTuple

from yangguang.annual_report.reading.word_names import Element, W, is_on, value, whole

_NUMERALS: Final = "一二三四五六七八九"
_LEGAL: Final = str.maketrans("一二三四五六七八九十百", "壹贰叁肆伍陆柒捌玖拾佰")
_COUNTING: Final = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "japaneseDigitalTenThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanDigital2",
    }
)
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_STYLES_UP: Final = 12
_LEVELS: Final = 9


class _Style(NamedTuple):
    based_on: str
    hidden: bool | None
    list: str
    level: int | None


class _Level(NamedTuple):
    format: str
    text: str
    start: int
    style: str


class Styles:
    """The styles of a document, by id, as far as they bear on its words."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {value(style, "styleId"): _style(style) for style in _all(root, "style")}

    def hides(self, style: str) -> bool:
        """Whether text of this style is hidden."""
        return next((s.hidden for s in self._line(style) if s.hidden is not None), False)

    def list_of(self, style: str) -> tuple[str, int | None]:
        """The list that paragraphs of this style belong to, and their level in it."""
        found = [s for s in self._line(style) if s.list]
        level = next((s.level for s in self._line(style) if s.level is not None), None)
        return (found[0].list, level) if found else ("", None)

    def _line(self, style: str) -> list[_Style]:
        """A style and those that it is based on."""
        found: list[_Style] = []
        while style in self._styles and len(found) < _MOST_STYLES_UP:
            found.append(self._styles[style])
            style = found[-1].based_on
        return found


class Lists:
    """The automatic numbers of paragraphs: counts as it is asked, paragraph by paragraph."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstract = {value(one, "abstractNumId"): one for one in _all(root, "abstractNum")}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._levels = {number: _levels(one) for number, one in abstract.items()}
        for one in _all(root, "num"):
            self._lists[value(one, "numId")] = value(one.find(W + "abstractNumId"))
            self._starts[value(one, "numId")] = {
                whole(level, "ilvl"): whole(level.find(W + "startOverride"))
                for level in one.findall(W + "lvlOverride")
                if level.find(W + "startOverride") is not None
            }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def number(self, properties: Element | None) -> str:
        """What is printed before a paragraph with these properties: 一、 or 1. or nothing."""
        if not self._lists or properties is None:
            return ""
        own = properties.find(W + "numPr")
        style = value(properties.find(W + "pStyle"))
        name, level = self._styles.list_of(style)
        if own is not None:
            name = value(own.find(W + "numId")) or name
            level = whole(own.find(W + "ilvl"), default=level or 0)
        if name not in self._lists:
            return ""  # a list that is nowhere defined numbers nothing
        levels = self._levels.get(self._lists[name], {})
        if level is None:
            level = next((n for n, one in levels.items() if style and one.style == style), 0)
        return self._count(name, level, levels) if level in levels else ""

    def _count(self, name: str, level: int, levels: dict[int, _Level]) -> str:
        counts = self._counts[self._lists[name]]
        if name not in self._begun:
            self._begun.add(name)
            for at, start in self._starts[name].items():
                counts[at] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        printed = levels[level].text
        for at in range(level + 1):
            if at in levels and f"%{at + 1}" in printed:
                count = counts.get(at, levels[at].start)
                printed = printed.replace(f"%{at + 1}", _numeral(count, levels[at].format))
        return printed if levels[level].format not in ("bullet", "none") else ""


def _all(root: Element | None, name: str) -> list[Element]:
    return [] if root is None else root.findall(W + name)


def _style(style: Element) -> _Style:
    lists = style.find(f"{W}pPr/{W}numPr")
    level = None if lists is None else lists.find(W + "ilvl")
    return _Style(
        value(style.find(W + "basedOn")),
        is_on(style.find(W + "rPr"), "vanish"),
        "" if lists is None else value(lists.find(W + "numId")),
        None if level is None else whole(level),
    )


def _levels(abstract: Element) -> dict[int, _Level]:
    return {
        whole(level, "ilvl"): _Level(
            value(level.find(W + "numFmt")),
            value(level.find(W + "lvlText")),
            whole(level.find(W + "start"), default=1),
            value(level.find(W + "pStyle")),
        )
        for level in abstract.findall(W + "lvl")[:_LEVELS]
    }


def _numeral(count: int, format: str) -> str:
    """A number as lists print it; Arabic where the format is not one of those seen in reports."""
    if format in _COUNTING and 0 < count < 100:
        return _chinese(count)
    match format:
        case "chineseLegalSimplified" if 0 < count < 100:
            leading = "一" if 10 <= count < 20 else ""
            return (leading + _chinese(count)).translate(_LEGAL)
        case "ideographDigital" | "japaneseDigital" | "taiwaneseDigital":
            return str(count).translate(str.maketrans("0123456789", "〇" + _NUMERALS))
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 0 < count <= 20:
            return chr(ord("①") + count - 1)
        case "decimalEnclosedParen" if 0 < count <= 20:
            return chr(ord("⑴") + count - 1)
        case "upperLetter" | "lowerLetter" if 0 < count <= 26:
            return chr(ord("A" if format == "upperLetter" else "a") + count - 1)
        case "upperRoman" | "lowerRoman" if 0 < count < 40:
            return _roman(count).upper() if format == "upperRoman" else _roman(count)
        case _:
            return str(count)


def _chinese(count: int) -> str:
    tens, ones = divmod(count, 10)
    leading = _NUMERALS[tens - 1] if tens > 1 else ""
    return leading + ("十" if tens else "") + (_NUMERALS[ones - 1] if ones else "")


def _roman(count: int) -> str:
    printed = ""
    for worth, letters in _ROMAN:
        printed += letters * (count // worth)
        count %= worth
    return printed
