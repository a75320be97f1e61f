"""Who was reminded of a report: the agency by its supervising office, and each person by mail."""

from django.db import models

from yangguang.agencies.models import Agency, Person


class Urging(models.Model):
    """That the supervising office reminded an agency of its report on a year, once a day at most.

    Beside the ledger, for it is about reports, too, that nobody has begun. `instead_of`: whose post
    `by` filled.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    day = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    instead_of = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("agency", "-year", "-day")
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "year", "day"), name="an_agency_is_reminded_once_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} {self.day}"


class Told(models.Model):
    """That a person was told something of a report: it is not told again. `key`: which thing."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=60)
    at = models.DateTimeField()

    append_only = True

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "key"), name="told_of_a_report_once"),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.key}"
