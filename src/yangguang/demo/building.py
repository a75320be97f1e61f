"""Building the demonstration into a database in which there is nothing yet."""

from collections.abc import Callable
from datetime import date
from importlib.resources import files

from django.utils import timezone

from yangguang.agencies.actions.load import load
from yangguang.agencies.models import Person
from yangguang.agencies.office_file import read
from yangguang.casework import moment
from yangguang.demo import authenticators, mark, playing
from yangguang.demo.history import HISTORY
from yangguang.demo.models import DemoCity


class NotEmpty(Exception):
    """There is something in the database, and it is not ours to mix with or to throw away."""


def steps(day: date | None = None) -> int:
    """How many steps the history has."""
    return len(playing.acts(HISTORY, day or moment.today()))


def build(day: date | None = None, done: Callable[[], object] = lambda: None) -> DemoCity:
    """Mark the database, set the city up, play its history; `done` is called after each step.

    The same day gives the same numbers and states. Raises NotEmpty.
    """
    if not mark.is_empty() or DemoCity.objects.exists():
        raise NotEmpty
    day = day or moment.today()
    city = DemoCity.objects.create(day=day)
    load(read(files("yangguang.demo").joinpath("city.toml").read_text(encoding="utf-8")))
    people = list(Person.objects.order_by("pk"))
    authenticators.give(people)
    city.people.set(people)
    playing.play(HISTORY, day, done)
    city.finished_at = timezone.now()
    city.save(update_fields=["finished_at"])
    mark.SITE.look()
    return city
