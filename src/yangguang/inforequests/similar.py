"""What else was asked that is like a request: by the same applicant, by others, by many.

Nothing here says who asked. That two requests are the same applicant's is told by the blind index
of the paper's number; where a request has none, by that of the name, and then may be a namesake.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Q
from django.utils.translation import gettext as _

from yangguang.casework import likeness, personal, sealing
from yangguang.casework.models import (
    Case,
    CaseState,
    CaseText,
    IssuedLetter,
    Likeness,
    Party,
    PartyIndex,
)
from yangguang.casework.models.personal import PartyRole
from yangguang.inforequests import queries
from yangguang.inforequests.events import KIND
from yangguang.inforequests.models import PublicAnswer
from yangguang.inforequests.names import STAGE_NAMES
from yangguang.inforequests.standing import NOT_COUNTED, Stage
from yangguang.law.dispositions import RULES, Disposition

SHOWN: Final = 8
"""Of each kind on a page; of the others it is said how many there are."""
_GROUPS: Final = 50

Who = tuple[str, bytes]
"""What an applicant is told apart by: a kind of index, and the blind value."""


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """An answer that holds now: the letter's id, its number and date."""

    letter: int
    number: str
    dated: date

    def __str__(self) -> str:
        return _("{number}（{day}）").format(
            number=self.number,
            day=_("{one.year}年{one.month}月{one.day}日").format(one=self.dated),
        )


@dataclass(frozen=True, slots=True)
class Similar:
    """A request that is like another; `wanted` is what it asks for, without who asks."""

    number: str
    received_on: date | None
    outcome: str
    wanted: str
    percent: int
    answer: AnswerGiven | None


@dataclass(frozen=True, slots=True)
class Similars:
    """What is like a request. `applicants`: how many people ask for it, with this one's.

    `many`: from how many on publishing is suggested. `by_name`: the applicant gave no paper, and
    `own` may be a namesake's.
    """

    own: tuple[Similar, ...]
    others: tuple[Similar, ...]
    count: int
    applicants: int
    many: int
    by_name: bool

    @property
    def is_asked_by_many(self) -> bool:
        """Whether to publish it of the agency's own accord should be considered (Art. 44)."""
        return self.applicants >= self.many


@dataclass(frozen=True, slots=True)
class Demand:
    """The same thing, asked by many: how many requests and people, the latest with its words."""

    requests: int
    applicants: int
    latest: str
    received_on: date | None
    wanted: str
    published: str
    """The address of an answer among theirs that is open to all; empty where none is."""


def of(case: Case) -> Similars:
    """What is like a request, among the same agency's. The number of queries is bounded."""
    without = sealing.blind(personal.PAPER, "")
    applicant, same = _same_applicant(case, without)
    alike = {one.case: one.likeness for one in likeness.like(case, same)}
    states = {
        one.case_id: one
        for one in CaseState.objects.filter(pk__in=alike).exclude(state__in=NOT_COUNTED)
    }
    ranked = sorted(states, key=lambda pk: (-alike[pk], -pk))
    own = [pk for pk in ranked if pk in same][:SHOWN]
    others = [pk for pk in ranked if pk not in same]
    shown = _shown({pk: states[pk] for pk in (*own, *others[:SHOWN])}, alike)
    people = {applicant, *_applicants(others, without).values()} - {None}
    return Similars(
        tuple(shown[pk] for pk in own),
        tuple(shown[pk] for pk in others[:SHOWN]),
        len(others),
        len(people),
        case.agency.rules.asked_by_many,
        applicant is not None and applicant[0] == personal.NAME,
    )


def earlier_answer(case: Case, number: str) -> str:
    """An earlier answer to the applicant of `case` as a letter refers to it; empty if none is.

    `number` is that of the earlier request.
    """
    _who, same = _same_applicant(case, sealing.blind(personal.PAPER, ""))
    found = CaseState.objects.filter(pk__in=same, number=number).values_list("pk", flat=True)
    return next((str(one) for one in _answers(found).values()), "")


class Indexed(NamedTuple):
    """How many requests were made comparable, and of how many the words did not open."""

    made: int
    unreadable: int


def index_missing(most: int = 2_000) -> Indexed:
    """Make requests comparable that came in by another way than the form.

    The newest first, at most so many at once. One that does not open keeps no other from it; it is
    tried again the next time.
    """
    texts = CaseText.objects.filter(
        kind="request", case__kind=KIND, case__likeness=None, key__destroyed_at=None
    )
    made = unreadable = 0
    for pk in list(texts.order_by("-pk").values_list("pk", flat=True)):
        if most in (made, unreadable):
            break
        text = CaseText.objects.select_related("key", "case").get(pk=pk)
        try:
            words = personal.words_of(text)
        except (personal.Erased, sealing.CannotOpen):
            unreadable += 1
            continue
        wanted = str(words.get("wanted", "")) if isinstance(words, dict) else words
        try:
            with transaction.atomic():
                likeness.index(text.case, text.key, wanted)
        except IntegrityError:
            if not Likeness.objects.filter(case=text.case_id).exists():
                raise
            continue  # the other job was quicker: after an import both may be at it
        made += 1
    return Indexed(made, unreadable)


