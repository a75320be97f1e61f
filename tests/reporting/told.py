"""What people are told of reports by the periodic work, as mails that left."""

from collections.abc import Callable
from datetime import datetime

from django.core import mail

from tests import town
from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.reporting import jobs


def with_address(*people: Person) -> None:
    """They have a mailbox."""
    for person in people:
        person.email = f"{person.username}@example.com"
        person.save()


def everyone(office: town.Office) -> tuple[Person, ...]:
    """All of an office, with mailboxes."""
    people = (
        office.handler,
        office.section_head,
        office.disclosure_head,
        office.leader,
        office.reviewer,
    )
    with_address(*people)
    return people


def told_in_the_morning(when: datetime) -> dict[str, str]:
    """Address → subject and words, of what leaves once a day."""
    return _sent(when, jobs.mornings)


def told_of_the_published(when: datetime) -> dict[str, str]:
    """The same, of reports that are public."""
    return _sent(when, jobs.looked_after)


def told_of_members(when: datetime) -> dict[str, str]:
    """The same, of governments' reports that were added up before a member's correction."""
    return _sent(when, jobs.members_corrected)


def told_at_once(when: datetime) -> dict[str, str]:
    """The same, of what leaves every ten minutes."""
    return _sent(when, jobs.news_now)


def _sent(when: datetime, job: Callable[[], str]) -> dict[str, str]:
    mail.outbox.clear()
    with moment.standing_at(when):
        job()
    return {one.to[0]: f"{one.subject}\n{one.body}" for one in mail.outbox}
