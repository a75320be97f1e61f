"""By what cases are found whose words are nearly the same, without anyone's words being there."""

from django.db import models

from yangguang.agencies.models import Agency
from yangguang.casework.models.case import Case
from yangguang.casework.models.personal import DataKey


class Likeness(models.Model):
    """A case's words as a keyed signature: two of them say how alike the words are, no more.

    It goes when `key`, under which the words are sealed, is destroyed: whoever holds the index key
    could try words out. Empty where there are too few words to compare. `group` is the first case
    of those that want much the same, by its id.
    """

    case = models.OneToOneField(
        Case, primary_key=True, on_delete=models.PROTECT, related_name="likeness"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    signature = models.BinaryField(max_length=288)
    group = models.BigIntegerField()

    class Meta:
        indexes = (models.Index(fields=("agency", "group"), name="cases_that_want_the_same"),)

    def __str__(self) -> str:
        return str(self.case_id)


class LikenessBand(models.Model):
    """A part of a signature: cases that have one in common are worth comparing."""

    likeness = models.ForeignKey(Likeness, on_delete=models.CASCADE, related_name="bands")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", db_index=False)
    band = models.BigIntegerField()

    class Meta:
        indexes = (models.Index(fields=("agency", "band", "likeness"), name="cases_with_a_band"),)

    def __str__(self) -> str:
        return str(self.likeness_id)
