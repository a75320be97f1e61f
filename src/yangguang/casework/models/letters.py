"""Letters of a case: their revisions, which never change, and what went out."""

from django.db import models

from yangguang.agencies.models import Person
from yangguang.casework.digests import LENGTH
from yangguang.casework.models.case import Case
from yangguang.casework.models.personal import Attachment, CaseText


class Letter(models.Model):
    """A letter to be: what it is for. What it says is in its revisions."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=30)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    append_only = True

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class LetterRevision(models.Model):
    """What a letter says, at one moment: its words, its terms (dates, days, disposition).

    `digest` is over the words' digest, the terms and the enclosures' digests: exactly what is
    approved.
    """

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="revisions")
    seq = models.PositiveIntegerField()
    text = models.ForeignKey(CaseText, on_delete=models.PROTECT, related_name="+")
    terms = models.JSONField(default=dict)
    enclosures = models.ManyToManyField(Attachment, through="Enclosure", related_name="+")
    digest = models.CharField(max_length=LENGTH)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("letter", "seq")
        constraints = (
            models.UniqueConstraint(fields=("letter", "seq"), name="one_revision_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.letter_id}/{self.seq}"


class Enclosure(models.Model):
    """A file that goes with a revision of a letter; as unchangeable as what was approved."""

    revision = models.ForeignKey(LetterRevision, on_delete=models.PROTECT, related_name="+")
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+")

    append_only = True

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("revision", "attachment"), name="enclosed_once"),
        )

    def __str__(self) -> str:
        return f"{self.revision_id} {self.attachment_id}"


class IssuedLetter(models.Model):
    """A letter that went out: its number, its date, and the frozen file."""

    letter = models.OneToOneField(
        Letter, primary_key=True, on_delete=models.PROTECT, related_name="issued"
    )
    revision = models.OneToOneField(LetterRevision, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=60, unique=True)
    dated = models.DateField()
    file = models.ForeignKey(Attachment, null=True, on_delete=models.PROTECT, related_name="+")
    issued_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()

    append_only = True

    def __str__(self) -> str:
        return self.number
