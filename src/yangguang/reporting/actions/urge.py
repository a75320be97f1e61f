"""The supervising office reminds agencies of reports that they have not submitted (Art. 49)."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.casework.errors import NotAllowed
from yangguang.reporting.acting import is_submitted
from yangguang.reporting.board import Line, board
from yangguang.reporting.models import Urging


class ToUrge(NamedTuple):
    """Who is reminded, and who was already today."""

    now: list[Line]
    today: list[Line]


def supervised(people: Standing) -> frozenset[int]:
    """The agencies whose reports they take in and do not write themselves."""
    return people.agencies(Capability.TAKE_REPORTS) - people.agencies(Capability.REPORT)


def may_be_urged(line: Line) -> bool:
    """Whether it is the agency's turn to submit, and to somebody else than itself."""
    return line.is_open and is_submitted(line.agency)


def urgeable(people: Standing, lines: Iterable[Line], year: int) -> list[Line]:
    """Those of a year's lines of which a supervisor can remind; of a year that is over."""
    below = supervised(people) if year < moment.today().year else frozenset[int]()
    return [one for one in lines if one.agency.pk in below and may_be_urged(one)]


def to_urge(
    people: Standing, year: int, agencies: Collection[int] | None = None, *, late: bool = False
) -> ToUrge:
    """Whom of these agencies (ids; None: all) a supervisor reminds; `late`: only who is overdue.

    The agencies that they supervise, whose turn it is, once a day.
    """
    below = supervised(people)
    wanted = below if agencies is None else below & set(agencies)
    today = moment.today()
    lines = urgeable(people, board(wanted, year, today), year)
    open_ = [one for one in lines if one.is_late or not late]
    reminded = Urging.objects.filter(agency__in=wanted, year=year, day=today)
    already = set(reminded.values_list("agency", flat=True))
    return ToUrge(
        [one for one in open_ if one.agency.pk not in already],
        [one for one in open_ if one.agency.pk in already],
    )


def urge(
    people: Standing, year: int, agencies: Collection[int] | None = None, *, late: bool = False
) -> list[Line]:
    """Remind them, as `to_urge` chooses; the mails leave by the periodic work.

    Raises NotAllowed: there is nobody to remind, another was quicker.
    """
    found = to_urge(people, year, agencies, late=late)
    if not found.now:
        raise NotAllowed(
            _("今天已经提醒过了，一个机关一天提醒一次。")
            if found.today
            else _("没有要提醒的机关：您主管的机关里没有等着报送的。")
        )
    assert people.person is not None
    try:
        with transaction.atomic():
            for one in found.now:
                Urging.objects.create(
                    agency=one.agency,
                    year=year,
                    day=moment.today(),
                    by=people.person,
                    instead_of=_instead_of(people, one.agency.pk),
                    at=moment.now(),
                )
    except IntegrityError:
        raise NotAllowed(_("别人刚刚提醒过其中的机关，请看过最新情况再提醒。")) from None
    return found.now


def _instead_of(people: Standing, agency: int) -> Person | None:
    holding = people.holding(Capability.TAKE_REPORTS, agency)
    return holding.instead_of if holding else None
