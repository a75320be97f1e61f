"""Lists of filed cases whose period is over and whose personal data are to be destroyed."""

from django.db import models

from yangguang.agencies.models import Agency, Person
from yangguang.casework.digests import LENGTH


class DisposalList(models.Model):
    """A list as it was put up for approval: the cases, who made it, and its digest.

    `cases` holds pairs: a case's id, and the digest of how it stood then. `digest` is over them.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="disposal_lists")
    cases = models.JSONField()
    digest = models.CharField(max_length=LENGTH)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    append_only = True

    def __str__(self) -> str:
        return f"{self.agency_id} {self.digest[:8]}"

    @property
    def stood(self) -> dict[int, str]:
        """By the ids of the cases: the digests of how they stood."""
        return dict(self.cases)
