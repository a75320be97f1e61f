"""The portal as Django knows it."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The public's pages."""

    name = "yangguang.portal"

    def ready(self) -> None:
        """Make the periodic work known."""
        from yangguang.portal import jobs

        jobs.register_all()
