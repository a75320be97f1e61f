"""A year's report of an agency, its words, its versions, and what is said about them.

Reports are public in the end and hold no personal data: their words are kept as they are written.
"""

from enum import StrEnum

from django.db import models

from yangguang.agencies.models import Agency, Person
from yangguang.casework.digests import LENGTH
from yangguang.casework.models import Case
from yangguang.reporting.models.figures import Evidence


class YearReport(models.Model):
    """The report of an agency on a year. What happens to it is in the ledger of its `case`."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="year_reports")
    year = models.PositiveSmallIntegerField()
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="year_report")

    append_only = True

    class Meta:
        ordering = ("agency", "-year")
        constraints = (
            models.UniqueConstraint(fields=("agency", "year"), name="one_report_a_year"),
        )

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year}"


class SectionText(models.Model):
    """The words of a section as someone left them; the latest row of a section is its text.

    Section 0 is the preamble. `text` may hold references to figures: `phrases`.
    """

    report = models.ForeignKey(YearReport, on_delete=models.PROTECT, related_name="texts")
    section = models.PositiveSmallIntegerField()
    text = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("report", "section", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(section__gte=0, section__lte=6), name="a_section_of_the_form"
            ),
        )

    def __str__(self) -> str:
        return f"{self.report_id}/{self.section}"


class Explanation(models.Model):
    """What the agency says to a finding, by the finding's key; the latest counts, empty is none."""

    report = models.ForeignKey(YearReport, on_delete=models.PROTECT, related_name="explanations")
    finding = models.CharField(max_length=16)
    text = models.TextField(blank=True)
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("report", "pk")

    def __str__(self) -> str:
        return f"{self.report_id} {self.finding}"


class Origin(StrEnum):
    """Where a version is from: compiled here from the records, or read from a published file."""

    COMPILED = "compiled"
    IMPORTED = "imported"


class Version(models.Model):
    """The report as it was sent up for approval, or brought in: frozen, with all it stands on.

    `known_at`: as the records were known then; none of what was brought in, which has its file
    (`source`). `content`: `annual_report.as_json`. `counted`: the cases that its figures count
    (gzip of JSON: cell → ids; `recorded`: id → value and cases of each figure of the records that
    its words name). `findings`: what the check found, each with its explanation.
    `override`: why it goes up although something stands in the way. `note` and `changes`: of a
    corrected version, what is told to everyone and which cells differ. `rests_on`: of a
    government's report, which versions of whose reports it adds up (`rolling_up`). `digest`: over
    all of these; what is approved is this and nothing else.
    """

    report = models.ForeignKey(YearReport, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    origin = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in Origin],
        default=Origin.COMPILED.value,
    )
    known_at = models.DateTimeField(null=True)
    source = models.ForeignKey(Evidence, null=True, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()
    counted = models.BinaryField()
    findings = models.JSONField()
    override = models.TextField(blank=True)
    note = models.TextField(blank=True)
    changes = models.JSONField(default=list)
    rests_on = models.JSONField(null=True)
    digest = models.CharField(max_length=LENGTH)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("report", "number")
        constraints = (
            models.UniqueConstraint(fields=("report", "number"), name="one_version_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.report_id} v{self.number}"


class Publication(models.Model):
    """A version that everyone can read: since when, and as which of its year's published ones.

    Written with the event in the ledger: what of an agency and a year is public is one query.
    """

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="publication")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="publications")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    published_on = models.DateField(null=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("agency", "-year", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "year", "number"), name="one_publication_a_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} v{self.number}"


class CellComment(models.Model):
    """What the supervising office says to a version it returns: of one cell, or of the whole."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="comments")
    cell = models.CharField(max_length=80, blank=True)
    text = models.TextField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("version", "pk")

    def __str__(self) -> str:
        return f"{self.version_id} {self.cell}"
