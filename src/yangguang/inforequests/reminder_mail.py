"""The day's mail to those who are reminded: one each, with numbers, dates, links, and no names.

What someone was told of on a day stands in a table, so that a second run sends nothing; where the
mail server is away, the next run goes on with those who were not told yet.
"""

import smtplib
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from yangguang.agencies.models import Person
from yangguang.casework import moment
from yangguang.inforequests.mail import NotSent
from yangguang.inforequests.models import Reminded, Reminding
from yangguang.inforequests.reminders import Due, Ending, Part, Told, reminders
from yangguang.law.calendar import published
from yangguang.law.clock.words import with_weekday


class Done(NamedTuple):
    """How many were told; had no address; were refused by the server; cases without a reader."""

    told: int = 0
    without_address: int = 0
    refused: int = 0
    to_nobody: int = 0


def remind() -> Done:
    """Tell everyone who is to be told today and was not yet; nobody on a day of rest.

    Raises NotSent where the server is away or took a message from nobody's fault of the reader.
    """
    today = moment.today()
    if not published().is_working(today):
        return Done()
    found = reminders(today)
    waiting = _not_told_yet(found.told, today)
    reachable = {one: parts for one, parts in waiting.items() if one.email}
    refused = _send(found.told, reachable, today) if reachable else 0
    return Done(len(reachable) - refused, len(waiting) - len(reachable), refused, found.to_nobody)


def _not_told_yet(told: dict[Person, Told], today: date) -> dict[Person, list[Part]]:
    """Of what each is still to be told today. Two queries."""
    before = set(Reminded.objects.filter(day=today).values_list("person", "part"))
    unwilling = set(Reminding.objects.filter(digest=False).values_list("person", flat=True))
    found = {}
    for person, one in told.items():
        parts = [part for part in one.parts if (person.pk, part.value) not in before]
        if person.pk in unwilling:
            parts = [part for part in parts if part is not Part.SOON]
        if parts:
            found[person] = parts
    return found


def _send(told: dict[Person, Told], waiting: dict[Person, list[Part]], today: date) -> int:
    """Send; how many addresses the server refused: they are not tried again today."""
    refused = failed = 0
    connection = get_connection()
    try:
        connection.open()
        for person, parts in waiting.items():
            match _sent(_message(person, told[person], parts), connection):
                case "failed":
                    failed += 1
                    continue
                case "refused":
                    refused += 1
            _note(person, parts, today)
    except OSError:  # the server is away: the others need not be tried
        raise NotSent from None
    finally:
        connection.close()
    if failed:
        raise NotSent
    return refused


def _sent(message: EmailMessage, connection: BaseEmailBackend) -> str:
    """Empty where it was sent. Raises OSError where no other can be sent either."""
    message.connection = connection
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, ValueError):
        return "refused"
    except smtplib.SMTPResponseException:
        return "failed"
    return ""


@transaction.atomic
def _note(person: Person, parts: list[Part], today: date) -> None:
    for part in parts:
        Reminded.objects.create(person=person, day=today, part=part, sent_at=moment.now())


def _message(person: Person, told: Told, parts: list[Part]) -> EmailMessage:
    named = {
        Part.OVERDUE: _("逾期 {count} 件").format(count=len(told.overdue)),
        Part.SOON: _("快到期 {count} 件").format(count=len(told.soon)),
        Part.DELEGATION: _("代理快结束"),
    }
    return EmailMessage(
        subject=_("办件提醒：{what}").format(what="，".join(named[part] for part in parts)),
        body="\n".join(_body(told, parts)),
        to=[person.email],
    )


def _body(told: Told, parts: list[Part]) -> Iterator[str]:
    if Part.OVERDUE in parts:
        yield _("已经逾期，请马上办理（第三十三条）：")
        yield from map(_line, told.overdue)
        yield ""
    if Part.SOON in parts:
        yield _("快到答复期限：")
        yield from map(_line, told.soon)
        yield ""
    if Part.DELEGATION in parts:
        yield _("代理快结束，还没办完的请交接：")
        yield from map(_ending, told.endings)
        yield ""
    yield _("全部办件：{address}").format(address=_address("queue"))
    yield _("要改提醒的方式：{address}").format(address=_address("reminders"))


def _line(due: Due) -> str:
    if due.left < 0:
        stands = _("已逾期 {days} 个工作日").format(days=-due.left)
    else:
        stands = _("还剩 {days} 个工作日").format(days=due.left)
    return f"  {due.number}  {with_weekday(due.on)}  {stands}\n    {_address('case', due.number)}"


def _ending(ending: Ending) -> str:
    if ending.is_stand_in:
        said = _("您代理的“{post}”到 {until} 为止，第二天起由本人办理。")
    else:
        said = _("您的“{post}”由别人代理到 {until} 为止，第二天起由您自己办理。")
    return "  " + said.format(post=ending.post, until=with_weekday(ending.until))


def _address(name: str, number: str = "") -> str:
    """A page's whole address; it asks for signing in."""
    return f"{settings.SITE_ADDRESS}{reverse(name, kwargs={'number': number} if number else None)}"
