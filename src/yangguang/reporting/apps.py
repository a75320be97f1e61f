"""The room of annual reports."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """Annual reports."""

    name = "yangguang.reporting"
    label = "reporting"
    verbose_name = "政府信息公开工作年度报告"

    def ready(self) -> None:
        """Make the kind of case known, and the periodic work."""
        from yangguang.casework import kinds
        from yangguang.reporting import jobs
        from yangguang.reporting.events import KIND
        from yangguang.reporting.life import derive, needed

        kinds.register(KIND, kinds.CaseKind("政府信息公开工作年度报告", derive, needed))
        jobs.register_all()
