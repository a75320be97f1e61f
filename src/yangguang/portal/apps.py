"""The portal as Django knows it."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The public's pages."""

    name = "yangguang.portal"
