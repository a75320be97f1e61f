"""What is kept before there is a case, and of vain look-ups: gone after a day. Public answers."""

from enum import StrEnum

from django.db import models

from yangguang.agencies.models import Agency
from yangguang.casework.models import Case


class Purpose(StrEnum):
    """What a draft is to become."""

    REQUEST = "request"
    CORRECTION = "correction"


class FormDraft(models.Model):
    """A form that someone is filling in: the answers so far, sealed under a key of its own.

    `id` is random and known only to the visitor's session. `token` is the form's one-time token.
    Sent (`sent_at`), it holds no answers any more, only the query code, sealed, so that a reload of
    the receipt still shows it. `case` is what it became, or what a correction is for.
    """

    id = models.CharField(max_length=32, primary_key=True)
    purpose = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Purpose])
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=64)
    wrapped = models.BinaryField(max_length=64)
    master = models.CharField(max_length=16)
    sealed = models.BinaryField()
    touched_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.agency_id}"


class DraftFile(models.Model):
    """A file that goes with a draft, sealed under the draft's key; so is its name."""

    draft = models.ForeignKey(FormDraft, on_delete=models.CASCADE, related_name="files")
    name = models.BinaryField()
    content = models.BinaryField()
    size = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.pk} ({self.size})"


class PublicAnswer(models.Model):
    """An answer that is open to all, in the words that were approved for it; no personal data.

    Withdrawn, its words are gone: the row says since when and why, at the same address. Shown only
    where the ledger and a complete approval bear it out (`public_answers`).
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=200)
    asked = models.TextField()
    answered = models.TextField()
    dated = models.DateField()
    """Of the answer."""
    published_on = models.DateField(db_index=True)
    withdrawn_on = models.DateField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("case",),
                condition=models.Q(withdrawn_on__isnull=True),
                name="one_public_answer_a_case",
            ),
        )

    def __str__(self) -> str:
        return self.address


class VainTries(models.Model):
    """How often looking up failed in a quarter of an hour, for one address or one number.

    `key` is blind: whose address, or which number, cannot be told from it.
    """

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:6]}: {self.count}"
