"""Sessions: in the database for who signs in, in the signed cookie for who only visits.

Pages of the public write nothing. A session that holds no more than what SESSION_KEPT_IN_COOKIE
names travels in its own cookie, signed; as soon as it holds more it is a row in the database, and
the cookie its key.

Who has signed in is signed out a while after the last page, and once in a day however busy: then
the session is not there any more. What was typed meanwhile is shown again (workspace/resend.py).
"""

import time
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.core import signing
from django.db import OperationalError

_SALT: Final = "yangguang.sessions"

_EXACT: Final = 5 * 60
"""To within so many seconds a row says when it was last used: not every page writes it."""


class SessionStore(InDatabase):
    """A session, kept where it belongs. Keys of rows have no colon, signed values have two."""

    _noted: dict[str, Any] | None = None
    """What the session held when it was only noted that it is used."""

    @classmethod
    def get_model_class(cls) -> Any:
        """The table of sessions."""
        from yangguang.agencies.models import Session

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """The row, and whose it is."""
        row = super().create_model_instance(data)
        row.person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        return row

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing where the signature is not ours or too old."""
        if not _is_signed(self.session_key):
            kept = super().load()
            return self._still_open(kept) if SESSION_KEY in kept else kept
        try:
            return signing.loads(self.session_key, salt=_SALT, max_age=settings.SESSION_COOKIE_AGE)
        except signing.BadSignature:
            self._session_key = None
            return {}

    def save(self, must_create: bool = False) -> None:
        """Keep the session: in the cookie, or from now on in the database."""
        if must_create or not self._is_light():
            if _is_signed(self.session_key):
                self._session_key = None
            self._write(must_create)
        else:
            if self.session_key and not _is_signed(self.session_key):
                super().delete()
            self._session_key = signing.dumps(self._session, salt=_SALT, compress=True)
            self.modified = True

    def _write(self, must_create: bool) -> None:
        """Write the row. Django takes a database that is too busy for a session that is gone, and
        the page for a bad request; that it is used now can as well be noted by the next page.
        """
        try:
            super().save(must_create)
        except UpdateError as fault:
            if not isinstance(fault.__context__, OperationalError):
                raise
            if self._session != self._noted:
                raise fault.__context__ from None

    def delete(self, session_key: str | None = None) -> None:
        """Forget a row; what is in a cookie goes with the cookie."""
        if not _is_signed(session_key or self.session_key):
            super().delete(session_key)

    def _still_open(self, kept: dict[str, Any]) -> dict[str, Any]:
        """What someone's session holds, and that it is used now; nothing of one that is over."""
        from yangguang.agencies.sessions import BEGUN, LAST, is_over

        now = int(time.time())
        is_new = BEGUN not in kept
        if is_over(kept, now):
            super().delete()
            self._session_key = None
            return {}
        kept.setdefault(BEGUN, now)
        if is_new or now >= kept.setdefault(LAST, now) + _EXACT:
            kept[LAST] = now
            self.modified = True
            self._noted = dict(kept)
        return kept

    def _is_light(self) -> bool:
        return self._session.keys() <= settings.SESSION_KEPT_IN_COOKIE


def _is_signed(key: str | None) -> bool:
    return key is not None and ":" in key
