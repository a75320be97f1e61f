"""Reading the archives: their boxes, what lies in one, and what was taken out of it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Max, Min, QuerySet
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Standing as People
from yangguang.agencies.models import Agency
from yangguang.casework.models import CaseState, IssuedLetter, Party
from yangguang.inforequests import queries
from yangguang.inforequests.derivation import Standing
from yangguang.inforequests.events import LetterKind
from yangguang.law.dispositions import RULES, Disposition
from yangguang.law.filing import Box, Retention, kept_until, reference

_LAST_WORDS: Final = (LetterKind.ANSWER, LetterKind.LAPSE)
ORDER: Final = ("filed_year", "filed_retention", "filed_box", "filed_item")


@dataclass(frozen=True, slots=True)
class BoxShown:
    """A box: how many files, from which item to which."""

    box: Box
    count: int
    first: int
    last: int

    @property
    def kept_until(self) -> date | None:
        """The last day on which its files must be kept; None: for good."""
        return kept_until(self.box.retention, self.box.year)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the catalogue of a box (归档文件目录, DA/T 22 [M]); nothing personal in it."""

    case: int
    number: str
    item: int
    place: str
    letter: str
    title: str
    dated: date | None
    remark: str


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A file that lay in a box and was taken out again: its number, where it lay, where it lies."""

    number: str
    former: str
    now: str


def box_of(year: int, retention: str, number: int | None) -> Box | None:
    """The box of that place; None where there can be none."""
    if number is None or retention not in set(Retention):
        return None
    return Box(year, Retention(retention), number)


def boxes(people: People, agency: Agency, year: int | None = None) -> list[BoxShown]:
    """The boxes of an agency, of one year if one is named, the latest year first. One query."""
    found = queries.filed(people, agency)
    if year is not None:
        found = found.filter(filed_year=year)
    rows = (
        found.order_by()
        .values_list("filed_year", "filed_retention", "filed_box")
        .annotate(Count("pk"), Min("filed_item"), Max("filed_item"))
        .order_by("-filed_year", "filed_retention", "filed_box")
    )
    return [
        BoxShown(Box(year_, Retention(retention), number), *counted)
        for year_, retention, number, *counted in rows
    ]


def years(people: People, agency: Agency) -> list[int]:
    """The years of which there are files, the latest first. One query."""
    found = queries.filed(people, agency).order_by("-filed_year")
    return list(found.values_list("filed_year", flat=True).distinct())


def inside(people: People, agency: Agency, box: Box) -> QuerySet[CaseState]:
    """The files in a box, in their order."""
    return (
        queries.filed(people, agency)
        .filter(filed_year=box.year, filed_retention=box.retention, filed_box=box.number)
        .order_by(*ORDER)
    )


def catalogue(states: Iterable[CaseState]) -> list[Item]:
    """The lines of the catalogue, in the given order. Two queries."""
    every = list(states)
    cases = [one.pk for one in every]
    letters = IssuedLetter.objects.filter(
        letter__case__in=cases, letter__kind__in=_LAST_WORDS
    ).select_related("letter")
    answers = {one.letter.case_id: one for one in letters.order_by("pk")}
    standing = Party.objects.filter(case__in=cases, key__destroyed_at__isnull=True)
    whole = set(standing.values_list("case", flat=True))
    return [_item(one, answers.get(one.pk), one.pk in whole) for one in every]


def taken_out(people: People, agency: Agency, box: Box) -> list[TakenOut]:
    """What lay in a box before a dispute took it out. One query."""
    found = queries.states_visible_to(people).filter(
        agency=agency, former_place__startswith=f"{box.reference}-"
    )
    return [
        TakenOut(one.number, one.former_place, _place(one))
        for one in found.order_by("former_place")
    ]


def remarks(request: Standing) -> list[str]:
    """What to know of a file that was taken out of its box again."""
    if not request.filed_before:
        return []
    former = "、".join(one.reference for one in request.filed_before)
    if request.filed:
        return [_("原档号 {former}，现已改编。").format(former=former)]
    said = _("归档以后又有复议、诉讼，材料有增加：办完以后要重新归档（原档号 {former}）。")
    return [said.format(former=former)]


def _item(state: CaseState, answer: IssuedLetter | None, is_whole: bool) -> Item:
    ended = str(RULES[Disposition(state.disposition)].name) if state.disposition else ""
    title = _("政府信息公开申请 {number} 办理材料").format(number=state.number)
    former = _("原档号 {place}").format(place=state.former_place) if state.former_place else ""
    gone = "" if is_whole else _("个人信息已销毁")
    return Item(
        state.pk,
        state.number,
        state.filed_item or 0,
        _place(state),
        answer.number if answer else "",
        f"{title}（{ended}）" if ended else title,
        answer.dated if answer else state.closed_on,
        "，".join(filter(None, (former, gone))),
    )


def _place(state: CaseState) -> str:
    if not state.is_filed:
        return ""
    assert state.filed_year and state.filed_box and state.filed_item
    retention = Retention(state.filed_retention)
    return reference(state.filed_year, retention, state.filed_box, state.filed_item)
