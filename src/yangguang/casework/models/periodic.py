"""When periodic work was last done."""

from django.db import models


class PeriodicRun(models.Model):
    """The last run of a periodic job.

    `turn` is the last turn (an hour, a day, a year) for which the job was done; `succeeded` and
    `said` tell how the last run ended, whatever turn it was for.
    """

    job = models.CharField(max_length=40, primary_key=True)
    turn = models.CharField(max_length=40, blank=True)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    succeeded = models.BooleanField()
    said = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.job} {self.turn}"
