"""Building the demonstration into a database in which there is nothing; throwing one away."""

from collections.abc import Callable
from datetime import date, datetime
from importlib.resources import files
from operator import itemgetter
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from yangguang.agencies.actions.load import load
from yangguang.agencies.models import Person
from yangguang.agencies.office_file import read
from yangguang.casework import attachments, moment
from yangguang.casework.models import Attachment
from yangguang.demo import authenticators, mark, playing, stand_ins
from yangguang.demo.desk import City, Do
from yangguang.demo.history import HISTORY
from yangguang.demo.mark import Holds
from yangguang.demo.models import DemoCity
from yangguang.demo.reports import playing as reports


class NotOurs(Exception):
    """The database holds something that is not a demonstration's."""


def steps(day: date | None = None) -> int:
    """How many steps the history has."""
    return len(_acts(day or moment.today()))


def build(day: date | None = None, done: Callable[[], object] = lambda: None) -> DemoCity:
    """Mark the database, set the city up, play its history; `done` is called after each step.

    The same day (none: today) gives the same numbers and states. Raises NotOurs where the database
    holds anything already.
    """
    if mark.holds() is not Holds.NOTHING:
        raise NotOurs
    day = day or moment.today()
    city = DemoCity.objects.create(day=day)
    load(read(files("yangguang.demo").joinpath("city.toml").read_text(encoding="utf-8")))
    load(stand_ins.during(day))
    people = list(Person.objects.order_by("pk"))
    authenticators.give(people)
    city.people.set(people)
    playing.play(_acts(day), done)
    city.finished_at = timezone.now()
    city.save(update_fields=["finished_at"])
    mark.SITE.look()
    return city


def _acts(day: date) -> list[tuple[datetime, Do]]:
    """What happens to requests and to reports, in the order of time."""
    shared = City(day)
    found = [(act.moment, act.do) for act in playing.acts(HISTORY, shared)]
    found += [(act.moment, act.do) for act in reports.acts(shared)]
    return sorted(found, key=itemgetter(0))


def throw_away() -> None:
    """Empty a demonstration's database, and remove its files; the tables are made anew.

    The ledger's rows cannot be deleted: the tables go as a whole. Keys stay. Raises NotOurs.
    """
    if mark.holds() not in (Holds.DEMO, Holds.BROKEN_OFF):
        raise NotOurs
    kept = list(Attachment.objects.values_list("stored", flat=True))
    _drop_tables()
    for one in kept:
        attachments.remove(one)
    Path(settings.ANCHORS_FILE).unlink(missing_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    mark.SITE.look()


def _drop_tables() -> None:
    with connection.constraint_checks_disabled(), transaction.atomic():
        cascade = " CASCADE" if connection.vendor == "postgresql" else ""
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names(cursor):
                cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)}{cascade}")
