"""A case and its ledger; and the one row that caches how it stands."""

from django.db import models

from yangguang.agencies.models import Agency, Person
from yangguang.casework.digests import LENGTH


class Case(models.Model):
    """A matter that an agency handles. Nothing here ever changes; what happens is in its events.

    `query_code` is the blind form of the code by which the applicant looks it up.
    """

    kind = models.CharField(max_length=30)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="cases")
    number = models.CharField(max_length=40, unique=True)
    query_code = models.BinaryField(max_length=32)
    opened_at = models.DateTimeField()

    append_only = True

    def __str__(self) -> str:
        return self.number


class Event(models.Model):
    """A fact in a case's ledger: appended, never changed.

    `occurred_on` is its legal date, `recorded_at` when it was entered. `payload` holds ids, dates,
    enumerations and digests, never a name or a word of anyone's. `digest` is over everything else
    in the row, the digest before it (`previous`) included.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    occurred_on = models.DateField()
    recorded_at = models.DateTimeField()
    actor = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    instead_of = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    payload = models.JSONField(default=dict)
    digest = models.CharField(max_length=LENGTH)
    previous = models.CharField(max_length=LENGTH)

    append_only = True

    class Meta:
        ordering = ("case", "seq")
        constraints = (
            models.UniqueConstraint(fields=("case", "seq"), name="one_event_a_place"),
            models.CheckConstraint(condition=models.Q(seq__gte=1), name="places_count_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.case_id}/{self.seq} {self.kind}"


class CaseState(models.Model):
    """How a case stands: a cache of its ledger, written only by `casework.project`."""

    case = models.OneToOneField(
        Case, primary_key=True, on_delete=models.PROTECT, related_name="state"
    )
    kind = models.CharField(max_length=30)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=40)
    state = models.CharField(max_length=30)
    received_on = models.DateField(null=True)
    to_be_confirmed = models.BooleanField(default=False)
    due_on = models.DateField(null=True)
    paused_since = models.DateField(null=True)
    paused_until = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    counted_on = models.DateField(null=True)
    """The day on which it ended for the first time: by this day and by `disposition` it is counted,
    also while it is open once more."""
    counted_due_on = models.DateField(null=True)
    """The last day that was in force then; of what has not ended yet, `due_on`."""
    disposition = models.CharField(max_length=40, blank=True)
    """How it ended first: what it is counted as."""
    in_force = models.CharField(max_length=40, blank=True)
    """How it ended as that holds now; empty while it is open, and where that was quashed."""
    answer = models.ForeignKey(
        "casework.Letter", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    """The answer that holds now."""
    left_on = models.DateField(null=True)
    """The day on which it left, or on which what holds now ended the case."""
    looked_at = models.DateField(null=True)
    """When what is kept back was last looked at, the day of the answer at first; else none."""
    reexamined = models.CharField(max_length=20, blank=True)
    """What looking at it anew found; empty where nobody has yet."""
    applicant_kind = models.CharField(max_length=20, blank=True)
    channel = models.CharField(max_length=20, blank=True)
    handler = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    waits_for = models.CharField(max_length=30, blank=True)
    """Whose move it is: a capability of the approval that is open, or empty."""
    is_filed = models.BooleanField(default=False)
    kept_until = models.DateField(null=True)
    """Of a filed case: the last day on which it must be kept; null: for good."""
    filed_year = models.PositiveSmallIntegerField(null=True)
    filed_retention = models.CharField(max_length=20, blank=True)
    filed_box = models.PositiveSmallIntegerField(null=True)
    filed_item = models.PositiveIntegerField(null=True)
    former_place = models.CharField(max_length=40, blank=True)
    """Where its file lay before it was taken out again; empty where it never was."""
    is_disputed = models.BooleanField(default=False)
    """Whether a review or a suit over it is not decided yet."""
    statement_due_on = models.DateField(null=True)
    """By when the agency owes a statement of its own in a dispute over the case."""
    contested_on = models.DateField(null=True)
    """When notice came of the first dispute over it."""
    contested_until = models.DateField(null=True)
    """From when the last decision holds; null where there is no dispute, or one is not decided."""
    charged_on = models.DateField(null=True)
    """When it was first noticed that a fee is to be paid."""
    counted_since = models.DateTimeField(null=True)
    """Since when it is known as the figures count it now; null: of no kind that they count, or not
    derived since the tables were changed."""
    public_waits = models.CharField(max_length=12, null=True)
    """At which point what is to be open to all, or is, waits for the agency; null: it does not."""
    last_seq = models.PositiveIntegerField()

    class Meta:
        indexes = (
            models.Index(fields=("agency", "kind", "case"), name="queue_by_age"),
            models.Index(
                fields=("agency", "kind", "closed_on", "due_on"), name="queue_by_due_date"
            ),
            models.Index(fields=("agency", "handler", "closed_on"), name="queue_of_a_handler"),
            models.Index(fields=("agency", "kind", "waits_for"), name="queue_to_approve"),
            models.Index(fields=("agency", "is_filed", "kept_until"), name="files_by_period"),
            models.Index(
                fields=("agency", "filed_year", "filed_retention", "filed_box", "filed_item"),
                name="files_by_box",
                condition=models.Q(is_filed=True),
            ),
            models.Index(
                fields=("agency", "former_place"),
                name="files_taken_out",
                condition=models.Q(former_place__gt=""),
            ),
            models.Index(
                fields=("agency", "looked_at"),
                name="kept_back_by_last_look",
                condition=models.Q(looked_at__isnull=False),
            ),
            models.Index(
                fields=("agency", "kind", "statement_due_on"),
                name="queue_of_statements",
                condition=models.Q(statement_due_on__isnull=False),
            ),
            models.Index(
                fields=(
                    "agency",
                    "kind",
                    "counted_since",
                    "counted_on",
                    "received_on",
                    "applicant_kind",
                    "disposition",
                    "state",
                    "case",
                ),
                name="figures_of_a_year",
            ),
            models.Index(
                fields=("agency", "kind", "contested_until", "contested_on"),
                name="contested_by_year",
                condition=models.Q(contested_on__isnull=False),
            ),
            models.Index(
                fields=("agency", "kind", "charged_on"),
                name="charged_by_year",
                condition=models.Q(charged_on__isnull=False),
            ),
            models.Index(
                fields=("agency", "kind", "public_waits"),
                name="queue_of_what_is_for_all",
                condition=models.Q(public_waits__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.state}"


class FormerCount(models.Model):
    """What figures counted of a case until an entry came by which they count it otherwise.

    Written beside CaseState, from the same ledger, and never changed by what is entered later: as
    known at a moment a case counts by the row with known_from <= moment < known_until, or by its
    CaseState from `counted_since` on. The fields are CaseState's, but for `state`.
    """

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, related_name="former_counts", db_index=False
    )
    kind = models.CharField(max_length=30)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    known_from = models.DateTimeField()
    known_until = models.DateTimeField()
    state = models.CharField(max_length=30, blank=True)
    """Where it was one that no statistics count, which; else empty."""
    received_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    counted_on = models.DateField(null=True)
    counted_due_on = models.DateField(null=True)
    disposition = models.CharField(max_length=40, blank=True)
    applicant_kind = models.CharField(max_length=20, blank=True)
    channel = models.CharField(max_length=20, blank=True)
    contested_on = models.DateField(null=True)
    contested_until = models.DateField(null=True)
    charged_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "known_from"), name="counted_once_at_a_time"),
        )
        # Rows are added as time goes on: what a moment needs lies together at the table's end.
        indexes = (models.Index(fields=("agency", "kind", "known_until"), name="counted_until"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.known_from} {self.known_until}"

    def told(self) -> dict[str, object]:
        """All that the row says, without its own key."""
        columns = (field.attname for field in self._meta.local_concrete_fields)
        return {name: getattr(self, name) for name in columns if name != "id"}


class Counter(models.Model):
    """The last number given in a series; updated in the transaction that uses it."""

    series = models.CharField(max_length=80, primary_key=True)
    value = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.series}: {self.value}"


class FormToken(models.Model):
    """A form that was sent: a second sending finds the case that the first one made."""

    token = models.CharField(max_length=64, primary_key=True)
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")
    result = models.JSONField(default=dict)
    used_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.token[:6]
