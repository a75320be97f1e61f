"""Looking a request up by number and query code; who guesses learns nothing, and not often.

A vain try counts for the address that it came from and for the number that it was about, each in a
quarter of an hour; what is kept of either is blind. An unknown number and a wrong code take the
same way through this module.
"""

import ipaddress
import re
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F

from yangguang.casework import moment
from yangguang.casework.models import Case
from yangguang.casework.sealing import blind
from yangguang.inforequests import query_code
from yangguang.inforequests.events import KIND
from yangguang.inforequests.models import VainTries

WINDOW: Final = timedelta(minutes=15)
MOST_OF_AN_ADDRESS: Final = 20
"""Many people can share an address: an office's, a mobile network's."""
MOST_OF_A_NUMBER: Final = 40
"""More than of an address: someone who guesses must not easily keep the applicant out."""

_NOBODYS: Final = bytes(32)
_V6_NETWORK: Final = 64
"""Who has one IPv6 address has the 2^64 beside it too."""


class TooManyTries(Exception):
    """No more tries until `until`. Right and wrong codes are answered alike meanwhile."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until


def normalised(number: str) -> str:
    """A number as typed, without spaces, in half width, with plain dashes."""
    narrow = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in number)
    return re.sub(r"[‐-―−—一]", "-", re.sub(r"\s", "", narrow))[:40]


def look_up(number: str, code: str, address: str) -> Case | None:
    """The request with that number, for who has its code; None for any other.

    `address` is the visitor's network address. Raises TooManyTries.
    """
    number = normalised(number)
    keys = _keys(number, address)
    tried = dict(VainTries.objects.filter(pk__in=keys).values_list("key", "count"))
    if any(tried.get(key, 0) >= most for key, most in keys.items()):
        raise TooManyTries(_window_begins() + WINDOW)
    case = Case.objects.filter(kind=KIND, number=number).first()
    kept = bytes(case.query_code) if case else _NOBODYS
    if query_code.matches(kept, number, code) and case:
        return case
    _count(keys)
    return None


def _keys(number: str, address: str) -> dict[str, int]:
    window = _window_begins().isoformat()
    return {
        blind("vain tries of an address", f"{_network(address)} {window}").hex(): (
            MOST_OF_AN_ADDRESS
        ),
        blind("vain tries of a number", f"{number} {window}").hex(): MOST_OF_A_NUMBER,
    }


def _network(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 6:
        return str(ipaddress.ip_network((found, _V6_NETWORK), strict=False))
    return str(found)


def _window_begins() -> datetime:
    now = moment.now()
    return now - timedelta(
        minutes=now.minute % 15, seconds=now.second, microseconds=now.microsecond
    )


def _count(keys: dict[str, int]) -> None:
    with transaction.atomic():
        for key in sorted(keys):
            if not VainTries.objects.filter(pk=key).update(count=F("count") + 1):
                VainTries.objects.get_or_create(key=key, defaults={"begun_at": moment.now()})
                VainTries.objects.filter(pk=key).update(count=F("count") + 1)
