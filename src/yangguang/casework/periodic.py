"""Work that comes again: each job is done once in its turn (an hour, a day, a year).

A room makes its jobs known when the site starts. `run_due` does what has not been done in this
turn; run twice it does nothing the second time, and only one runs at a time. What fails does not
keep the others from being done, and is tried again a while later.
"""

import fcntl
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from yangguang.casework import moment
from yangguang.casework.models import PeriodicRun

LOG = logging.getLogger(__name__)
AGAIN_AFTER: Final = timedelta(minutes=15)
"""How long after a failure it is tried again."""
_ADVISORY_LOCK: Final = 0x79616E67


class Rhythm(NamedTuple):
    """How often: in words, and the turn that a moment (in the office's time zone) falls into."""

    words: str
    turn: Callable[[datetime], str]


HOURLY: Final = Rhythm("每小时", lambda now: f"{now:%Y-%m-%dT%H}")
DAILY: Final = Rhythm("每天", lambda now: f"{now:%Y-%m-%d}")


class Job(NamedTuple):
    """A job: its name and title, how often, and what does it and says in a sentence what it did."""

    name: str
    title: str
    rhythm: Rhythm
    run: Callable[[], str]


class Outcome(NamedTuple):
    """How a job that was due ended; `said` is a sentence."""

    job: Job
    succeeded: bool
    said: str


class Busy(Exception):
    """Another is at it."""


_JOBS: Final[dict[str, Job]] = {}


def register(job: Job) -> None:
    """Make a job known; the room that has it does so when the site starts."""
    _JOBS[job.name] = job


def last_runs() -> list[tuple[Job, PeriodicRun | None]]:
    """Every job with its last run."""
    runs = PeriodicRun.objects.in_bulk()
    return [(job, runs.get(job.name)) for job in _JOBS.values()]


def run_due() -> Iterator[Outcome]:
    """Do what is due, one after the other. Raises Busy where another is at it."""
    with _alone():
        for job, last in last_runs():
            if _is_due(job, last):
                yield _done(job, last)


def _is_due(job: Job, last: PeriodicRun | None) -> bool:
    now = moment.now()
    if last is None:
        return True
    if not last.succeeded and last.ended_at <= now < last.ended_at + AGAIN_AFTER:
        return False
    return last.turn != job.rhythm.turn(timezone.localtime(now))


def _done(job: Job, last: PeriodicRun | None) -> Outcome:
    begun = moment.now()
    turn = job.rhythm.turn(timezone.localtime(begun))
    try:
        outcome = Outcome(job, True, job.run())
    except Exception as fault:
        LOG.exception("job %s failed", job.name)
        turn = last.turn if last else ""
        outcome = Outcome(job, False, _("没有做成（{why}）。").format(why=type(fault).__name__))
    PeriodicRun.objects.update_or_create(
        job=job.name,
        defaults={
            "turn": turn,
            "begun_at": begun,
            "ended_at": moment.now(),
            "succeeded": outcome.succeeded,
            "said": outcome.said[:200],
        },
    )
    return outcome


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else meanwhile, however the holder ends: the system, or the database, lets go then."""
    with _on_postgresql() if connection.vendor == "postgresql" else _on_this_machine():
        yield


@contextmanager
def _on_this_machine() -> Iterator[None]:
    path = Path(settings.TICK_LOCK)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield


@contextmanager
def _on_postgresql() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_ADVISORY_LOCK])
        (is_ours,) = cursor.fetchone()
    if not is_ours:
        raise Busy
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_ADVISORY_LOCK])
