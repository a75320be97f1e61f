"""A person's own sessions: which are open, since when, on what device; ending them.

What a session says of itself stands in its row (site/sessions.py writes it). A page names one by a
handle, for the key itself would open the session to whoever reads it there.
"""

import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY
from django.utils.crypto import constant_time_compare, salted_hmac

from yangguang.agencies.devices import Device
from yangguang.agencies.models import Person, Session

BEGUN: Final = "begun"
LAST: Final = "last"
"""When a session was begun by signing in, and last used; seconds of the epoch."""
DEVICE: Final = "device"
"""What it was begun on: codes of a Device."""

_HOUR: Final = 60 * 60
_SALT: Final = "yangguang.sessions.handle"


class Open(NamedTuple):
    """A session that still opens something; `last` is right to within five minutes."""

    handle: str
    device: Device
    since: datetime
    last: datetime
    is_this: bool


def is_over(kept: Mapping[str, Any], now: float) -> bool:
    """Whether someone's session has lasted, or lain idle, for too long. `now`: seconds."""
    begun, last = kept.get(BEGUN, now), kept.get(LAST, now)
    return bool(
        now >= begun + settings.SESSION_AGE_HOURS * _HOUR
        or now >= last + settings.SESSION_IDLE_HOURS * _HOUR
    )


def open_sessions(person: Person, this: str | None) -> list[Open]:
    """A person's open sessions, that with the key `this` first, then as they were last used."""
    found = [_shown(row, kept, this) for row, kept in _still_open(person)]
    return sorted(found, key=lambda one: (not one.is_this, -one.last.timestamp()))


def end(person: Person, handle: str) -> bool:
    """End that one of a person's sessions; whether there was one."""
    keys = Session.objects.filter(person=person).values_list("pk", flat=True)
    meant = [key for key in keys if constant_time_compare(_handle(key), handle)]
    return Session.objects.filter(pk__in=meant).delete()[0] > 0


def end_all(person: Person, but: str | None = None) -> int:
    """End a person's sessions, except that with the key `but`; how many were open."""
    count = sum(row.pk != but for row, _ in _still_open(person))
    Session.objects.filter(person=person).exclude(pk=but or "").delete()
    return count


def _still_open(person: Person) -> Iterator[tuple[Session, dict[str, Any]]]:
    """What no age and no other password has ended meanwhile. One query."""
    now = time.time()
    for row in Session.objects.filter(
        person=person, expire_date__gt=datetime.fromtimestamp(now, UTC)
    ):
        kept = row.get_decoded()
        is_theirs = constant_time_compare(
            kept.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash()
        )
        if is_theirs and not is_over(kept, now):
            yield row, kept


def _shown(row: Session, kept: dict[str, Any], this: str | None) -> Open:
    now = time.time()
    since, last = (datetime.fromtimestamp(kept.get(name, now), UTC) for name in (BEGUN, LAST))
    return Open(_handle(row.pk), Device.of_codes(kept.get(DEVICE)), since, last, row.pk == this)


def _handle(key: str) -> str:
    return salted_hmac(_SALT, key, algorithm="sha256").hexdigest()[:32]
