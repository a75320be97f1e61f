"""The mark of a database that holds the invented city and nothing else."""

from django.db import models

from yangguang.agencies.models import Person
from yangguang.casework.models import Case


class DemoCity(models.Model):
    """The mark: one row, in the database of a demonstration only.

    It is set by `demo.building` alone, and only where there is nothing yet. `day` is the day for
    which the history was played, `finished_at` when all of it was there: without it the building
    was broken off. `people` are those who may be shown what lets them through the door.
    """

    only = models.BooleanField(default=True, unique=True)
    day = models.DateField()
    finished_at = models.DateTimeField(null=True)
    people = models.ManyToManyField(Person, related_name="+")

    def __str__(self) -> str:
        return str(self.day)


class DemoRequest(models.Model):
    """A request of the demonstration that a visitor may follow as its applicant.

    The query code stands here in plain sight, which it does for no real request.
    """

    case = models.OneToOneField(Case, primary_key=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=10)
    shows = models.CharField(max_length=60)

    class Meta:
        ordering = ("case_id",)

    def __str__(self) -> str:
        return self.shows
