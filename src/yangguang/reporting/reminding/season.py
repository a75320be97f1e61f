"""Once a week while reports come in: to the supervising office, who is late and who waits."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import CAPABILITIES, Capability, standing
from yangguang.agencies.models import Delegation, Person, Post
from yangguang.reporting.actions.urge import may_be_urged, supervised
from yangguang.reporting.board import Filed, Line, board
from yangguang.reporting.reminding.notice import Notice

LAST_MONTH: Final = 4
"""From January to the month after governments report (Art. 49)."""
NAMED: Final = 20
"""How many agencies are named; of more it is said how many."""


def season(on: date) -> Iterator[Notice]:
    """What supervisors are told in a week. The board is asked once for each scope."""
    if on.month > LAST_MONTH:
        return
    year, (_year, week, _day) = on.year - 1, on.isocalendar()
    boards: dict[frozenset[int], list[Line]] = {}
    for person in _supervisors(on):
        people = standing(person, on)
        below = supervised(people)
        if below not in boards:
            boards[below] = board(below, year, on)
        if said := tuple(_lines(boards[below])):
            title = _("各机关年报进度")
            head = _("{year} 年度报告，所属机关：").format(year=year)
            address = f"{reverse('reports')}?year={year}"
            key = f"season:{year}:{week}"
            yield Notice(person, key, title, (head, *said), address, is_pressing=False)


def _supervisors(on: date) -> list[Person]:
    """Who takes reports in, by an own post or another's."""
    roles = [role for role, held in CAPABILITIES.items() if Capability.TAKE_REPORTS in held]
    held = (Q(until__isnull=True) | Q(until__gte=on)) & Q(since__lte=on)
    posts = Post.objects.filter(held, role__in=roles)
    lent = Delegation.objects.filter(post__in=posts, since__lte=on, until__gte=on)
    theirs = Q(pk__in=posts.values("person")) | Q(pk__in=lent.values("to"))
    return list(Person.objects.filter(theirs, is_active=True).order_by("pk"))


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    """Nothing where nobody is late and nobody waits."""
    every = list(lines)
    late = [one for one in every if one.is_late and may_be_urged(one)]
    waiting = [one for one in every if one.filed is Filed.TO_TAKE]
    if late:
        yield _("逾期没有报送 {count} 个：{names}").format(count=len(late), names=_named(late))
    if waiting:
        yield _("等您审阅 {count} 份：{names}").format(count=len(waiting), names=_named(waiting))


def _named(lines: list[Line]) -> str:
    names = _("、").join(one.agency.short_name for one in lines[:NAMED])
    return names if len(lines) <= NAMED else _("{names} 等").format(names=names)
