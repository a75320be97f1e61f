"""The room of cases."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate


class CaseworkConfig(AppConfig):
    """Cases, their ledger, and what belongs to them."""

    name = "yangguang.casework"
    label = "casework"
    verbose_name = "案件"

    def ready(self) -> None:
        """Guard the append-only tables after every migration; say at start if they are not."""
        from yangguang.casework import append_only

        post_migrate.connect(append_only.guard_after_migrating, dispatch_uid="casework.append_only")
        checks.register(append_only.tables_are_guarded, checks.Tags.database)
