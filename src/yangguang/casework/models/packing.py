"""Packages of many cases: made in the background, a case at a time, they end by themselves."""

from django.db import models

from yangguang.agencies.models import Agency, Person
from yangguang.casework.digests import LENGTH
from yangguang.casework.models.case import Case
from yangguang.casework.models.personal import DataKey


class Package(models.Model):
    """A package of what lies in the archives: of a year, or of one box of it (`retention`, `box`).

    For `person` alone. What is packed lies sealed under `key`, which is destroyed when it ends.
    `fault` says why nothing could be packed.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="packages")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    retention = models.CharField(max_length=20, blank=True)
    box = models.PositiveSmallIntegerField(null=True)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year} {self.retention} {self.box}"


class PackedCase(models.Model):
    """A case in a package: the sealed file (`stored`), the content's digest; or why it is not."""

    package = models.ForeignKey(Package, on_delete=models.PROTECT, related_name="packed")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    stored = models.CharField(max_length=32, blank=True)
    digest = models.CharField(max_length=LENGTH, blank=True)
    fault = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("package", "case"), name="packed_once_in_a_package"),
        )

    def __str__(self) -> str:
        return f"{self.package_id} {self.case_id}"
