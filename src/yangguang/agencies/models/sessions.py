"""Sessions of who has signed in, or holds more than fits a cookie: a row each."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from yangguang.agencies.models.people import Person


class Session(AbstractBaseSession):
    """A session by its key; `person` is who signed in with it, none: a visitor's."""

    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="sessions"
    )

    @classmethod
    def get_session_store_class(cls) -> Any:
        """What reads and writes these rows."""
        return import_module(settings.SESSION_ENGINE).SessionStore
