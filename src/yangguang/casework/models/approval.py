"""Approval: who agreed to exactly which content, at which level."""

from enum import StrEnum

from django.db import models

from yangguang.agencies.models import Agency, Person
from yangguang.casework.digests import LENGTH
from yangguang.casework.models.case import Case


class Approval(models.Model):
    """A round of approval of one content, bound to its digest.

    `plan` lists the capability that each level takes, first level first. Another digest is another
    round.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="approvals")
    subject = models.CharField(max_length=60)
    """What is approved, e.g. letter:12."""
    digest = models.CharField(max_length=LENGTH)
    plan = models.JSONField()
    fewest_persons = models.PositiveSmallIntegerField()
    authors = models.JSONField()
    """The ids of all who wrote of it: none of them gives the final approval."""
    opened_at = models.DateTimeField()

    append_only = True

    class Meta:
        indexes = (models.Index(fields=("subject", "digest"), name="approval_of_a_subject"),)

    def __str__(self) -> str:
        return self.subject


class Decision(StrEnum):
    """What can be decided at a level."""

    APPROVED = "approved"
    RETURNED = "returned"


class ApprovalStep(models.Model):
    """A decision at a level: by whom, in whose place, over which digest."""

    approval = models.ForeignKey(Approval, on_delete=models.PROTECT, related_name="steps")
    level = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Decision])
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    instead_of = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=LENGTH)
    comment = models.ForeignKey(
        "casework.CaseText", null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("approval", "level")
        constraints = (
            models.UniqueConstraint(fields=("approval", "level"), name="one_decision_a_level"),
        )

    def __str__(self) -> str:
        return f"{self.approval_id}/{self.level} {self.decision}"
