"""Whose figures a sentence gives, and of when: the report's own, or another's."""

import re
from typing import Final

from yangguang.annual_report.claims.model import Scope
from yangguang.annual_report.claims.words import Mark, Word, words_in

_REGION: Final = re.compile(
    r"(?:(自治区|[省市县区州盟旗])(?:人民)?(?:政府|管委会)|(镇|乡|街道)(?:(?:人民)?政府|办事处)?)$"
)
_ONESELF: Final = re.compile(
    r"[本我该全](?:局|办|委|厅|中心|公司|镇|乡|街道|政府|办公室|机关|单位|部门|学校)$"
)
_ALL_OF: Final = re.compile(r"全(.|自治区|街道)(?:各级)?[、和]?$")
"""全县各级…: all of the region that a government's report may cover."""
_LEVELS: Final = frozenset("省市县区旗")
_LONGEST: Final = 30
"""How many characters of a name are compared."""
_SHORT: Final = 3
"""How many characters of a short form are looked at."""
_WITH_PARTS: Final = re.compile(r"[及和](?:其|各|所属|组成|有关)*(?:部门|单位)$")
_COMMON: Final = 2
"""A name in the prose means the agency when it ends like the agency's own, so far at least."""


_RANK: Final = {Scope.OWN: 0, Scope.DOUBTFUL: 1, Scope.OTHER: 2}


def worse(one: Scope, other: Scope) -> Scope:
    """The scope that stands further from the report's own."""
    return max(one, other, key=_RANK.__getitem__)


def _shortened(name: str) -> str:
    return (
        name[-_LONGEST:]
        .replace("人民政府", "政府")
        .replace("办公室", "办")
        .replace("委员会", "委")
        .replace("办事处", "")
    )


class Owner:
    """The agency whose report it is, and what its report's words say of others."""

    def __init__(self, agency: str, year: int | None) -> None:
        """`agency` as the report names it; `year` the year it reports on."""
        self._name = _shortened(agency)
        region = _REGION.search(agency)
        self._region = region[1] or region[2] if region else ""
        self._year = year

    def whose(self, word: Word, text: str) -> Scope:
        """The scope that the words 全县, 各部门, 区教育局, 本级 give to the figures after them."""
        if word.token is Mark.OTHERS:
            of_own = self._region and _ALL_OF.search(text, 0, word.start)
            return Scope.OWN if of_own and of_own[1] == self._region else Scope.OTHER
        if word.token is Mark.THIS_LEVEL:
            if self._region:
                return Scope.OTHER
            body = text[: word.start]
            return Scope.OWN if body[-1:] == self._name[-1:] else self._of_body(body)
        if word.token is Mark.WHOLE_REGION:
            own = self._region and text[word.start + 1 : word.end] == self._region
            return Scope.OWN if own else Scope.OTHER
        return self._of_body(text[: word.end])

    def _of_body(self, named: str) -> Scope:
        """The scope of the figures of the body whose name `named` ends with."""
        if _ONESELF.search(named):
            return Scope.OWN
        if not self._name:
            return Scope.DOUBTFUL
        named = _WITH_PARTS.sub("", named)
        if self._is_named(named):
            return Scope.OWN
        named = _shortened(named)
        governs = named.endswith(self._name[-4:-1]) or named[-3:-2] not in _LEVELS
        if self._name.endswith("政府办") and named.endswith("政府") and governs:
            return Scope.DOUBTFUL
        return Scope.OTHER

    def _is_named(self, text: str) -> bool:
        """Whether `text` ends with a name that ends like the agency's own, or with its short form.

        Not where the same name follows another level: 市教育局 is not 霞浦区教育局.
        """
        common = 0
        for ours, theirs in zip(reversed(self._name), reversed(_shortened(text)), strict=False):
            if ours != theirs:
                if common >= _COMMON and ours in _LEVELS and theirs in _LEVELS:
                    return False
                break
            common += 1
        return common >= _COMMON or self._is_abbreviated(text[-_SHORT:])

    def _is_abbreviated(self, name: str) -> bool:
        """Whether `name` picks its characters from the agency's: 住建局, 住房和城乡建设局."""
        if len(name) < _SHORT or self._name[-1:] != name[-1]:
            return False
        rest = iter(self._name)
        return all(character in rest for character in name)

    def when(self, word: Word, text: str) -> Scope:
        """The scope that the words 2020年, 去年, 截至目前 give to the figures after them."""
        match word.token:
            case Mark.YEAR:
                year = int(text[word.start : word.start + 4])
                return Scope.OWN if self._year in (None, year) else Scope.OTHER
            case Mark.OTHER_TIME:
                return Scope.OTHER
            case Mark.SOME_MOMENT:
                return Scope.DOUBTFUL
        return Scope.OWN

    def scope_of(self, text: str) -> Scope:
        """The scope of what follows `text`, the beginning of a sentence."""
        whose = when = Scope.OWN
        for word in words_in(text):
            match word.token:
                case Mark.WHOLE_REGION | Mark.OTHERS | Mark.BODY:
                    whose = self.whose(word, text)
                case Mark.YEAR | Mark.OTHER_TIME | Mark.SOME_MOMENT | Mark.FULL_YEAR:
                    when = self.when(word, text)
        return worse(whose, when)

    def is_carried_over(self, words: str) -> bool:
        """Whether 20xx年结转 or 结转20xx年 names an earlier year than the report's."""
        digits = re.search(r"20\d\d", words)
        return not digits or self._year is None or int(digits[0]) < self._year
