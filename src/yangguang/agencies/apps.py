"""The room of agencies and people."""

from django.apps import AppConfig
from django.core.checks import register


class AgenciesConfig(AppConfig):
    """Agencies, people, posts."""

    name = "yangguang.agencies"
    label = "agencies"
    verbose_name = "机关与人员"

    def ready(self) -> None:
        """Have the start-up checks include that every view declares its access."""
        from yangguang.agencies.access import every_view_declares_access

        register(every_view_declares_access)
