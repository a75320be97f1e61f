"""What each post may do, and where: at its own agency, or at all that lie below it too."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from django.db.models import Q, QuerySet

from yangguang.agencies.models import Agency, AgencyKind, Delegation, Person, Post, Role


class Capability(StrEnum):
    """The things that not everyone may do."""

    SEE_CASES = "see_cases"
    REGISTER = "register"
    ASSIGN = "assign"
    HANDLE = "handle"
    OPEN_PERSONAL = "open_personal"
    APPROVE_FIRST = "approve_first"
    APPROVE_SECOND = "approve_second"
    APPROVE_FINAL = "approve_final"
    APPROVE_EXTENSION = "approve_extension"
    REVIEW_SECRECY = "review_secrecy"
    SEE_FIGURES = "see_figures"
    SEE_BELOW = "see_below"
    REPORT = "report"
    TAKE_REPORTS = "take_reports"
    ADMINISTER = "administer"


_OF_ALL_STAFF: Final = frozenset({Capability.SEE_CASES})

CAPABILITIES: Final[Mapping[str, frozenset[Capability]]] = {
    Role.HANDLER: _OF_ALL_STAFF
    | {
        Capability.REGISTER,
        Capability.HANDLE,
        Capability.OPEN_PERSONAL,
        Capability.REPORT,
    },
    Role.SECTION_HEAD: _OF_ALL_STAFF
    | {
        Capability.REGISTER,
        Capability.ASSIGN,
        Capability.HANDLE,
        Capability.OPEN_PERSONAL,
        Capability.APPROVE_FIRST,
        Capability.SEE_FIGURES,
        Capability.REPORT,
    },
    Role.DISCLOSURE_HEAD: _OF_ALL_STAFF
    | {
        Capability.REGISTER,
        Capability.ASSIGN,
        Capability.OPEN_PERSONAL,
        Capability.APPROVE_SECOND,
        Capability.APPROVE_EXTENSION,
        Capability.SEE_FIGURES,
        Capability.REPORT,
    },
    Role.LEADER: _OF_ALL_STAFF | {Capability.APPROVE_FINAL, Capability.SEE_FIGURES},
    Role.SECRECY_REVIEWER: _OF_ALL_STAFF | {Capability.REVIEW_SECRECY},
    Role.SUPERVISOR: _OF_ALL_STAFF
    | {Capability.SEE_BELOW, Capability.SEE_FIGURES, Capability.TAKE_REPORTS},
    Role.ADMINISTRATOR: frozenset({Capability.ADMINISTER}),
}
"""What a post may do at its own agency. The approval of an extension is the head's (Art. 33)."""

_REACHES_BELOW: Final = frozenset(
    {Capability.SEE_CASES, Capability.SEE_FIGURES, Capability.TAKE_REPORTS}
)
"""What a supervisor may do at the agencies below, too: read, take in their reports (Art. 49)."""

_ONLY_BELOW: Final = frozenset({Capability.TAKE_REPORTS})
"""What nobody does at the own agency: its report is taken by the office above it (Art. 49)."""

_FOR_THE_GOVERNMENT: Final = frozenset({Capability.REPORT})
"""What the office of a government does for it: it publishes the government's report (Art. 49)."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A post that a person fills on a day: their own, or another's for whom they stand in."""

    post: Post
    instead_of: Person | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person may do on a day: capability → the agencies where, and by which post."""

    person: Person | None
    holdings: tuple[Holding, ...] = ()
    below: Mapping[int, frozenset[int]] | None = None

    def can(self, capability: Capability, agency: int) -> bool:
        """Whether the person may do it at that agency (its id)."""
        return agency in self.agencies(capability)

    def agencies(self, capability: Capability) -> frozenset[int]:
        """The ids of the agencies where the person may do it."""
        found = (self._reach(holding, capability) for holding in self.holdings)
        return frozenset[int]().union(*found)

    def _reach(self, holding: Holding, capability: Capability) -> set[int]:
        """The ids of the agencies where a post of the person's gives it."""
        held, found = CAPABILITIES[holding.post.role], set[int]()
        if capability in held and capability not in _ONLY_BELOW:
            found |= _places(holding.post.agency, capability)
        if Capability.SEE_BELOW in held and capability in _REACHES_BELOW and self.below:
            found |= self.below.get(holding.post.agency_id, frozenset())
        return found

    def holding(self, capability: Capability, agency: int) -> Holding | None:
        """By which post the person may do it there; an own post before another's."""
        fitting = [one for one in self.holdings if agency in self._reach(one, capability)]
        return min(fitting, key=lambda one: one.instead_of is not None, default=None)

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What the person may do at one agency or another: what a navigation offers."""
        held = (CAPABILITIES[holding.post.role] for holding in self.holdings)
        return frozenset[Capability]().union(*held)

    @property
    def is_staff(self) -> bool:
        """Whether the person holds any post at all."""
        return bool(self.holdings)


NOBODY: Final = Standing(None)


def standing(person: Person | None, on: date) -> Standing:
    """What `person` may do on a day; NOBODY's for the public. Three queries at most."""
    if person is None or not person.pk or not person.is_active:
        return NOBODY
    held = (Q(until__isnull=True) | Q(until__gte=on)) & Q(since__lte=on)
    own = Post.objects.filter(held, person=person)
    own = own.select_related("agency__parent__supervising")
    lent = Delegation.objects.filter(
        Q(post__until__isnull=True) | Q(post__until__gte=on),
        to=person,
        since__lte=on,
        until__gte=on,
        post__since__lte=on,
    ).select_related("post__agency__parent__supervising", "post__person")
    holdings = [Holding(post, None) for post in own]
    holdings += [Holding(one.post, one.post.person) for one in lent]
    supervises = any(Capability.SEE_BELOW in CAPABILITIES[one.post.role] for one in holdings)
    return Standing(person, tuple(holdings), _below() if supervises else None)


