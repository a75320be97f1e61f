"""Personal data: stands apart from the ledger, sealed, and every opening is on record."""

from enum import StrEnum

from django.db import models

from yangguang.agencies.models import Person
from yangguang.casework.digests import LENGTH
from yangguang.casework.models.case import Case


class WrappedKey(models.Model):
    """A key kept under the master key of that name; a new master key wraps all of them anew."""

    wrapped = models.BinaryField(max_length=64)
    master = models.CharField(max_length=16, db_index=True)

    class Meta:
        abstract = True


class IndexKey(WrappedKey):
    """The key of the blind indexes and of query codes: one for the site, made when it is set up.

    It outlives the master key it is wrapped by: what was indexed under it is still found.
    """

    only = models.BooleanField(default=True, unique=True)
    """There is one row."""

    def __str__(self) -> str:
        return self.master


class DataKey(WrappedKey):
    """A key under which one party's data are sealed.

    Destroyed (`wrapped` empty, `destroyed_at` set), what it sealed is gone for good.
    """

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
    CO_PRODUCER = "co_producer"
    """Another organ that made the information too: no personal data, but kept like the others."""


class Party(models.Model):
    """Someone who takes part in a case: name, papers, contact, sealed as one.

    A change of data is a new row that names the one it `replaces`.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(max_length=20, choices=[(one.value, one.value) for one in PartyRole])
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="parties")
    sealed = models.BinaryField()
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="by")

    append_only = True

    def __str__(self) -> str:
        return f"{self.case_id} {self.role}"


class PartyIndex(models.Model):
    """By what a party is found: blind forms of the name and of the paper's number.

    Apart from the party, for it goes when the party's data are erased: whoever holds the index key
    could try out all numbers there are.
    """

    party = models.OneToOneField(
        Party, primary_key=True, on_delete=models.PROTECT, related_name="index"
    )
    name = models.BinaryField(max_length=32, db_index=True)
    paper = models.BinaryField(max_length=32, db_index=True)

    def __str__(self) -> str:
        return str(self.party_id)


class Keeping(models.Model):
    """That an account keeps a case among its own; goes when the data of the case are erased."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="keepings")
    since = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "case"), name="kept_once_by_an_account"),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.case_id}"


class CaseText(models.Model):
    """A text of a case (what is asked, a letter's words, a note, a reason), sealed.

    `digest` is over the words and a salt sealed with them: what is approved and issued is bound to
    it, and it tells nothing of the words once their key is destroyed.
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
    """A file of a case: its bytes lie sealed in the attachments folder, called `stored`.

    `media_type` is told by the content, not by the name; `digest` is the content's. `name` is
    sealed: names tell who asks. Two of the same content are two files, each under its own key.
    `unscanned`: the virus scanner did not answer when it came (casework/scanning.py).
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attachments")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="attachments")
    kind = models.CharField(max_length=30)
    name = models.BinaryField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=LENGTH)
    stored = models.CharField(max_length=32, unique=True)
    unscanned = models.BooleanField(default=False)
    added_at = models.DateTimeField()

    append_only = True

    def __str__(self) -> str:
        return f"{self.case_id} {self.digest[:8]}"


class Opened(StrEnum):
    """What of a party's was opened."""

    PARTICULARS = "particulars"
    FILE = "file"
    LETTER = "letter"
    CASE_FILE = "case_file"


class Reason(StrEnum):
    """What for: `HANDLING` is what brings the work on the case with it, page by page."""

    VERIFY = "verify"
    CONTACT = "contact"
    LETTER = "letter"
    HANDLING = "handling"
    FILING = "filing"
    DISPUTE = "dispute"
    OTHER = "other"


class Opening(models.Model):
    """That someone opened a party's data, when and what for.

    `remark` are words of the opener, sealed under the party's key: they may tell of the party.
    """

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="openings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Opened])
    reason = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Reason])
    remark = models.BinaryField(default=b"")
    file = models.ForeignKey(Attachment, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("-opened_at",)

    def __str__(self) -> str:
        return f"{self.party_id} {self.person_id}"
