"""The room of the demonstration."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The invented city."""

    name = "yangguang.demo"
    label = "demo"
    verbose_name = "演示城市"
