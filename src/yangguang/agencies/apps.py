"""The room of agencies and people."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """Agencies, people, posts."""

    name = "yangguang.agencies"
    label = "agencies"
    verbose_name = "机关与人员"
