"""Personal data: stands apart from the ledger, sealed, and every opening is on record."""

from enum import StrEnum

from django.db import models

from yangguang.agencies.models import Person
from yangguang.casework.digests import LENGTH
from yangguang.casework.models.case import Case


class DataKey(models.Model):
    """A key under which one party's data are sealed; wrapped by the master key of that name.

    Destroyed (`wrapped` empty, `destroyed_at` set), what it sealed is gone for good.
    """

    wrapped = models.BinaryField(max_length=64)
    master = models.CharField(max_length=16)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(destroyed_at__isnull=True) | models.Q(wrapped=b""),
                name="a_destroyed_key_is_gone",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class PartyRole(StrEnum):
    """As what someone takes part in a case."""

    APPLICANT = "applicant"
    AGENT = "agent"
    GUARDIAN = "guardian"
    THIRD_PARTY = "third_party"


class Party(models.Model):
    """Someone who takes part in a case: name, papers, contact, sealed as one.

    A change of data is a new row that names the one it `replaces`. `name_index` and `paper_index`
    are blind.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(max_length=20, choices=[(one.value, one.value) for one in PartyRole])
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="parties")
    sealed = models.BinaryField()
    name_index = models.BinaryField(max_length=32, db_index=True)
    paper_index = models.BinaryField(max_length=32, db_index=True)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="by")

    append_only = True

    def __str__(self) -> str:
        return f"{self.case_id} {self.role}"


class CaseText(models.Model):
    """A text of a case (what is asked, a letter's words, a note, a reason), sealed.

    `digest` is over the sealed words' plain form: what is approved and issued is bound to it.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="texts")
    kind = models.CharField(max_length=30)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="texts")
    sealed = models.BinaryField()
    digest = models.CharField(max_length=LENGTH)

    append_only = True

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind}"


class Attachment(models.Model):
    """A file of a case: its bytes lie sealed in the attachments folder under its digest.

    `media_type` is told by the content, not by the name. `name` is sealed: names tell who asks.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attachments")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=30)
    name = models.BinaryField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=LENGTH)
    added_at = models.DateTimeField()

    append_only = True

    def __str__(self) -> str:
        return f"{self.case_id} {self.digest[:8]}"


class Opening(models.Model):
    """That someone opened a party's data, when and what for."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="openings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=100)
    opened_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("-opened_at",)

    def __str__(self) -> str:
        return f"{self.party_id} {self.person_id}"
