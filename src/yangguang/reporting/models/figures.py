"""What a report rests on that is in no ledger: figures entered by hand, and their evidence."""

from django.db import models

from yangguang.agencies.models import Agency, Person
from yangguang.casework.digests import LENGTH


class Evidence(models.Model):
    """A file that bears figures out: a list, a report as it was published. No personal data."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    content = models.BinaryField()
    digest = models.CharField(max_length=LENGTH)
    at = models.DateTimeField()

    append_only = True

    def __str__(self) -> str:
        return self.digest[:8]


class EnteredFigure(models.Model):
    """A figure that somebody entered for a cell of a year's report; the latest counts.

    `value` in the cell's own unit, None: nothing is entered any more, and what the records give
    counts again. `source` says where the figure is from, `reason` why it stands in the place of
    what the records give (or why it was changed); `unit` as printed beside it, mostly empty.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    cell = models.CharField(max_length=80)
    value = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    unit = models.CharField(max_length=10, blank=True)
    source = models.CharField(max_length=200)
    reason = models.CharField(max_length=500, blank=True)
    evidence = models.ForeignKey(Evidence, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("agency", "year", "cell"), name="figures_of_a_report"),)

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year} {self.cell}"
