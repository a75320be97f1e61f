"""The room of the annual report."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """The annual report from the records."""

    name = "yangguang.reporting"
    label = "reporting"
    verbose_name = "政府信息公开工作年度报告"
