"""What was uploaded and waits: a published report, a table of figures to be entered."""

from django.db import models

from yangguang.agencies.models import Agency, Person


class ReportDraft(models.Model):
    """A published report that someone has uploaded and is looking through; it goes after a week.

    `sealed`: the file, enclosed by `casework.sealing`. `read`: the report as it was read
    (`annual_report.as_json`). `said`: what its reader decided (`importing.waiting.Said`).
    `page_sizes`: [width, height] of each of its pages; none where it has no pages to show.
    """

    id = models.CharField(max_length=32, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    sealed = models.TextField()
    read = models.JSONField()
    said = models.JSONField(default=dict)
    page_sizes = models.JSONField(default=list)
    begun_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.agency_id}"


class DraftPage(models.Model):
    """A page of such a file as it was drawn, once; it goes with the draft.

    `sealed`: the picture, enclosed like the file; empty where the page could not be drawn.
    """

    draft = models.ForeignKey(ReportDraft, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveSmallIntegerField()
    sealed = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("draft", "number"), name="a_page_is_drawn_once"),
        )

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"


class FiguresDraft(models.Model):
    """A table of figures for a year's report that someone looks through; it goes after a week.

    `sealed`: the file, enclosed by `casework.sealing`; `decided` as in `attachments.Upload`.
    `read`: what it states (`figure_tables.reading.Read`).
    """

    id = models.CharField(max_length=32, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    sealed = models.TextField()
    decided = models.BooleanField(default=False)
    read = models.JSONField()
    begun_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.agency_id} {self.year}"
