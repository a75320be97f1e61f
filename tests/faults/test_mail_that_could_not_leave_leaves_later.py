"""The mail server down, or the worker killed: the receipt leaves later, and once is enough."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail as outbox
from django.core.mail import EmailMessage
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from tests import town
from yangguang.casework import periodic, unfinished

APPLICANT = replace(town.APPLICATION.applicant, email="lin@example.com")


def _work() -> None:
    """What the worker does with what waits; its loop would close the test's connection."""
    worker = Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="w",
        excluded_queue_names=[],
    )
    for job in DBTaskResult.objects.ready():
        job.claim(worker.worker_id)
        worker.run_task(job)


def _later(delay: timedelta) -> None:
    """Some time goes by, for the jobs."""
    for job in DBTaskResult.objects.all():
        ended = job.finished_at and job.finished_at - delay
        started = job.started_at and job.started_at - delay
        DBTaskResult.objects.filter(pk=job.pk).update(finished_at=ended, started_at=started)


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], Callable[[], None]]:
    """Sending fails with an exception until what this gives is called."""

    def begin(fault: Exception) -> Callable[[], None]:
        def refuse(_: EmailMessage) -> None:
            raise fault

        sends = EmailMessage.send
        monkeypatch.setattr(EmailMessage, "send", refuse)
        return lambda: monkeypatch.setattr(EmailMessage, "send", sends)

    return begin


def test_once_the_server_is_there_again(fails) -> None:
    town.request_at(town.agency(), applicant=APPLICANT)
    mend = fails(SMTPServerDisconnected("gone"))
    _work()
    too_early = unfinished.put_back()

    mend()
    _later(timedelta(minutes=11))
    said = {one.job.name: one.said for one in periodic.run_due()}["unfinished"]
    _work()

    assert too_early == 0
    assert "1 件" in said
    assert [one.to for one in outbox.outbox] == [["lin@example.com"]]
    assert unfinished.put_back() == 0


def test_pauses_grow_and_after_the_last_the_operator_is_told(fails) -> None:
    town.request_at(town.agency(), applicant=APPLICANT)
    fails(ConnectionRefusedError())
    waited = timedelta()
    for attempt in range(unfinished.MOST_ATTEMPTS):
        _work()
        pause = unfinished.FIRST_PAUSE * 2**attempt
        _later(pause - timedelta(seconds=30))
        assert unfinished.put_back() == 0
        _later(timedelta(minutes=1))
        is_last = attempt == unfinished.MOST_ATTEMPTS - 1
        assert unfinished.put_back() == (not is_last)
        waited += pause

    assert timedelta(days=1) < waited < 2 * unfinished.TOLD_FOR
    DBTaskResult.objects.update(finished_at=timezone.now())
    assert unfinished.given_up() == 1


def test_an_address_that_there_is_not_is_not_tried_again(fails) -> None:
    town.request_at(town.agency(), applicant=APPLICANT)
    fails(SMTPRecipientsRefused({"lin@example.com": (550, b"no such user")}))
    _work()
    _later(timedelta(days=2))

    assert unfinished.put_back() == 0


def test_a_worker_killed_in_the_middle_costs_no_receipt() -> None:
    town.request_at(town.agency(), applicant=APPLICANT)
    DBTaskResult.objects.get().claim("the one that dies")
    at_work = unfinished.put_back()

    _later(unfinished.LONGEST + timedelta(minutes=1))
    unfinished.put_back()
    _work()

    assert at_work == 0
    assert len(outbox.outbox) == 1
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"
