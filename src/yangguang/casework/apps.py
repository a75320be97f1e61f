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
        """Guard the append-only tables after every migration; say at start if they are not.

        Make the periodic work known.
        """
        from yangguang.casework import append_only, jobs, rebuilding, seal, sealing

        post_migrate.connect(
            append_only.guard_after_migrating,
            sender=self,
            dispatch_uid="casework.append_only",
        )
        post_migrate.connect(sealing.make_index_key, sender=self, dispatch_uid="casework.index_key")
        post_migrate.connect(
            rebuilding.complete_after_migrating, sender=self, dispatch_uid="casework.rebuilding"
        )
        checks.register(seal.port_is_there)
        jobs.register_all()
        # Only where it is asked for: at the start of the site. The command that mends what is
        # missing, migrate, would refuse to run otherwise.
        checks.register(append_only.tables_are_guarded, append_only.TAG, deploy=True)
