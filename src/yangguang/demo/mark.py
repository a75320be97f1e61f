"""Whether this site is a demonstration: the mark is in the database, and read when the site starts.

A visitor's pages ask nothing of the database for it: the banner follows from what was read at the
start. What lets people through the door takes both, that reading and the mark as it is now.
"""

from dataclasses import dataclass

from django.db import DatabaseError

from yangguang.agencies.models import Agency, Person
from yangguang.casework.models import Case
from yangguang.demo.models import DemoCity


@dataclass
class Site:
    """What was read of the mark when the site started."""

    is_demo: bool = False

    def look(self) -> bool:
        """Read the mark; a database without tables has none."""
        try:
            self.is_demo = DemoCity.objects.filter(finished_at__isnull=False).exists()
        except DatabaseError:
            self.is_demo = False
        return self.is_demo


SITE = Site()
"""This process's."""


def may_be_helped(person: Person) -> bool:
    """Whether it is someone of the demonstration, in a demonstration's database."""
    return SITE.is_demo and DemoCity.objects.filter(
        finished_at__isnull=False, people=person.pk
    ).exists()


def is_empty() -> bool:
    """Whether nobody has put anything into the database yet."""
    return not any(model.objects.exists() for model in (Agency, Person, Case))
