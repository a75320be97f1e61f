"""The portal as Django knows it."""

from django.apps import AppConfig
from django.core.checks import register


class PortalConfig(AppConfig):
    """The public's pages."""

    name = "yangguang.portal"

    def ready(self) -> None:
        """Have the start-up checks include that every view declares its access."""
        from yangguang.portal.access import every_view_declares_access

        register(every_view_declares_access)
