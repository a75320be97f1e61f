"""What is kept beside cases: forms not sent, vain look-ups (gone after a day), how each person
narrows the queue and is reminded, which lists were taken out or brought in, public answers, classes
of the archives."""

from enum import StrEnum

from django.db import models

from yangguang.agencies.models import Agency, Person
from yangguang.casework.models import Attachment, Case
from yangguang.law import filing


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


class PublicFile(models.Model):
    """A file that goes with a public answer: a copy under a key of its own, its name in the clear.

    Withdrawn, the row is gone and the key destroyed.
    """

    answer = models.ForeignKey(PublicAnswer, on_delete=models.PROTECT, related_name="files")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255)
    file = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(fields=("answer", "place"), name="one_public_file_a_place"),
        )

    def __str__(self) -> str:
        return f"{self.answer_id}/{self.place}"


class FilingClass(models.Model):
    """A class of the agency's own schedule; ended, it takes no more files, and keeps its name."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="filing_classes")
    name = models.CharField(max_length=filing.LONGEST_NAME)
    retention = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in filing.Retention]
    )
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "name"),
                condition=models.Q(ended_at__isnull=True),
                name="one_filing_class_of_a_name",
            ),
        )

    def __str__(self) -> str:
        return self.name


class VainTries(models.Model):
    """How often looking up failed in a quarter of an hour, for one address or one number.

    `key` is blind: whose address, or which number, cannot be told from it.
    """

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:6]}: {self.count}"


class SavedFilter(models.Model):
    """What someone narrows the queue by, under a name of their own.

    `query` holds enumerations, ids and at most a part of a request's number (`saved_filters`).
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=20)
    query = models.CharField(max_length=200)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("person", "name"), name="one_filter_of_a_name"),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.pk}"


class ImportDraft(models.Model):
    """A table of requests that someone has uploaded and not yet brought in, or just has.

    `sealed` is the table's rows, then the numbers and query codes of what they became, enclosed by
    `casework.sealing`; nothing of a stranger's table is kept otherwise. It goes after a day.
    """

    id = models.CharField(max_length=32, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    sealed = models.TextField()
    begun_at = models.DateTimeField(db_index=True)
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.agency_id}"


class Direction(StrEnum):
    """Whether requests were taken out of the system as a list, or brought in."""

    EXPORT = "export"
    IMPORT = "import"


class Exchange(models.Model):
    """That someone took a list of an agency's requests out, or brought requests in.

    `rows` counts those of this agency; `filters` says by what the list was narrowed, in words that
    tell of no applicant.
    """

    direction = models.CharField(
        max_length=6, choices=[(one.value, one.value) for one in Direction]
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    rows = models.PositiveIntegerField()
    filters = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    append_only = True

    class Meta:
        ordering = ("-pk",)
        indexes = (models.Index(fields=("agency", "-id"), name="exchanges_of_an_agency"),)

    def __str__(self) -> str:
        return f"{self.direction} {self.agency_id} {self.rows}"


class Reminding(models.Model):
    """How a person wants to be reminded; without a row as the defaults here say.

    `digest`: whether what falls due soon is told by mail; what is overdue always is. `calendar` is
    the blind form of the secret in the address of the person's calendar, none: there is no address.
    """

    person = models.OneToOneField(
        Person, primary_key=True, on_delete=models.PROTECT, related_name="reminding"
    )
    digest = models.BooleanField(default=True)
    calendar = models.CharField(max_length=64, null=True, unique=True)

    def __str__(self) -> str:
        return str(self.person_id)


class Reminded(models.Model):
    """That a person was told of something on a day: it is not told again."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    part = models.CharField(max_length=12)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "day", "part"), name="told_once_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.day} {self.part}"
