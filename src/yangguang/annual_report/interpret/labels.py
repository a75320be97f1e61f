"""Which row, column or heading of the form a printed text is, whatever its writing.

Labels are compared by their key: folded, simplified, without spaces and punctuation. A label that
print has damaged (a typo, a lost tail) is found by likeness, among the labels of its own table.
"""

import re
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rapidfuzz import fuzz, process

from yangguang.annual_report.fold import fold, simplify
from yangguang.annual_report.form import FORMS, table2, table3, table4
from yangguang.annual_report.interpret.figures import GLUED_WITH_UNITS


class Kind(Enum):
    """What part of a table a text is."""

    ROW = auto()
    GROUP = auto()
    COLUMN = auto()
    HEAD = auto()
    TEXT = auto()


class Label(NamedTuple):
    """A text recognised: the part it is, its table (0: unknown), its id, and glued figures."""

    kind: Kind
    table: int = 0
    id: str = ""
    figures: str = ""


TEXT: Final = Label(Kind.TEXT)
_NOT_KEY: Final = re.compile(r"[^0-9\u3400-\u9fff]+")
_NUMBERING: Final = re.compile(r"^[0-9一二三四五六七八九十](?=[^0-9])")
_PARENTHESES: Final = re.compile(r"\([^()]*\)")
_FIGURE: Final = r"(?:(?:增加?|减少?|[+\-])?\d[\d.,]*[万亿元件条项个次份]{0,2}|[-—/]{1,2}|无)"
_TRAILING_FIGURES: Final = re.compile(
    rf"(.*?[^\d\s.,+\-])(\s*[+\-]?\d[\d.,+\- ]*|(?:\s+{_FIGURE})+|\s*{GLUED_WITH_UNITS})"
)
_DIGIT: Final = re.compile(r"\d")
_AMBIGUOUS: Final = frozenset({"其他", "总计"})
_LIKENESS: Final = 82
_MARGIN: Final = 6
_PREFIX: Final = 4
_LONGEST: Final = 60


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """The comparable form of a label: its ideographs and digits (glosses in Latin script go).

    其它 and 合计 are common writings of the form's 其他 and 总计.
    """
    plain = _NOT_KEY.sub("", simplify(fold(text)))
    return plain.replace("其它", "其他").replace("合计", "总计")


def without_numbering(label_key: str) -> str:
    """A key without the numeral that leads it."""
    return _NUMBERING.sub("", label_key)


def _rows(table: int) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for form in FORMS.values():
        for row in form.tables[table].rows:
            if row.label == table3.OTHER:
                continue
            label = Label(Kind.ROW, table, row.id)
            exact = key(row.label)
            found[exact] = label
            bare = without_numbering(exact)
            if bare not in _AMBIGUOUS:
                found[bare] = label
    return found


@cache
def _exact() -> dict[str, Label]:
    """Key → label, for every text of the form in both editions."""
    found: dict[str, Label] = {}
    for form in FORMS.values():
        for row in form.tables[2].rows:
            found[key(row.clause)] = Label(Kind.HEAD, 2)
            for column in row.columns:
                found[key(column.label)] = Label(Kind.COLUMN, 2, f"{form.edition}.{column.id}")
    found["信息内容"] = Label(Kind.HEAD, 2)
    for table in (2, 3):
        found |= _rows(table)
    for column in table3.COLUMNS:
        found[key(column.label)] = Label(Kind.COLUMN, 3, column.id)
    for column in table3.COLUMNS[1:5]:
        found[key(column.label)[:-2]] = Label(Kind.COLUMN, 3, column.id)
    for text in (table3.ORGANISATIONS, table3.APPLICANTS, table3.IDENTITY_NOTE):
        found[key(text)] = Label(Kind.HEAD, 3)
    for group in (table3.RESULTS, table3.DENIED, table3.UNABLE, table3.UNPROCESSED, table3.OTHER):
        for writing in (key(group), without_numbering(key(group))):
            found[writing] = Label(Kind.GROUP, 3, group)
    found[key(table3.OTHER)[:3]] = Label(Kind.GROUP, 3, table3.OTHER)
    for column in table4.COLUMNS[:-1]:
        found[key(column.label)] = Label(Kind.COLUMN, 4, column.id)
    for row in table4.TABLE.rows:
        found[key(row.label)] = Label(Kind.ROW, 4, row.id)
    found[key(table4.LITIGATION)] = Label(Kind.HEAD, 4)
    return found


@cache
def _row_keys() -> dict[str, Label]:
    return {text: label for text, label in _exact().items() if label.kind in (Kind.ROW, Kind.GROUP)}


@cache
def _table3_keys() -> dict[str, Label]:
    return {
        text: label
        for text, label in _row_keys().items()
        if label.table == 3 and len(text) >= _PREFIX
    }


