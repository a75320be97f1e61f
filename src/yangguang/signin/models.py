"""The key under which the secrets of second factors lie."""

from django.db import models

from yangguang.casework.models import WrappedKey


class SecondFactorKey(WrappedKey):
    """One for the site, made with the first secret; `rotate-keys` wraps it anew with the others."""

    only = models.BooleanField(default=True, unique=True)
    """There is one row."""

    def __str__(self) -> str:
        return self.master