def government_of(office: Agency) -> Agency | None:
    """The government whose report an office writes; None: it writes its own only.

    It is the office that supervises the disclosure work and stands under the government; where the
    work is supervised from above, the government's office (政府办公室).
    """
    government = office.parent
    if government is None or government.kind != AgencyKind.GOVERNMENT:
        return None
    supervising = government.supervising
    if supervising is not None and supervising.parent_id == government.pk:
        return government if supervising == office else None
    return government if office.kind == AgencyKind.GOVERNMENT_OFFICE else None


def _places(agency: Agency, capability: Capability) -> set[int]:
    """The ids of the agencies where a post at `agency` that has the capability has it."""
    government = government_of(agency) if capability in _FOR_THE_GOVERNMENT else None
    return {agency.pk} | ({government.pk} if government else set())


def holders(capability: Capability, agency: int, on: date) -> list[Person]:
    """Who may do it at an agency (its id) on a day, by an own post or another's; by name."""
    return list(holding(capability, agency, on).filter(is_active=True).order_by("name", "pk"))


def holding(capability: Capability, agency: int, on: date) -> QuerySet[Person]:
    """Who held it at an agency (its id) on a day, those included whose account was closed since."""
    roles = [role for role, held in CAPABILITIES.items() if capability in held]
    held = (Q(until__isnull=True) | Q(until__gte=on)) & Q(since__lte=on)
    posts = Post.objects.filter(held, agency_id=agency, role__in=roles)
    lent = Delegation.objects.filter(post__in=posts, since__lte=on, until__gte=on)
    return Person.objects.filter(Q(pk__in=posts.values("person")) | Q(pk__in=lent.values("to")))


def holders_at(
    capability: Capability, agencies: Collection[int], on: date
) -> dict[int, frozenset[Person]]:
    """For each of these agencies (their ids) who may do it there on a day, by a post there.

    What reaches below is left out; the office of a government does for it what
    `_FOR_THE_GOVERNMENT` says. Two queries.
    """
    roles = [role for role, held in CAPABILITIES.items() if capability in held]
    held = (Q(until__isnull=True) | Q(until__gte=on)) & Q(since__lte=on)
    near = Q(agency__in=agencies) | Q(agency__parent__in=agencies)
    posts = Post.objects.filter(held, near, role__in=roles)
    lent: dict[int, list[Person]] = {}
    standing_in = Delegation.objects.filter(post__in=posts, since__lte=on, until__gte=on)
    for one in standing_in.select_related("to"):
        lent.setdefault(one.post_id, []).append(one.to)
    found: dict[int, set[Person]] = {agency: set() for agency in agencies}
    for post in posts.select_related("person", "agency__parent__supervising"):
        people = [one for one in (post.person, *lent.get(post.pk, ())) if one.is_active]
        for agency in _places(post.agency, capability) & found.keys():
            found[agency].update(people)
    return {agency: frozenset(people) for agency, people in found.items()}


def _below() -> dict[int, frozenset[int]]:
    """For each agency those under it, at any depth: its own, and those that it supervises.

    The office that supervises a government's disclosure work stands under that government in the
    tree and beside the departments, yet it reads them all (Arts 46–48). One query.
    """
    under: dict[int, set[int]] = {}
    for agency, *above in Agency.objects.values_list("pk", "parent", "supervising"):
        for one in above:
            under.setdefault(one, set()).add(agency)
    return {agency: _reached(agency, under) for agency in under}


def _reached(agency: int, under: Mapping[int, Iterable[int]]) -> frozenset[int]:
    found: set[int] = set()
    waiting = [agency]
    while waiting:
        fresh = set(under.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return frozenset(found - {agency})
