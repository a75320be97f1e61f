"""The room of disclosure requests."""

from django.apps import AppConfig


class InforequestsConfig(AppConfig):
    """Disclosure requests."""

    name = "yangguang.inforequests"
    label = "inforequests"
    verbose_name = "政府信息公开申请"

    def ready(self) -> None:
        """Make the kind of case known, and the periodic work."""
        from yangguang.casework import kinds
        from yangguang.inforequests import jobs, needing
        from yangguang.inforequests.derivation import counted, derive
        from yangguang.inforequests.events import KIND

        jobs.register_all()
        described = kinds.CaseKind("政府信息公开申请", derive, needing.needed, counted)
        kinds.register(KIND, described)