@cache
def _group_prefixes() -> tuple[str, ...]:
    groups = (table3.RESULTS, table3.DENIED, table3.UNABLE, table3.UNPROCESSED, table3.OTHER)
    keys = [key(group) for group in groups]
    return (*keys, *map(without_numbering, keys))


@lru_cache(maxsize=16384)
def recognise(text: str) -> Label:
    """What part of the form a folded text is, by exact comparison of keys."""
    if not text or len(text) > _LONGEST + 40:
        return TEXT
    label = _lookup(key(text))
    if label is not None:
        return label
    if glued := _TRAILING_FIGURES.fullmatch(text):
        label = recognise(glued[1])
        if label.kind in (Kind.ROW, Kind.GROUP) and not label.figures:
            return label._replace(figures=glued[2])
    if "(" in text:
        bare = _PARENTHESES.sub("", text)
        label = _lookup(key(bare))
        if label is not None and label.table == 2:
            return label
    return TEXT


def _lookup(text: str) -> Label | None:
    exact = _exact()
    if label := exact.get(text):
        return label
    for group in _group_prefixes():
        if text.startswith(group) and (label := _lookup(text[len(group) :])):
            return label
    if text.startswith("本列数据的勾稽关系"):
        return Label(Kind.HEAD, 3)
    return None


@lru_cache(maxsize=4096)
def resemble(text: str, table: int) -> Label:
    """The row or group of `table` that a damaged label stands for, or TEXT where none is clear.

    First the beginnings of labels (print lost the tail), then likeness with a margin over the next.
    """
    text, figures = without_figures(text)
    wanted = key(_PARENTHESES.sub("", text)) if table == 2 else key(text)
    if not _PREFIX <= len(wanted) <= _LONGEST or (table == 2 and _DIGIT.search(wanted)):
        return TEXT
    choices = {k: v for k, v in _row_keys().items() if v.table == table}
    for group in _group_prefixes() if table == 3 else ():
        if wanted.startswith(group) and len(wanted) > len(group):
            wanted = wanted[len(group) :]
    begun = {label for k, label in choices.items() if k.startswith(wanted)}
    if len(begun) == 1:
        return begun.pop()._replace(figures=figures)
    shortened = {label for k, label in choices.items() if _leaves_words_out(wanted, k)}
    if len(shortened) == 1:
        return shortened.pop()._replace(figures=figures)
    ranked = process.extract(wanted, choices.keys(), scorer=fuzz.ratio, limit=4)
    best = ranked[0]
    label = choices[best[0]]
    others = [score for k, score, _ in ranked if choices[k].id != label.id]
    if best[1] >= _LIKENESS and (not others or best[1] - others[0] >= _MARGIN):
        return label._replace(figures=figures)
    return TEXT


def _leaves_words_out(text: str, label: str) -> bool:
    """Whether `text` is `label` without some of its words, more than half of it left."""
    if not len(label) < 2 * len(text) < 2 * len(label) or text[-1] != label[-1]:
        return False
    characters = iter(label)
    return all(character in characters for character in text)


def without_figures(text: str) -> tuple[str, str]:
    """A text, and the figures printed behind it."""
    glued = _TRAILING_FIGURES.fullmatch(text)
    return (glued[1], glued[2]) if glued else (text, "")


def is_part_of(row: str, text: str) -> bool:
    """Whether `text` is a piece of the label of a Table 3 row: its tail on the next line."""
    piece = key(text)
    return bool(piece) and any(
        label.id == row and (k.endswith(piece) or (len(piece) >= _PREFIX and piece in k))
        for k, label in _table3_keys().items()
    )


@cache
def _headings_of(table: int) -> tuple[re.Pattern[str], dict[str, str]]:
    """A run of a table's headings without anything between, and the columns and rows they are."""
    named = {
        text: label.id
        for text, label in _exact().items()
        if label.table == table and (label.kind is not Kind.ROW or table == table4.TABLE.number)
    }
    if table != table2.TABLE_2021.number:
        named[key(table4.TOTAL.label)] = table4.TOTAL.id
    one = "|".join(sorted(map(re.escape, named), key=len, reverse=True))
    return re.compile(f"(?:{one}){{2,}}"), named


@lru_cache(maxsize=1024)
def glued_columns(text: str, table: int) -> tuple[str, ...]:
    """The columns (and groups of Table 4) that a run of glued headings names, if it is one."""
    run, named = _headings_of(table)
    wanted = key(text)
    if not run.fullmatch(wanted):
        return ()
    one = "|".join(sorted(map(re.escape, named), key=len, reverse=True))
    return tuple(named[piece] for piece in re.findall(one, wanted) if named[piece])
