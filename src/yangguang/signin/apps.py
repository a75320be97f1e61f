"""The room of the door."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SigninConfig(AppConfig):
    """Signing in."""

    name = "yangguang.signin"
    label = "signin"
    verbose_name = "登录"

    def ready(self) -> None:
        """Have the table that limits attempts made with the others; make known what clears it."""
        from yangguang.signin import jobs, record, renewal

        assert record and renewal  # they listen from now on
        jobs.register_all()
        post_migrate.connect(_make_cache_table, sender=self, dispatch_uid="signin.cache")


def _make_cache_table(using: str, **_: Any) -> None:
    from django.core.management import call_command

    call_command("createcachetable", database=using, verbosity=0)
