"""Whose reports a government's report adds up, as someone decided it on a day."""

from django.db import models

from yangguang.agencies.models import Person
from yangguang.reporting.models.report import YearReport


class RollUpScope(models.Model):
    """What a government's report adds up; the latest counts.

    `preset`: `tree.Preset`; `basis`: `taking.Basis`. `members`: ids of the agencies whose reports
    are taken, `opened`: ids of lower governments of which only the own ledger is; `excluded`: id →
    why an agency is left out.
    """

    report = models.ForeignKey(YearReport, on_delete=models.PROTECT, related_name="scopes")
    preset = models.CharField(max_length=10)
    basis = models.CharField(max_length=10)
    members = models.JSONField()
    opened = models.JSONField(default=list)
    excluded = models.JSONField(default=dict)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("report", "pk")

    def __str__(self) -> str:
        return f"{self.report_id} {self.preset}"
