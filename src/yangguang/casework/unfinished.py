"""Work that pages put off and that came to nothing is done again: mail while its server was down.

A job whose worker was killed stays as under way for ever; one that failed stays failed. Both are
put back into the row of those that wait, the failed ones after ever longer pauses. A job must
therefore bear being done twice: a receipt that left just before its worker died leaves again.
"""

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

LONGEST: Final = timedelta(minutes=30)
"""How long a job can be under way: after that its worker is dead."""
FIRST_PAUSE: Final = timedelta(minutes=10)
MOST_ATTEMPTS: Final = 9
"""With pauses that double: given up after about two days."""

TOLD_FOR: Final = timedelta(days=3)
"""How long the operator is told of what was given up."""

_WAITS, _RUNS, _FAILED = "READY", "RUNNING", "FAILED"


class ForGood(Exception):
    """It would fail again however often it were tried: there is no such address."""


def put_back() -> int:
    """Put back what was broken off, and what failed and has waited long enough; how many."""
    now = timezone.now()
    dead = DBTaskResult.objects.filter(status=_RUNS, started_at__lt=now - LONGEST)
    failed = DBTaskResult.objects.filter(status=_FAILED).defer("traceback")
    again = [*dead, *(one for one in failed if _is_due_again(one, now))]
    # Looked at once more: meanwhile its worker may have ended it after all.
    return sum(
        DBTaskResult.objects.filter(pk=one.pk, status=one.status, started_at=one.started_at).update(
            status=_WAITS, run_after=now, finished_at=None, traceback="", exception_class_path=""
        )
        for one in again
    )


def given_up() -> int:
    """How many jobs were given up lately, though they might have been done."""
    lately = timezone.now() - TOLD_FOR
    failed = DBTaskResult.objects.filter(status=_FAILED, finished_at__gt=lately)
    return sum(_attempts(one) >= MOST_ATTEMPTS and not _is_for_good(one) for one in failed)


def _is_due_again(job: DBTaskResult, now: datetime) -> bool:
    attempts = _attempts(job)
    ended = job.finished_at or job.enqueued_at
    pause = FIRST_PAUSE * 2 ** max(attempts - 1, 0)
    return attempts < MOST_ATTEMPTS and now >= ended + pause and not _is_for_good(job)


def _attempts(job: DBTaskResult) -> int:
    """Each worker that took it wrote itself down."""
    return len(job.worker_ids)


def _is_for_good(job: DBTaskResult) -> bool:
    try:
        kind = import_string(job.exception_class_path)
    except ImportError:
        return False
    return isinstance(kind, type) and issubclass(kind, ForGood)
