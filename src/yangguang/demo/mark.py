"""Whether this is a demonstration: its mark is in the database, where only `building` sets it.

A visitor's pages ask nothing of the database for it: the banner follows from what was read when the
site started. What lets people through the door takes that and the mark as it is at the moment.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import DatabaseError, connection

from yangguang.agencies.models import Agency, Person
from yangguang.casework.models import Case
from yangguang.demo.models import DemoCity


class Holds(StrEnum):
    """What a database holds."""

    NOTHING = "nothing"
    """No tables, or nothing in them."""
    DEMO = "demo"
    BROKEN_OFF = "broken_off"
    """A demonstration whose building did not come to its end."""
    OTHER = "other"
    """Something that is not ours to mix with or to throw away."""


@dataclass
class Site:
    """What was read of the mark when the site started."""

    is_demo: bool = False

    def look(self) -> None:
        """Read the mark."""
        self.is_demo = holds() is Holds.DEMO


SITE = Site()
"""This process's."""


def holds() -> Holds:
    """What the database holds now. Three queries or four."""
    try:
        tables = set(connection.introspection.table_names())
        marked = DemoCity._meta.db_table in tables and DemoCity.objects.first()
        if marked:
            return Holds.DEMO if marked.finished_at else Holds.BROKEN_OFF
        ours = (Agency, Person, Case)
        is_there = any(one._meta.db_table in tables and one.objects.exists() for one in ours)
    except DatabaseError:
        return Holds.OTHER
    return Holds.OTHER if is_there else Holds.NOTHING


def may_be_helped(person: Person) -> bool:
    """Whether it is someone of the demonstration, in a demonstration's database."""
    marked = DemoCity.objects.filter(finished_at__isnull=False, people=person.pk)
    return SITE.is_demo and marked.exists()