def in_demand(agency: int, many: int) -> list[Demand]:
    """What at least so many people asked of an agency, the most asked first; at most 50."""
    standing = Likeness.objects.filter(agency=agency).exclude(case__state__state__in=NOT_COUNTED)
    groups = standing.values("group").annotate(requests=Count("pk")).filter(requests__gte=many)
    counted = dict(groups.order_by("-requests").values_list("group", "requests")[:_GROUPS])
    without = sealing.blind(personal.PAPER, "")
    theirs = PartyIndex.objects.filter(
        party__role=PartyRole.APPLICANT,
        party__case__likeness__agency=agency,
        party__case__likeness__group__in=counted,
    ).exclude(party__case__state__state__in=NOT_COUNTED)
    people = theirs.values("party__case__likeness__group").annotate(
        papers=Count("paper", filter=~Q(paper=without), distinct=True),
        names=Count("name", filter=Q(paper=without), distinct=True),
    )
    applicants = {
        one["party__case__likeness__group"]: one["papers"] + one["names"] for one in people
    }
    wanted = [group for group in counted if applicants.get(group, 0) >= many]
    latest = _latest(agency, wanted)
    shown = _shown({one.pk: one for one in latest.values()}, {})
    published = dict(
        PublicAnswer.objects.filter(
            withdrawn_on=None,
            case__likeness__agency=agency,
            case__likeness__group__in=wanted,
        ).values_list("case__likeness__group", "address")
    )
    return [
        Demand(
            counted[group],
            applicants[group],
            latest[group].number,
            latest[group].received_on,
            shown[latest[group].pk].wanted,
            published.get(group, ""),
        )
        for group in wanted
    ]


def _latest(agency: int, groups: Sequence[int]) -> dict[int, CaseState]:
    """The latest request of each group."""
    rows = Likeness.objects.filter(agency=agency, group__in=groups)
    standing = rows.exclude(case__state__state__in=NOT_COUNTED).values("group")
    newest = dict(standing.annotate(newest=Max("pk")).values_list("newest", "group"))
    return {newest[one.pk]: one for one in CaseState.objects.filter(pk__in=newest)}


def _same_applicant(case: Case, without: bytes) -> tuple[Who | None, set[int]]:
    """What the applicant is told apart by, and their other cases at the agency, the newest.

    `without` is the blind form of no paper.
    """
    who = _applicants([case.pk], without).get(case.pk)
    if who is None:
        return None, set()
    same = PartyIndex.objects.filter(
        **{who[0]: who[1]}, party__role=PartyRole.APPLICANT, party__case__agency=case.agency_id
    ).exclude(party__case=case.pk)
    newest = same.order_by("-party__case").values_list("party__case", flat=True)
    return who, set(newest[: likeness.MOST])


def _applicants(cases: Sequence[int], without: bytes) -> dict[int, Who]:
    """What the applicants of some cases are told apart by; erased data are not there."""
    rows = PartyIndex.objects.filter(
        party__case__in=cases, party__role=PartyRole.APPLICANT
    ).order_by("pk")
    found: dict[int, Who] = {}
    for case, name, paper in rows.values_list("party__case", "name", "paper"):
        by_paper = bytes(paper) != without
        found[case] = (personal.PAPER, bytes(paper)) if by_paper else (personal.NAME, bytes(name))
    return found


def _shown(states: Mapping[int, CaseState], alike: Mapping[int, float]) -> dict[int, Similar]:
    answers = _answers(states)
    wanted = queries.wanted_in(list(states))
    parties: defaultdict[int, list[Party]] = defaultdict(list)
    for party in Party.objects.filter(case__in=states).select_related("key", "case"):
        parties[party.case_id].append(party)
    return {
        pk: Similar(
            state.number,
            state.received_on,
            outcome_of(state),
            personal.concealer(parties[pk])(wanted.get(pk, "")),
            round(100 * alike.get(pk, 1)),
            answers.get(pk),
        )
        for pk, state in states.items()
    }


def outcome_of(state: CaseState) -> str:
    """How a request ended, as that holds now; where it stands, if it is open."""
    if state.in_force:
        return RULES[Disposition(state.in_force)].name
    if state.disposition:  # it had ended, and was sent back or quashed
        return _("答复已被撤销或者变更") if state.closed_on else _("正在重新答复")
    return str(STAGE_NAMES[Stage(state.state)])


def _answers(cases: Iterable[int]) -> dict[int, AnswerGiven]:
    """The answers that hold now: what was quashed, or is given anew, is none to rest on."""
    standing = CaseState.objects.filter(case__in=cases, answer__isnull=False).values("answer")
    rows = IssuedLetter.objects.filter(letter__in=standing)
    found = rows.values_list("letter__case", "letter", "number", "dated")
    return {case: AnswerGiven(letter, number, dated) for case, letter, number, dated in found}
