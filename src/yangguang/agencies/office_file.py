"""An office as a file says it (TOML): regions, agencies with their offices and rules, people.

    [[regions]]   code, name, parent (a code)
    [[agencies]]  slug, name, short_name, letter_code, kind, level, region (a code), parent,
                  supervising (slugs); tables: office (the disclosure office, Art. 12), rules,
                  contest (several, each from a day on: review_organ, court)
    [[people]]    username, name, email; posts (several: agency, role, since, until; stand_ins,
                  several: to (a username), since, until, reason)

What a file does not say stays as it is. Mistakes are sentences that name the place.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Entry = TypeVar("_Entry", bound="DataclassInstance")


class NotAnOffice(Exception):
    """The file cannot be taken; `sentences` say where and why, one each."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(f"{len(sentences)} mistakes in the file of an office")
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """An administrative division."""

    where: str
    code: str
    name: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeEntry:
    """How the disclosure office is reached."""

    where: str
    name: str
    address: str
    hours: str
    phone: str
    postcode: str | None = None
    fax: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class RulesEntry:
    """What the law leaves to the agency."""

    where: str
    correction_days: int | None = None
    confirmation: str | None = None
    distinct_persons: int | None = None
    reexamination_months: int | None = None
    anew_days: int | None = None
    payment: str | None = None
    asked_by_many: int | None = None
    report_due: str | None = None


@dataclass(frozen=True, slots=True)
class ContestEntry:
    """Where answers are contested from a day on."""

    where: str
    since: date
    review_organ: str
    court: str


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """An agency."""

    where: str
    slug: str
    name: str
    short_name: str
    letter_code: str
    kind: str
    level: str
    region: str
    parent: str | None = None
    supervising: str | None = None
    office: OfficeEntry | None = None
    rules: RulesEntry | None = None
    contest: tuple[ContestEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class StandInEntry:
    """Who fills a post for a while in another's place (AB岗)."""

    where: str
    to: str
    since: date
    until: date
    reason: str


@dataclass(frozen=True, slots=True)
class PostEntry:
    """A post that a person holds."""

    where: str
    agency: str
    role: str
    since: date
    until: date | None = None
    stand_ins: tuple[StandInEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Someone who works there."""

    where: str
    username: str
    name: str
    email: str | None = None
    posts: tuple[PostEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """All that a file says."""

    regions: tuple[RegionEntry, ...]
    agencies: tuple[AgencyEntry, ...]
    people: tuple[PersonEntry, ...]


def read(text: str) -> OfficeFile:
    """What a file says. Raises NotAnOffice."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise NotAnOffice([_not_toml(str(fault))]) from None
    reader = _Reader()
    strange = [key for key in data if key not in _SECTIONS]
    reader.mistakes += [f"不认识的部分“{key}”；可以有：{'、'.join(_SECTIONS)}。" for key in strange]
    found = OfficeFile(
        tuple(reader.entries(RegionEntry, data, "regions", named="code")),
        tuple(reader.entries(AgencyEntry, data, "agencies", named="slug")),
        tuple(reader.entries(PersonEntry, data, "people", named="username")),
    )
    if reader.mistakes:
        raise NotAnOffice(reader.mistakes)
    return found


_SECTIONS: Final = ("regions", "agencies", "people")
_ONE: Final[Mapping[tuple[type, str], type]] = {
    (AgencyEntry, "office"): OfficeEntry,
    (AgencyEntry, "rules"): RulesEntry,
}
_SEVERAL: Final[Mapping[tuple[type, str], type]] = {
    (AgencyEntry, "contest"): ContestEntry,
    (PersonEntry, "posts"): PostEntry,
    (PostEntry, "stand_ins"): StandInEntry,
}
_CALLED: Final = {str: "文字（加引号）", int: "整数", date: "日期（如 2026-01-31，不加引号）"}


@dataclass
class _Reader:
    """Reads entries and notes every mistake, so that all are told at once."""

    mistakes: list[str] = field(default_factory=list)

    def entries(
        self,
        kind: type[_Entry],
        table: Mapping[str, Any],
        key: str,
        named: str = "",
        where: str = "",
    ) -> Iterator[_Entry]:
        """The entries of a list of tables; those that are not right are left out."""
        listed = table.get(key, [])
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            self.mistakes.append(f"{where}{key} 应当写成 [[{key}]] 开头的几段。")
            return
        for place, one in enumerate(listed, 1):
            name = f"（{one[named]}）" if isinstance(one.get(named), str) else ""
            entry = self.entry(kind, one, f"{where}{key} 第 {place} 个{name}的 ")
            if entry is not None:
                yield entry

    def entry(self, kind: type[_Entry], table: Mapping[str, Any], where: str) -> _Entry | None:
        """One table as `kind`; None where something in it is not right."""
        before = len(self.mistakes)
        values: dict[str, Any] = {"where": where}
        known = {one.name: one for one in fields(kind) if one.name != "where"}
        for key in table.keys() - known.keys():
            self.mistakes.append(f"{where}{key}：不认识；可以有：{'、'.join(known)}。")
        hints = get_type_hints(kind)
        for key, one in known.items():
            if key not in table:
                if one.default is MISSING:
                    self.mistakes.append(f"{where}{key}：没有写。")
            elif (kind, key) in _ONE:
                values[key] = self._inner(_ONE[kind, key], table[key], f"{where}{key}.")
            elif (kind, key) in _SEVERAL:
                values[key] = tuple(self.entries(_SEVERAL[kind, key], table, key, where=where))
            else:
                values[key] = self._plain(table[key], hints[key], f"{where}{key}")
        return kind(**values) if len(self.mistakes) == before else None

    def _inner(self, kind: type, table: object, where: str) -> object:
        if isinstance(table, dict):
            return self.entry(kind, table, where)
        self.mistakes.append(f"{where.rstrip('.')}：应当是一段，如 [agencies.office]。")
        return None

    def _plain(self, value: object, hint: Any, where: str) -> object:
        wanted = next(one for one in (get_args(hint) or (hint,)) if one is not type(None))
        right = isinstance(value, wanted) and not isinstance(value, bool | datetime)
        if not right:
            self.mistakes.append(f"{where}：应当是{_CALLED[wanted]}。")
        elif isinstance(value, str) and not value.strip() and wanted is hint:
            self.mistakes.append(f"{where}：不能是空的。")
        return value.strip() if isinstance(value, str) else value


def _not_toml(said: str) -> str:
    place = re.search(r"line (\d+), column (\d+)", said)
    spot = f"第 {place[1]} 行第 {place[2]} 列" if place else "文件末尾"
    return f"{spot}不是合法的 TOML：请检查引号、括号和等号，同一个名字不能写两次。"
