"""The last days of one's own cases as a calendar file (RFC 5545): numbers, dates, links, no names.

A programme that keeps calendars fetches it by a secret address, for it cannot sign in. Only the
blind form of the secret is kept: it is shown once, can be renewed, and ends the one before.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from yangguang.agencies.capabilities import Capability, Standing
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


def calendar(people: Standing, made: datetime) -> str:
    """A person's own open cases by their last days. `made`: when (aware). One query."""
    theirs = (
        states_visible_to(people)
        .filter(
            handler=people.person,
            agency_id__in=people.agencies(Capability.HANDLE),
            closed_on__isnull=True,
            due_on__isnull=False,
        )
        .order_by("due_on", "case_id")
    )
    return "".join(f"{folded(line)}\r\n" for line in _lines(theirs, made.astimezone(UTC)))


def _lines(states: Iterable[CaseState], made: datetime) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Yangguang//Due dates//ZH"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_text(_('办件答复期限'))}"
    for state in states:
        assert state.due_on is not None
        yield from _event(state, state.due_on, made)
    yield "END:VCALENDAR"


def _event(state: CaseState, due: date, made: datetime) -> Iterator[str]:
    """A whole day, that keeps nobody from other appointments."""
    address = settings.SITE_ADDRESS + reverse("case", kwargs={"number": state.number})
    is_paused = state.paused_since is not None
    said = _("答复期限（现在暂停计算）") if is_paused else _("答复期限")
    yield "BEGIN:VEVENT"
    yield f"UID:{state.number}@{settings.SITE_ADDRESS.partition('://')[2]}"
    yield f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{state.last_seq}"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}"
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
