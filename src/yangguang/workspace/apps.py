"""The room of the staff's pages."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """The workspace."""

    name = "yangguang.workspace"
    label = "workspace"
    verbose_name = "工作台"
