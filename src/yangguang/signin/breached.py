"""Passwords that were stolen elsewhere, where the operator keeps a list of them: no one is asked.

The list is a file of SHA-1 digests in order, a line each, as "Have I Been Pwned" gives it out to
download: `HEX:COUNT`. It may have many gigabytes: it is searched where it lies, by halves. SHA-1
only finds the line here; no password is kept by it.
"""

import hashlib
import logging
from pathlib import Path
from typing import Any, BinaryIO, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LOG: Final = logging.getLogger(__name__)
_DIGITS: Final = 40


class NotStolenElsewhere:
    """Takes no password that stands in the operator's list; without one, any."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError, with the sentence."""
        path: Path | None = settings.BREACHED_PASSWORDS
        if path and _stands_in(path, password):
            raise ValidationError(_("这个密码在别处泄露过，已经在坏人试密码的名单里，请换一个。"))

    def get_help_text(self) -> str:
        """For the page on which a password is chosen."""
        return _("不要用在别的网站用过的密码。")


def _stands_in(path: Path, password: str) -> bool:
    digest = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    try:
        with path.open("rb") as file:
            return _found(file, digest)
    except OSError:
        # The other rules hold; nobody is kept from another password by a file that is gone.
        LOG.critical("the list of stolen passwords cannot be read")
        return False


def _found(file: BinaryIO, digest: bytes) -> bool:
    """Whether a line begins with it. Lines before `first` are less, from `last` on greater."""
    first, last = 0, file.seek(0, 2)
    while first < last:
        middle = (first + last) // 2
        begins = _line_at(file, middle)
        line = file.readline()
        if not line or line[:_DIGITS].upper() > digest:
            last = middle
        elif line[:_DIGITS].upper() == digest:
            return True
        else:
            first = begins + len(line)
    return False


def _line_at(file: BinaryIO, place: int) -> int:
    """Go to the first line that begins at `place` or after; where that is."""
    if not place:
        return file.seek(0)
    file.seek(place - 1)
    file.readline()
    return file.tell()
