"""The last days of the cases in one's hands as a calendar (RFC 5545): numbers, dates, no names.

A programme that keeps calendars fetches it by a secret address, for it cannot sign in. Only the
blind form of the secret is kept: it is shown once, can be renewed, and ends the one before.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import CAPABILITIES, Capability, Standing
from yangguang.agencies.models import Person
from yangguang.casework import sealing
from yangguang.casework.models import CaseState
from yangguang.inforequests.models import Reminding
from yangguang.inforequests.queries import states_visible_to

MEDIA_TYPE: Final = "text/calendar; charset=utf-8"
LINE: Final = 75
"""Octets of a line at most, its end not counted (RFC 5545 §3.1)."""
_BLIND: Final = "calendar address"


def whose(secret: str) -> Person | None:
    """The person in whose calendar's address the secret stands; none where it opens nothing."""
    found = Reminding.objects.filter(calendar=blind(secret), person__is_active=True)
    kept = found.select_related("person").first()
    return kept.person if kept else None


def blind(secret: str) -> str:
    """What is kept of a secret."""
    return sealing.blind(_BLIND, secret).hex()


class _Day(NamedTuple):
    """What stands in the calendar: the last day of an answer, or of our statement in a dispute."""

    state: CaseState
    on: date
    is_statement: bool


def calendar(people: Standing, made: datetime) -> str:
    """What falls due of a person's cases, by its last day: open ones, and those in dispute.

    Theirs are their own, and those of whom they stand in for today. `made`: when (aware). Two
    queries.
    """
    theirs = states_visible_to(people).filter(_in_hand(people))
    answers = theirs.filter(closed_on__isnull=True, due_on__isnull=False)
    statements = theirs.filter(statement_due_on__isnull=False)
    days = [
        *(_Day(one, one.due_on, False) for one in answers if one.due_on),
        *(_Day(one, one.statement_due_on, True) for one in statements if one.statement_due_on),
    ]
    days.sort(key=lambda one: (one.on, one.state.case_id))
    lines = _lines(days, people, made.astimezone(UTC))
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _in_hand(people: Standing) -> Q:
    """The cases that someone handles, or stands in for who does."""
    found = Q(handler=people.person, agency_id__in=people.agencies(Capability.HANDLE))
    for one in people.holdings:
        if one.instead_of and Capability.HANDLE in CAPABILITIES[one.post.role]:
            found |= Q(handler=one.instead_of, agency_id=one.post.agency_id)
    return found


def _lines(days: Iterable[_Day], people: Standing, made: datetime) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Yangguang//Due dates//ZH"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_text(_('办件答复期限'))}"
    for day in days:
        is_lent = people.person is not None and day.state.handler_id != people.person.pk
        yield from _event(day, made, is_lent)
    yield "END:VCALENDAR"


def _event(day: _Day, made: datetime, is_lent: bool) -> Iterator[str]:
    """A whole day, that keeps nobody from other appointments."""
    state = day.state
    address = settings.SITE_ADDRESS + reverse("case", kwargs={"number": state.number})
    is_paused = state.paused_since is not None and not day.is_statement
    said = _("复议、诉讼：提交答复、答辩") if day.is_statement else _("答复期限")
    if is_paused:
        said = _("答复期限（现在暂停计算）")
    if is_lent:
        said = _("代理：{what}").format(what=said)
    uid = f"{state.number}-statement" if day.is_statement else state.number
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@{settings.SITE_ADDRESS.partition('://')[2]}"
    yield f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{state.last_seq}"
    yield f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{said} {state.number}')}"
    yield f"URL:{address}"
    yield f"STATUS:{'TENTATIVE' if is_paused else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """A value of the type TEXT (§3.3.11)."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(plain, escaped)
    return value


def folded(line: str) -> str:
    """The line in pieces of at most LINE octets, none of which ends within a character."""
    pieces, room = [""], LINE
    for character in line:
        octets = len(character.encode())
        if octets > room:
            pieces.append("")
            room = LINE - 1  # the space before it
        pieces[-1] += character
        room -= octets
    return "\r\n ".join(pieces)
